#! TimeSpan NodeKind
INSERT DATA { [] a ew:TimeSpan ; ew:precision ew:precision-unspecified ; ew:basis ew:basis-none }
#! time-beginning MaxCount
INSERT DATA { <claim/A/time-yearless> time:hasBeginning <time/2031-05-03> }
#! time-beginning Class
DELETE WHERE { <claim/A/time-yearless> time:hasBeginning ?x } ;
INSERT DATA { <claim/A/time-yearless> time:hasBeginning "--05-03"^^xsd:gMonthDay }
#! time-end MaxCount
INSERT DATA { <claim/A/time-yearless> time:hasEnd <time/2031-05-03> , <time/--05-03> }
#! time-end Class
INSERT DATA { <claim/A/time-yearless> time:hasEnd "--05-03"^^xsd:gMonthDay }
#! time-precision MinCount
DELETE WHERE { <claim/A/time> ew:precision ?x }
#! time-precision MaxCount
INSERT DATA { <claim/A/time> ew:precision ew:precision-week }
#! time-precision In
DELETE WHERE { <claim/A/time> ew:precision ?x } ; INSERT DATA { <claim/A/time> ew:precision ew:precision-eon }
#! time-basis MinCount
DELETE WHERE { <claim/A/time> ew:basis ?x }
#! time-basis MaxCount
INSERT DATA { <claim/A/time> ew:basis ew:basis-explicit }
#! time-basis In
DELETE WHERE { <claim/A/time> ew:basis ?x } ; INSERT DATA { <claim/A/time> ew:basis ew:basis-guessed }
#! time-passage MaxCount
INSERT DATA { <claim/A/time> ew:passage <passage/A/0-12> }
#! time-passage Class
DELETE WHERE { <claim/A/time> ew:passage ?x } ; INSERT DATA { <claim/A/time> ew:passage <article/A> }
#! time-basis-in-words Or
DELETE WHERE { <claim/A/time> ew:passage ?x }
#! time-relative-to-date Or
INSERT DATA { <claim/B/time> time:hasEnd <time/2031-05-03> }
#! time-not-publication SPARQL
# a day, inferred
INSERT DATA { <time/2031-05-04> a time:Instant ; time:inXSDDate "2031-05-04"^^xsd:date . <claim/A/planned> ew:hasTime <claim/A/new> .
    <claim/A/new> a ew:TimeSpan ; time:hasBeginning <time/2031-05-04> ; ew:precision ew:precision-day ; ew:basis ew:basis-inferred } ;
DELETE DATA { <claim/A/planned> ew:hasTime <claim/A/time-yearless> }
#! time-not-publication SPARQL
# as an upper bound, to the minute, without any basis
INSERT DATA { <time/2031-05-04T09:00> a time:Instant ; ew:inDateTime "2031-05-04T09:00:00"^^xsd:dateTime .
    <claim/A/planned> ew:hasTime <claim/A/new> . <claim/A/new> a ew:TimeSpan ; time:hasEnd <time/2031-05-04T09:00> ;
    ew:precision ew:precision-minute ; ew:basis ew:basis-none ; ew:passage <passage/A/39-70> } ;
DELETE DATA { <claim/A/planned> ew:hasTime <claim/A/time-yearless> }
#! time-order SPARQL
# days
DELETE WHERE { <claim/A/time> time:hasEnd ?x } ; INSERT DATA { <claim/A/time> time:hasEnd <time/2031-05-02> .
    <time/2031-05-02> a time:Instant ; time:inXSDDate "2031-05-02"^^xsd:date }
#! time-order SPARQL
# minutes of one day
DELETE WHERE { <claim/A/time-minute> time:hasBeginning ?x ; time:hasEnd ?y } ;
INSERT DATA { <claim/A/time-minute> time:hasBeginning <time/2031-05-03T10:45> ; time:hasEnd <time/2031-05-03T10:30> }
