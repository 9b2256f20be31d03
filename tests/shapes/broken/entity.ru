#! Entity NodeKind
INSERT DATA { [] a ew:Person ; rdfs:label "x" }
#! entity-label NodeKind
INSERT DATA { <entity/quill> rdfs:label <lexicon> }
#! entity-label UniqueLang
INSERT DATA { <entity/lowmere> rdfs:label "Lower Mere"@en }
#! entity-alternative NodeKind
INSERT DATA { <entity/lowmere> skos:altLabel <lexicon> }
#! entity-country MaxCount
INSERT DATA { <entity/lowmere> schema:addressCountry "XB" }
#! entity-country Datatype
DELETE WHERE { <entity/lowmere> schema:addressCountry ?x } ; INSERT DATA { <entity/lowmere> schema:addressCountry "XA"@en }
#! entity-country Pattern
DELETE WHERE { <entity/lowmere> schema:addressCountry ?x } ; INSERT DATA { <entity/lowmere> schema:addressCountry "Xanadu" }
#! entity-point MaxCount
INSERT DATA { <entity/lowmere> geo:asWKT "POINT(1 2)"^^geo:wktLiteral }
#! entity-point Datatype
DELETE WHERE { <entity/lowmere> geo:asWKT ?x } ; INSERT DATA { <entity/lowmere> geo:asWKT "POINT(1 2)" }
#! entity-point Pattern
# too far east
DELETE WHERE { <entity/lowmere> geo:asWKT ?x } ; INSERT DATA { <entity/lowmere> geo:asWKT "POINT(181 2)"^^geo:wktLiteral }
#! entity-point Pattern
# too far north
DELETE WHERE { <entity/lowmere> geo:asWKT ?x } ; INSERT DATA { <entity/lowmere> geo:asWKT "POINT(18 90.1)"^^geo:wktLiteral }
#! entity-geonames MaxCount
INSERT DATA { <entity/lowmere> ew:geonames gn:2 }
#! entity-geonames NodeKind
DELETE WHERE { <entity/lowmere> ew:geonames ?x } ; INSERT DATA { <entity/lowmere> ew:geonames "https://sws.geonames.org/1" }
#! entity-geonames Pattern
DELETE WHERE { <entity/lowmere> ew:geonames ?x } ; INSERT DATA { <entity/lowmere> ew:geonames wd:Q1 }
#! entity-link MaxCount
INSERT DATA { <entity/lowmere> ew:hasLink <entity/quill#link> }
#! entity-link Class
INSERT DATA { <entity/meadow-post> ew:hasLink wd:Q2 }
#! entity-named Or
DELETE WHERE { <entity/quill> rdfs:label ?x }
#! entity-same-as-linked SPARQL
# without any link
INSERT DATA { <entity/quill> owl:sameAs wd:Q2 }
#! entity-same-as-linked SPARQL
#!+ entity-possible-close-match Or
#!+ link-part-of-state Or
# merely possible
DELETE WHERE { <entity/lowmere#link> ew:linkState ?x } ; INSERT DATA { <entity/lowmere#link> ew:linkState ew:link-possible }
#! entity-same-as-linked SPARQL
# another item
INSERT DATA { <entity/lowmere> owl:sameAs wd:Q2 }
#! entity-linked-same-as Or
DELETE WHERE { <entity/lowmere> owl:sameAs ?x }
#! entity-close-match-possible SPARQL
# without any link
INSERT DATA { <entity/quill> skos:closeMatch wd:Q2 }
#! entity-close-match-possible SPARQL
# accepted
INSERT DATA { <entity/lowmere> skos:closeMatch wd:Q1 }
#! entity-close-match-possible SPARQL
# another item
INSERT DATA { <entity/tern-brigade> skos:closeMatch wd:Q4 }
#! entity-possible-close-match Or
DELETE WHERE { <entity/tern-brigade> skos:closeMatch ?x }
