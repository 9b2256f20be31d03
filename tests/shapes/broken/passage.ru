#! Passage NodeKind
INSERT DATA { [] a ew:Passage ; oa:hasSource <article/A> ; oa:hasSelector <passage/A/0-12#position> , <passage/A/0-12#quote> }
#! passage-article MinCount
DELETE WHERE { <passage/A/0-12> oa:hasSource ?x }
#! passage-article MaxCount
INSERT DATA { <passage/A/0-12> oa:hasSource <article/B> }
#!+ claim-own-passages Equals
#! passage-article Class
INSERT DATA { <passage/C/0-12> a ew:Passage ; oa:hasSource <lexicon> ;
    oa:hasSelector <passage/A/0-12#position> , <passage/A/0-12#quote> }
#! passage-position QualifiedMinCount
DELETE DATA { <passage/A/0-12> oa:hasSelector <passage/A/0-12#position> }
#! passage-position QualifiedMaxCount
INSERT DATA { <passage/A/0-12> oa:hasSelector <passage/A/1-13#position> .
    <passage/A/1-13#position> a oa:TextPositionSelector ; oa:start 1 ; oa:end 13 }
#! passage-quote QualifiedMinCount
DELETE DATA { <passage/A/0-12> oa:hasSelector <passage/A/0-12#quote> }
#! passage-quote QualifiedMaxCount
INSERT DATA { <passage/A/0-12> oa:hasSelector <passage/A/0-12#other> .
    <passage/A/0-12#other> a oa:TextQuoteSelector ; oa:exact "Fern Brigade" }
#! passage-mentions Class
INSERT DATA { <passage/A/0-12> ew:mentions <event/sinking> }
#! passage-mention-kind MaxCount
#!+ passage-title-name In
INSERT DATA { <passage/A/0-12> ew:mentionKind ew:mention-nominal }
#! passage-mention-kind In
#!+ passage-title-name In
DELETE WHERE { <passage/A/0-12> ew:mentionKind ?x } ; INSERT DATA { <passage/A/0-12> ew:mentionKind ew:mention-guess }
#! passage-title MaxCount
INSERT DATA { <passage/A/0-12> ew:title "guard" }
#! passage-title Datatype
DELETE WHERE { <passage/A/0-12> ew:title ?x } ; INSERT DATA { <passage/A/0-12> ew:title "reserve"@en }
#! passage-title MinLength
DELETE WHERE { <passage/A/0-12> ew:title ?x } ; INSERT DATA { <passage/A/0-12> ew:title "" }
#! passage-title-name MinCount
INSERT DATA { <passage/A/13-19> ew:title "reserve" }
#! passage-title-name In
DELETE WHERE { <passage/A/0-12> ew:mentionKind ?x } ; INSERT DATA { <passage/A/0-12> ew:mentionKind ew:mention-nominal }
#! passage-mention-complete Or
#!+ passage-title-name MinCount
# an entity without a kind
DELETE WHERE { <passage/A/0-12> ew:mentionKind ?x }
#! passage-mention-complete Or
# a kind without an entity
DELETE WHERE { <passage/A/0-12> ew:mentions ?x }
#! passage-inside LessThanOrEquals
DELETE WHERE { <article/B> ew:bodyLength ?x } ; INSERT DATA { <article/B> ew:bodyLength 3 }
#! passage-exact SPARQL
# 30 code points, for a span of 31 (UTF-16 would count 31)
DELETE WHERE { <passage/A/39-70#quote> oa:exact ?x } ;
INSERT DATA { <passage/A/39-70#quote> oa:exact "Mayor Ada Quill said 1 🚣 sank." }
#! passage-exact SPARQL
# one word too many
DELETE WHERE { <passage/A/0-12#quote> oa:exact ?x } ; INSERT DATA { <passage/A/0-12#quote> oa:exact "Tern Brigade retook" }
#! Position NodeKind
INSERT DATA { [] a oa:TextPositionSelector ; oa:start 1 ; oa:end 2 }
#! position-start MinCount
INSERT DATA { <position> a oa:TextPositionSelector ; oa:end 2 }
#! position-start MaxCount
INSERT DATA { <position> a oa:TextPositionSelector ; oa:start 1 , 2 ; oa:end 3 }
#! position-start Datatype
INSERT DATA { <position> a oa:TextPositionSelector ; oa:start 1.0 ; oa:end 2 }
#! position-start MinInclusive
INSERT DATA { <position> a oa:TextPositionSelector ; oa:start -1 ; oa:end 2 }
#! position-end MinCount
INSERT DATA { <position> a oa:TextPositionSelector ; oa:start 1 }
#! position-end MaxCount
INSERT DATA { <position> a oa:TextPositionSelector ; oa:start 1 ; oa:end 2 , 3 }
#! position-end Datatype
INSERT DATA { <position> a oa:TextPositionSelector ; oa:start 1 ; oa:end 2.0 }
#! position-order LessThan
INSERT DATA { <position> a oa:TextPositionSelector ; oa:start 2 ; oa:end 2 }
#! Quote NodeKind
INSERT DATA { [] a oa:TextQuoteSelector ; oa:exact "x" }
#! quote-exact MinCount
INSERT DATA { <quote> a oa:TextQuoteSelector }
#! quote-exact MaxCount
INSERT DATA { <quote> a oa:TextQuoteSelector ; oa:exact "x" , "y" }
#! quote-exact Datatype
INSERT DATA { <quote> a oa:TextQuoteSelector ; oa:exact "x"@en }
#! quote-exact MinLength
INSERT DATA { <quote> a oa:TextQuoteSelector ; oa:exact "" }
