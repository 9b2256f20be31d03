#! Voice NodeKind
INSERT DATA { [] a ew:Voice ; ew:depth 0 ; ew:source <entity/quill> ; ew:stance ew:stance-asserts }
#! voice-depth MinCount
DELETE WHERE { <claim/A/voice-unnamed> ew:depth ?x }
#! voice-depth MaxCount
INSERT DATA { <claim/A/voice-unnamed> ew:depth 3 }
#! voice-depth Datatype
DELETE WHERE { <claim/A/voice-unnamed> ew:depth ?x } ; INSERT DATA { <claim/A/voice-unnamed> ew:depth 2.0 }
#! voice-depth MinInclusive
DELETE WHERE { <claim/A/voice-unnamed> ew:depth ?x } ; INSERT DATA { <claim/A/voice-unnamed> ew:depth -1 }
#! voice-source MaxCount
INSERT DATA { <claim/A/voice-quill> ew:source <entity/tern-brigade> }
#! voice-source Class
DELETE WHERE { <claim/A/voice-quill> ew:source ?x } ; INSERT DATA { <claim/A/voice-quill> ew:source <event/talks> }
#! voice-stance MinCount
DELETE WHERE { <claim/A/voice-quill> ew:stance ?x }
#! voice-stance MaxCount
INSERT DATA { <claim/A/voice-quill> ew:stance ew:stance-asserts }
#! voice-stance In
DELETE WHERE { <claim/A/voice-quill> ew:stance ?x } ; INSERT DATA { <claim/A/voice-quill> ew:stance ew:stance-sings }
#! voice-source-passage MaxCount
INSERT DATA { <claim/A/voice-quill> ew:sourcePassage <passage/A/0-12> }
#! voice-source-passage Class
INSERT DATA { <claim/A/voice-unnamed> ew:sourcePassage <entity/quill> }
#! voice-cue MaxCount
INSERT DATA { <claim/A/voice-quill> ew:cue <passage/A/0-12> }
#! voice-cue Class
DELETE WHERE { <claim/A/voice-quill> ew:cue ?x } ; INSERT DATA { <claim/A/voice-quill> ew:cue <entity/quill> }
#! voice-content Class
INSERT DATA { <claim/A/voice-quill> ew:contentPassage <event/sinking> }
#! voice-medium MaxCount
INSERT DATA { <claim/A/voice-quill> ew:medium "Pigeon" }
#! voice-medium Datatype
DELETE WHERE { <claim/A/voice-quill> ew:medium ?x } ; INSERT DATA { <claim/A/voice-quill> ew:medium <entity/meadow-post> }
#! voice-publisher Or
DELETE WHERE { <claim/A/voice-publisher> ew:source ?x }
#! voice-publisher-wordless Or
INSERT DATA { <claim/A/voice-publisher> ew:sourcePassage <passage/A/0-12> }
#! voice-grounded Or
DELETE WHERE { <claim/A/voice-unnamed> ew:cue ?x }
#! voice-source-in-words Or
DELETE WHERE { <claim/A/voice-quill> ew:sourcePassage ?x }
