#! Link NodeKind
INSERT DATA { [] a ew:Link ; ew:linkState ew:link-none ; ew:linkReason "no such name" }
#! link-state MinCount
DELETE WHERE { <entity/quill#link> ew:linkState ?x }
#! link-state MaxCount
INSERT DATA { <entity/quill#link> ew:linkState ew:link-not_tried }
#! link-state In
DELETE WHERE { <entity/quill#link> ew:linkState ?x } ; INSERT DATA { <entity/quill#link> ew:linkState ew:link-certain }
#! link-target MaxCount
INSERT DATA { <entity/lowmere#link> ew:linkTarget wd:Q2 . <entity/lowmere> owl:sameAs wd:Q2 }
#! link-target NodeKind
INSERT DATA { <link> a ew:Link ; ew:linkState ew:link-possible ; ew:linkTarget "http://www.wikidata.org/entity/Q1" ;
    ew:linkScore 0.5 ; ew:linkReason "x" ; ew:linkSource "x" }
#! link-target Pattern
INSERT DATA { <link> a ew:Link ; ew:linkState ew:link-possible ; ew:linkTarget <https://www.wikidata.org/wiki/Q1> ;
    ew:linkScore 0.5 ; ew:linkReason "x" ; ew:linkSource "x" }
#! link-part-of NodeKind
INSERT DATA { <entity/lowmere#link> ew:linkTargetPartOf "http://www.wikidata.org/entity/Q5" }
#! link-part-of Pattern
INSERT DATA { <entity/lowmere#link> ew:linkTargetPartOf <https://www.wikidata.org/wiki/Q5> }
#! link-score MaxCount
INSERT DATA { <entity/lowmere#link> ew:linkScore 0.5 }
#! link-score Datatype
DELETE WHERE { <entity/lowmere#link> ew:linkScore ?x } ; INSERT DATA { <entity/lowmere#link> ew:linkScore 1 }
#! link-score MinInclusive
DELETE WHERE { <entity/lowmere#link> ew:linkScore ?x } ; INSERT DATA { <entity/lowmere#link> ew:linkScore -0.1 }
#! link-score MaxInclusive
DELETE WHERE { <entity/lowmere#link> ew:linkScore ?x } ; INSERT DATA { <entity/lowmere#link> ew:linkScore 1.1 }
#! link-reason MinCount
DELETE WHERE { <entity/quill#link> ew:linkReason ?x }
#! link-reason MaxCount
INSERT DATA { <entity/quill#link> ew:linkReason "no such type" }
#! link-reason Datatype
DELETE WHERE { <entity/quill#link> ew:linkReason ?x } ; INSERT DATA { <entity/quill#link> ew:linkReason "no such name"@en }
#! link-reason MinLength
DELETE WHERE { <entity/quill#link> ew:linkReason ?x } ; INSERT DATA { <entity/quill#link> ew:linkReason "" }
#! link-source MaxCount
INSERT DATA { <entity/lowmere#link> ew:linkSource "another" }
#! link-source Datatype
DELETE WHERE { <entity/lowmere#link> ew:linkSource ?x } ; INSERT DATA { <entity/lowmere#link> ew:linkSource <lexicon> }
#! link-method MaxCount
INSERT DATA { <entity/lowmere#link> ew:linkMethod "person" }
#! link-method In
DELETE WHERE { <entity/lowmere#link> ew:linkMethod ?x } ; INSERT DATA { <entity/lowmere#link> ew:linkMethod "somebody" }
#! link-date MaxCount
INSERT DATA { <entity/lowmere#link> ew:linkDate "2031-05-02"^^xsd:date }
#! link-date Datatype
DELETE WHERE { <entity/lowmere#link> ew:linkDate ?x } ; INSERT DATA { <entity/lowmere#link> ew:linkDate "2031-05-01" }
#! link-feature Datatype
INSERT DATA { <entity/lowmere#link> ew:featurePrior 1 }
#! link-feature MinInclusive
INSERT DATA { <entity/lowmere#link> ew:featureNear -0.5 }
#! link-feature MinInclusive
INSERT DATA { <entity/lowmere#link> ew:featureOffice -1.0 }
#! link-feature MaxInclusive
INSERT DATA { <entity/lowmere#link> ew:featureMatch 2.0 }
#! link-feature MaxInclusive
INSERT DATA { <entity/lowmere#link> ew:featureName 1.5 }
#! link-target-state Or
INSERT DATA { <entity/quill#link> ew:linkTarget wd:Q2 }
#! link-part-of-state Or
INSERT DATA { <entity/tern-brigade#link> ew:linkTargetPartOf wd:Q5 }
#! link-complete Or
DELETE WHERE { <entity/lowmere#link> ew:linkScore ?x }
#! link-complete Or
#!+ entity-possible-close-match Or
# no target
DELETE WHERE { <entity/quill#link> ew:linkState ?x } ; INSERT DATA { <entity/quill#link> ew:linkState ew:link-possible }
