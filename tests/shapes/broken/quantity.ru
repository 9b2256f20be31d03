#! Quantity NodeKind
INSERT DATA { [] a ew:Quantity ; ew:counted "boats" ; ew:bound ew:bound-vague ; ew:passage <passage/A/63-69> }
#! quantity-counted MinCount
DELETE WHERE { <claim/A/quantity> ew:counted ?x }
#! quantity-counted MaxCount
INSERT DATA { <claim/A/quantity> ew:counted "ships" }
#! quantity-counted Datatype
DELETE WHERE { <claim/A/quantity> ew:counted ?x } ; INSERT DATA { <claim/A/quantity> ew:counted "boats"@en }
#! quantity-counted MinLength
DELETE WHERE { <claim/A/quantity> ew:counted ?x } ; INSERT DATA { <claim/A/quantity> ew:counted "" }
#! quantity-value MaxCount
DELETE WHERE { <claim/A/quantity> ew:low ?x } ; INSERT DATA { <claim/A/quantity> ew:value 11.0 }
#! quantity-value Datatype
DELETE WHERE { <claim/A/quantity> ew:value ?x } ; INSERT DATA { <claim/A/quantity> ew:value 12 }
#! quantity-value MinInclusive
DELETE WHERE { <claim/A/quantity> ew:value ?x ; ew:low ?y } ; INSERT DATA { <claim/A/quantity> ew:value -1.0 }
#! quantity-low MaxCount
INSERT DATA { <claim/A/quantity> ew:low 11.0 }
#! quantity-low Datatype
DELETE WHERE { <claim/A/quantity> ew:low ?x } ; INSERT DATA { <claim/A/quantity> ew:low 12 }
#! quantity-low MinInclusive
DELETE WHERE { <claim/A/quantity> ew:low ?x } ; INSERT DATA { <claim/A/quantity> ew:low -1.0 }
#! quantity-high MaxCount
INSERT DATA { <claim/A/quantity> ew:high 13.0 }
#! quantity-high Datatype
DELETE WHERE { <claim/A/quantity> ew:high ?x } ; INSERT DATA { <claim/A/quantity> ew:high 12 }
#! quantity-high MinInclusive
DELETE WHERE { <claim/A/quantity> ew:value ?x ; ew:low ?y ; ew:high ?z } ; INSERT DATA { <claim/A/quantity> ew:high -1.0 }
#! quantity-order LessThanOrEquals
DELETE WHERE { <claim/A/quantity> ew:value ?x ; ew:low ?y } ; INSERT DATA { <claim/A/quantity> ew:low 13.0 }
#! quantity-low-value LessThanOrEquals
DELETE WHERE { <claim/A/quantity> ew:value ?x } ; INSERT DATA { <claim/A/quantity> ew:value 11.0 }
#! quantity-value-high LessThanOrEquals
DELETE WHERE { <claim/A/quantity> ew:value ?x } ; INSERT DATA { <claim/A/quantity> ew:value 13.0 }
#! quantity-bound MinCount
DELETE WHERE { <claim/A/quantity> ew:bound ?x }
#! quantity-bound MaxCount
INSERT DATA { <claim/A/quantity> ew:bound ew:bound-nearly }
#! quantity-bound In
DELETE WHERE { <claim/A/quantity> ew:bound ?x } ; INSERT DATA { <claim/A/quantity> ew:bound ew:bound-maybe }
#! quantity-unit MaxCount
INSERT DATA { <claim/A/quantity> ew:unit "raft" }
#! quantity-unit Datatype
DELETE WHERE { <claim/A/quantity> ew:unit ?x } ; INSERT DATA { <claim/A/quantity> ew:unit "boat"@en }
#! quantity-passage MinCount
DELETE WHERE { <claim/A/quantity> ew:passage ?x }
#! quantity-passage MaxCount
INSERT DATA { <claim/A/quantity> ew:passage <passage/A/39-70> }
#! quantity-passage Class
DELETE WHERE { <claim/A/quantity> ew:passage ?x } ; INSERT DATA { <claim/A/quantity> ew:passage <article/A> }
#! quantity-numbered Or
DELETE WHERE { <claim/A/quantity> ew:value ?x ; ew:low ?y ; ew:high ?z }
