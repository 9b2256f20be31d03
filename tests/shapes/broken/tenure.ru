#! Tenure NodeKind
INSERT DATA { [] a ew:Tenure ; rdfs:label "master" ; ew:linkSource "invented" }
#! tenure-label MinCount
DELETE WHERE { <entity/quill#office-1> rdfs:label ?x }
#! tenure-label MaxCount
INSERT DATA { <entity/quill#office-1> rdfs:label "pilot"@en }
#! tenure-from MaxCount
INSERT DATA { <entity/quill#office-1> ew:heldFrom "2032" }
#! tenure-from Datatype
DELETE WHERE { <entity/quill#office-1> ew:heldFrom ?x } ; INSERT DATA { <entity/quill#office-1> ew:heldFrom "2032"^^xsd:gYear }
#! tenure-from Pattern
DELETE WHERE { <entity/quill#office-1> ew:heldFrom ?x } ; INSERT DATA { <entity/quill#office-1> ew:heldFrom "spring 2032" }
#! tenure-until MaxCount
INSERT DATA { <entity/quill#office-1> ew:heldUntil "2032" }
#! tenure-until Datatype
DELETE WHERE { <entity/quill#office-1> ew:heldUntil ?x } ; INSERT DATA { <entity/quill#office-1> ew:heldUntil "2032"^^xsd:gYear }
#! tenure-until Pattern
DELETE WHERE { <entity/quill#office-1> ew:heldUntil ?x } ; INSERT DATA { <entity/quill#office-1> ew:heldUntil "spring 2032" }
#! tenure-still MaxCount
INSERT DATA { <entity/quill#office-2> ew:stillHeldIn "2032" }
#! tenure-still Datatype
DELETE WHERE { <entity/quill#office-2> ew:stillHeldIn ?x } ; INSERT DATA { <entity/quill#office-2> ew:stillHeldIn "2032"^^xsd:gYear }
#! tenure-still Pattern
DELETE WHERE { <entity/quill#office-2> ew:stillHeldIn ?x } ; INSERT DATA { <entity/quill#office-2> ew:stillHeldIn "spring 2032" }
#! tenure-source MinCount
DELETE WHERE { <entity/quill#office-1> ew:linkSource ?x }
#! tenure-source MaxCount
INSERT DATA { <entity/quill#office-1> ew:linkSource "another" }
#! tenure-source Datatype
DELETE WHERE { <entity/quill#office-1> ew:linkSource ?x } ; INSERT DATA { <entity/quill#office-1> ew:linkSource <lexicon> }
