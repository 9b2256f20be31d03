#! Origin NodeKind
INSERT DATA { _:o a ew:Origin ; ew:source <entity/quill> }
#! origin-source MinCount
DELETE DATA { <origin/quill> ew:source <entity/quill> }
#! origin-source MaxCount
INSERT DATA { <origin/quill> ew:source <entity/meadow-post> }
#! origin-source Class
DELETE DATA { <origin/quill> ew:source <entity/quill> } ; INSERT DATA { <origin/quill> ew:source <event/talks> }
#! LedgerEntry NodeKind
INSERT DATA { _:l a ew:LedgerEntry ; ew:entryOf <event/talks> ; ew:standing ew:standing-denied ; ew:byRule ew:rule-standing ;
    ew:deniedIn <claim/B/negative> }
#! entry-event MinCount
DELETE DATA { <event/talks#status> ew:entryOf <event/talks> }
#! entry-event MaxCount
INSERT DATA { <event/talks#status> ew:entryOf <event/sinking> }
#! entry-event Class
DELETE DATA { <event/talks#status> ew:entryOf <event/talks> } ; INSERT DATA { <event/talks#status> ew:entryOf <entity/quill> }
#! entry-aspect MaxCount
INSERT DATA { <event/sinking#status-numbers> ew:aspect ew:aspect-place }
#! entry-aspect In
DELETE DATA { <event/sinking#status-numbers> ew:aspect ew:aspect-numbers } ;
INSERT DATA { <event/sinking#status-numbers> ew:aspect ew:role-place }
#! entry-standing MinCount
DELETE DATA { <event/talks#status> ew:standing ew:standing-denied }
#! entry-standing MaxCount
INSERT DATA { <event/talks#status> ew:standing ew:standing-planned }
#! entry-standing In
DELETE DATA { <event/talks#status> ew:standing ew:standing-denied } ;
INSERT DATA { <event/talks#status> ew:standing ew:status-non_factual }
#! entry-rule MinCount
DELETE DATA { <event/talks#status> ew:byRule ew:rule-standing }
#! entry-rule MaxCount
INSERT DATA { <event/talks#status> ew:byRule ew:rule-property-standing }
#! entry-rule In
DELETE DATA { <event/talks#status> ew:byRule ew:rule-standing } ; INSERT DATA { <event/talks#status> ew:byRule ew:rule-figures }
#! entry-origins MaxCount
INSERT DATA { <event/sinking#status> ew:origins 3 }
#! entry-origins Datatype
DELETE DATA { <event/sinking#status> ew:origins 1 } ; INSERT DATA { <event/sinking#status> ew:origins 1.5 }
#! entry-origins MinInclusive
DELETE DATA { <event/sinking#status> ew:origins 1 } ; INSERT DATA { <event/sinking#status> ew:origins 0 }
#! entry-claims MinCount
DELETE DATA { <event/talks#status> ew:deniedIn <claim/B/negative> ; ew:plannedIn <claim/A/planned> }
#! Figure NodeKind
INSERT DATA { _:f a ew:Figure ; ew:entryOf <event/sinking> ; ew:counted "boats" ; ew:low 9.0 ; ew:high 12.0 ; ew:byRule ew:rule-figures ;
    prov:wasDerivedFrom <claim/A/quantity> , <claim/B/quantity> }
#! figure-event MinCount
DELETE DATA { <event/sinking#count-boats> ew:entryOf <event/sinking> }
#! figure-event MaxCount
INSERT DATA { <event/sinking#count-boats> ew:entryOf <event/talks> }
#! figure-event Class
DELETE DATA { <event/sinking#count-boats> ew:entryOf <event/sinking> } ; INSERT DATA { <event/sinking#count-boats> ew:entryOf <entity/quill> }
#! figure-counted MinCount
DELETE DATA { <event/sinking#count-boats> ew:counted "boats" }
#! figure-counted MaxCount
INSERT DATA { <event/sinking#count-boats> ew:counted "ships" }
#! figure-counted Datatype
DELETE DATA { <event/sinking#count-boats> ew:counted "boats" } ; INSERT DATA { <event/sinking#count-boats> ew:counted "boats"@en }
#! figure-low MinCount
DELETE DATA { <event/sinking#count-boats> ew:low 9.0 }
#! figure-low MaxCount
INSERT DATA { <event/sinking#count-boats> ew:low 8.0 }
#! figure-low Datatype
DELETE DATA { <event/sinking#count-boats> ew:low 9.0 } ; INSERT DATA { <event/sinking#count-boats> ew:low 9 }
#! figure-value MaxCount
INSERT DATA { <event/sinking#count-boats> ew:value 9.0 }
#! figure-value Datatype
DELETE DATA { <event/sinking#count-boats> ew:value 12.0 } ; INSERT DATA { <event/sinking#count-boats> ew:value "twelve" }
#! figure-high MinCount
DELETE DATA { <event/sinking#count-boats> ew:high 12.0 }
#! figure-high MaxCount
INSERT DATA { <event/sinking#count-boats> ew:high 13.0 }
#! figure-high Datatype
DELETE DATA { <event/sinking#count-boats> ew:high 12.0 } ; INSERT DATA { <event/sinking#count-boats> ew:high 12 }
#! figure-order LessThanOrEquals
DELETE DATA { <event/sinking#count-boats> ew:high 12.0 } ; INSERT DATA { <event/sinking#count-boats> ew:high 8.0 }
#! figure-unit MaxCount
INSERT DATA { <event/sinking#count-boats> ew:unit "ship" }
#! figure-unit Datatype
DELETE DATA { <event/sinking#count-boats> ew:unit "boat" } ; INSERT DATA { <event/sinking#count-boats> ew:unit 1 }
#! figure-cumulative MaxCount
INSERT DATA { <event/sinking#count-boats> ew:cumulative true }
#! figure-cumulative Datatype
DELETE DATA { <event/sinking#count-boats> ew:cumulative false } ; INSERT DATA { <event/sinking#count-boats> ew:cumulative "no" }
#! figure-rule MinCount
DELETE DATA { <event/sinking#count-boats> ew:byRule ew:rule-figures }
#! figure-rule MaxCount
INSERT DATA { <event/sinking#count-boats> ew:byRule ew:rule-standing }
#!+ figure-rule In
#! figure-rule In
DELETE DATA { <event/sinking#count-boats> ew:byRule ew:rule-figures } ; INSERT DATA { <event/sinking#count-boats> ew:byRule ew:rule-standing }
#! figure-inputs MinCount
DELETE DATA { <event/sinking#count-boats> prov:wasDerivedFrom <claim/A/quantity> }
#! figure-inputs NodeKind
INSERT DATA { <event/sinking#count-boats> prov:wasDerivedFrom "twelve" }
