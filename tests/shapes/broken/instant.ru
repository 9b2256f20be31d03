#! Instant NodeKind
INSERT DATA { [] a time:Instant ; time:inXSDDate "2031-05-09"^^xsd:date }
#! instant-date MaxCount
INSERT DATA { <time/new> a time:Instant ; time:inXSDDate "2031-05-08"^^xsd:date , "2031-05-09"^^xsd:date }
#! instant-date Datatype
INSERT DATA { <time/new> a time:Instant ; time:inXSDDate "2031-02-30"^^xsd:date }
#! instant-date-time MaxCount
INSERT DATA { <time/new> a time:Instant ; ew:inDateTime "2031-05-08T10:00:00"^^xsd:dateTime , "2031-05-08T11:00:00"^^xsd:dateTime }
#! instant-date-time Datatype
INSERT DATA { <time/new> a time:Instant ; ew:inDateTime "2031-05-08"^^xsd:date }
#! instant-month-day MaxCount
INSERT DATA { <time/new> a time:Instant ; ew:inMonthDay "--05-08"^^xsd:gMonthDay , "--05-09"^^xsd:gMonthDay }
#! instant-month-day Datatype
INSERT DATA { <time/new> a time:Instant ; ew:inMonthDay "--05-08" }
#! instant-one-value Xone
# none
INSERT DATA { <time/new> a time:Instant }
#! instant-one-value Xone
# two
INSERT DATA { <time/new> a time:Instant ; time:inXSDDate "2031-05-08"^^xsd:date ; ew:inMonthDay "--05-08"^^xsd:gMonthDay }
