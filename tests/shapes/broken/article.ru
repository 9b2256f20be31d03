#! Article NodeKind
INSERT DATA { [] a ew:Article ; dcterms:identifier "x" ; schema:inLanguage "en" ; ew:bodyLength 1 ;
    ew:sha256 "0000000000000000000000000000000000000000000000000000000000000003" }
#! article-identifier MinCount
DELETE WHERE { <article/A> dcterms:identifier ?x }
#! article-identifier Datatype
INSERT DATA { <article/A> dcterms:identifier 7 }
#! article-published MaxCount
INSERT DATA { <article/A> schema:datePublished "2031-05-05"^^xsd:date }
#! article-published Datatype
DELETE DATA { <article/A> schema:datePublished "2031-05-04"^^xsd:date } ;
INSERT DATA { <article/A> schema:datePublished "2031-05-04" }
#! article-language MinCount
DELETE WHERE { <article/A> schema:inLanguage ?x }
#! article-language MaxCount
INSERT DATA { <article/A> schema:inLanguage "de" }
#! article-language Datatype
DELETE DATA { <article/A> schema:inLanguage "en" } ; INSERT DATA { <article/A> schema:inLanguage "en"@en }
#! article-language Pattern
DELETE DATA { <article/A> schema:inLanguage "en" } ; INSERT DATA { <article/A> schema:inLanguage "English language" }
#! article-sha256 MinCount
DELETE WHERE { <article/A> ew:sha256 ?x }
#! article-sha256 MaxCount
INSERT DATA { <article/A> ew:sha256 "0000000000000000000000000000000000000000000000000000000000000004" }
#! article-sha256 Datatype
DELETE WHERE { <article/A> ew:sha256 ?x } ;
INSERT DATA { <article/A> ew:sha256 "0000000000000000000000000000000000000000000000000000000000000001"^^xsd:hexBinary }
#! article-sha256 Pattern
DELETE WHERE { <article/A> ew:sha256 ?x } ; INSERT DATA { <article/A> ew:sha256 "00000000000000000000000000000001" }
#! article-length MinCount
DELETE WHERE { <article/A> ew:bodyLength ?x }
#! article-length MaxCount
INSERT DATA { <article/A> ew:bodyLength 121 }
#! article-length Datatype
DELETE WHERE { <article/A> ew:bodyLength ?x } ; INSERT DATA { <article/A> ew:bodyLength 120.0 }
#! article-length MinInclusive
INSERT DATA { <article/C> a ew:Article ; dcterms:identifier "x" ; schema:inLanguage "en" ; ew:bodyLength -1 ;
    ew:sha256 "0000000000000000000000000000000000000000000000000000000000000003" }
#! article-publisher MaxCount
INSERT DATA { <article/A> schema:publisher <entity/publisher-B> }
#! article-publisher Class
INSERT DATA { <article/C> a ew:Article ; dcterms:identifier "x" ; schema:inLanguage "en" ; ew:bodyLength 1 ;
    ew:sha256 "0000000000000000000000000000000000000000000000000000000000000003" ; schema:publisher <article/A> }
