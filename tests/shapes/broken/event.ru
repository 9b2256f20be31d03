#! Event NodeKind
INSERT DATA { <claim/A/planned> ew:content _:e . _:e a ew:Event ; rdfs:label "x" }
#! event-label MinCount
DELETE WHERE { <event/talks> rdfs:label ?x }
#! event-label NodeKind
DELETE WHERE { <event/talks> rdfs:label ?x } ; INSERT DATA { <event/talks> rdfs:label <lexicon> }
#! event-actor Class
INSERT DATA { <event/recapture> sem:hasActor <event/talks> . <claim/A/role-agent> ew:filler <event/talks> }
#!+ role-filler MaxCount
#!+ role-filler Class
#! event-place Class
INSERT DATA { <event/recapture> sem:hasPlace <event/talks> . <claim/A/role-place> ew:filler <event/talks> }
#!+ role-filler MaxCount
#!+ role-filler Class
#! event-joined Datatype
INSERT DATA { <event/talks> ew:joinedBecause <lexicon> }
#! event-claimed MinCount
INSERT DATA { <event/forgotten> a ew:Event ; rdfs:label "x" }
#! event-class-fact SPARQL
# merely attributed
INSERT DATA { <event/sinking> a ew:Losses }
#! event-class-fact SPARQL
# planned by one, denied by another
INSERT DATA { <event/talks> a ew:Diplomacy }
#! event-class-fact SPARQL
# a fact, but of another class
INSERT DATA { <event/recapture> a ew:Losses }
#! event-actor-fact SPARQL
INSERT DATA { <event/sinking> sem:hasActor <entity/quill> . <claim/A/attributed> ew:hasRole <claim/A/role-new> .
    <claim/A/role-new> a ew:RoleFilling ; ew:role ew:role-agent ; ew:filler <entity/quill> ; ew:inferred true }
#! event-actor-fact SPARQL
# a fact, but of somebody else
INSERT DATA { <event/recapture> sem:hasActor <entity/quill> }
#! event-place-fact SPARQL
INSERT DATA { <event/talks> sem:hasPlace <entity/lowmere> . <claim/A/planned> ew:hasRole <claim/A/role-place> }
#! event-place-fact SPARQL
# a fact, but of an actor
INSERT DATA { <event/recapture> sem:hasPlace <entity/tern-brigade> }
#! event-whole-fact SPARQL
INSERT DATA { <event/talks> ew:partOf <event/recapture> . <claim/A/planned> ew:hasRole <claim/A/role-whole> }
#! event-whole-fact SPARQL
# a fact, but not a part
INSERT DATA { <event/recapture> ew:partOf <event/sinking> }
#! event-cause-fact SPARQL
# told as a fact, but the other way round
INSERT DATA { <event/recapture> ew:causes <event/campaign> }
#! event-cause-fact SPARQL
# told, but of a plan
INSERT DATA { <event/campaign> ew:causes <event/talks> .
    <claim/A/planned> ew:hasRole <claim/A/role-new> .
    <claim/A/role-new> a ew:RoleFilling ; ew:role ew:role-cause ; ew:fillerEvent <event/campaign> ;
        ew:inferred true }
#! event-details-on-claim MaxCount
INSERT DATA { <event/recapture> ew:hasTime <claim/A/time> }
#! event-details-on-claim MaxCount
# in the words of another vocabulary
INSERT DATA { <event/recapture> schema:startDate "2031-05-03"^^xsd:date }
