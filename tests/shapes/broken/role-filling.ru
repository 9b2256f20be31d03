#! RoleFilling NodeKind
INSERT DATA { [] a ew:RoleFilling ; ew:role ew:role-agent ; ew:filler <entity/quill> ; ew:inferred true }
#! role-name MinCount
DELETE WHERE { <claim/A/role-agent> ew:role ?x }
#! role-name MaxCount
INSERT DATA { <claim/A/role-agent> ew:role ew:role-patient }
#! role-name In
DELETE WHERE { <claim/A/role-agent> ew:role ?x } ; INSERT DATA { <claim/A/role-agent> ew:role ew:role-hero }
#! role-filler MaxCount
INSERT DATA { <claim/A/role-agent> ew:filler <entity/quill> }
#! role-filler Class
DELETE WHERE { <claim/A/role-topic> ew:fillerEvent ?x } ; INSERT DATA { <claim/A/role-topic> ew:filler <event/recapture> }
#! role-filler-event MaxCount
INSERT DATA { <claim/A/role-topic> ew:fillerEvent <event/sinking> }
#! role-filler-event Class
DELETE WHERE { <claim/A/role-topic> ew:fillerEvent ?x } ; INSERT DATA { <claim/A/role-topic> ew:fillerEvent <entity/quill> }
#! role-passage MaxCount
INSERT DATA { <claim/A/role-agent> ew:passage <passage/A/13-19> }
#! role-passage Class
DELETE WHERE { <claim/A/role-agent> ew:passage ?x } ; INSERT DATA { <claim/A/role-agent> ew:passage <article/A> }
#! role-inferred MaxCount
INSERT DATA { <claim/A/role-place> ew:inferred false ; ew:passage <passage/A/0-12> }
#!+ role-inferred-wordless Or
#! role-inferred Datatype
DELETE WHERE { <claim/A/role-agent> ew:inferred ?x } ; INSERT DATA { <claim/A/role-agent> ew:inferred "no" }
#! role-one-filler Xone
# none
DELETE WHERE { <claim/A/role-topic> ew:fillerEvent ?x }
#! role-one-filler Xone
# both
INSERT DATA { <claim/A/role-topic> ew:filler <entity/quill> }
#! role-inferred-wordless Or
INSERT DATA { <claim/A/role-place> ew:passage <passage/A/0-12> }
#! role-stated-in-words Or
DELETE WHERE { <claim/A/role-agent> ew:passage ?x }
