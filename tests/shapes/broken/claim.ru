#! Claim NodeKind
INSERT DATA { [] a ew:Claim ; ew:inArticle <article/A> ; ew:about <event/talks> ; ew:eventClass ew:Negotiation ;
    ew:trigger <passage/A/39-70> ; ew:evidence <passage/A/39-70> ; ew:attributedTo <claim/A/voice-publisher> ;
    ew:modality ew:modality-planned ; ew:polarity ew:polarity-positive ; ew:status ew:status-non_factual ; ew:firedBy "talk" }
#! claim-article MinCount
#!+ claim-own-passages Equals
DELETE WHERE { <claim/A/planned> ew:inArticle ?x }
#! claim-article MaxCount
# own passages of either article will do
INSERT DATA { <claim/B/negative> ew:inArticle <article/C> . <article/C> a ew:Article ; dcterms:identifier "x" ;
    schema:inLanguage "en" ; ew:bodyLength 9 ; schema:datePublished "2031-05-04"^^xsd:date ;
    ew:sha256 "0000000000000000000000000000000000000000000000000000000000000003" . <passage/B/0-4> oa:hasSource <article/C> }
#!+ passage-article MaxCount
#! claim-article Class
DELETE WHERE { <claim/A/planned> ew:inArticle ?x } ; INSERT DATA { <claim/A/planned> ew:inArticle <lexicon> .
    <passage/A/39-70> oa:hasSource <lexicon> . <passage/A/13-19> oa:hasSource <lexicon> }
#!+ passage-article MaxCount
#!+ passage-article Class
#!+ claim-own-passages Equals
#! claim-about MinCount
DELETE WHERE { <claim/A/planned> ew:about ?x }
#! claim-about MaxCount
INSERT DATA { <claim/A/planned> ew:about <event/sinking> }
#! claim-about Class
DELETE WHERE { <claim/A/planned> ew:about ?x } ; INSERT DATA { <claim/A/planned> ew:about <entity/quill> }
#! claim-event-class MinCount
DELETE WHERE { <claim/A/planned> ew:eventClass ?x }
#! claim-event-class MaxCount
INSERT DATA { <claim/A/planned> ew:eventClass ew:Recapture }
#! claim-event-class-known Or
DELETE WHERE { <claim/A/planned> ew:eventClass ?x } ; INSERT DATA { <claim/A/planned> ew:eventClass ew:City }
#! claim-trigger MinCount
DELETE WHERE { <claim/A/fact> ew:trigger ?x }
#! claim-trigger MaxCount
INSERT DATA { <claim/A/fact> ew:trigger <passage/A/0-12> }
#! claim-trigger Class
DELETE WHERE { <claim/A/fact> ew:trigger ?x } ; INSERT DATA { <claim/A/fact> ew:trigger <lexicon> }
#! claim-evidence MinCount
DELETE WHERE { <claim/A/fact> ew:evidence ?x }
#! claim-evidence MaxCount
INSERT DATA { <claim/A/fact> ew:evidence <passage/A/13-19> }
#! claim-evidence Class
DELETE WHERE { <claim/A/fact> ew:evidence ?x } ; INSERT DATA { <claim/A/fact> ew:evidence <lexicon> }
#! claim-trigger-in-evidence SPARQL
# the trigger before the evidence
DELETE WHERE { <claim/A/fact> ew:evidence ?x } ; INSERT DATA { <claim/A/fact> ew:evidence <passage/A/39-70> }
#! claim-trigger-in-evidence SPARQL
# the trigger after the evidence
DELETE WHERE { <claim/A/fact> ew:trigger ?x } ; INSERT DATA { <claim/A/fact> ew:trigger <passage/A/39-70> }
#! claim-own-passages Equals
DELETE WHERE { <claim/B/time> ew:passage ?x } ; INSERT DATA { <claim/B/time> ew:passage <passage/A/0-12> }
#! claim-own-passages Equals
# the words of a voice
INSERT DATA { <claim/A/voice-quill> ew:contentPassage <passage/B/0-4> }
#! claim-role Class
INSERT DATA { <claim/A/planned> ew:hasRole <entity/quill> }
#! claim-time MaxCount
INSERT DATA { <claim/A/planned> ew:hasTime <claim/A/time> }
#! claim-time Class
DELETE WHERE { <claim/A/planned> ew:hasTime ?x } ; INSERT DATA { <claim/A/planned> ew:hasTime <time/2031-05-03> }
#! claim-quantity Class
INSERT DATA { <claim/A/planned> ew:hasQuantity <claim/A/time> }
#! claim-attributed-to MinCount
DELETE WHERE { <claim/A/fact> ew:attributedTo ?x }
#! claim-attributed-to Class
INSERT DATA { <claim/A/fact> ew:attributedTo <entity/quill> }
#! claim-first-voice Or
DELETE DATA { <claim/A/attributed> ew:attributedTo <claim/A/voice-reports> }
#! claim-voices-contiguous SPARQL
DELETE DATA { <claim/A/attributed> ew:attributedTo <claim/A/voice-quill> }
#! claim-voices-distinct SPARQL
INSERT DATA { <claim/A/attributed> ew:attributedTo <claim/A/voice-publisher> }
#! claim-publisher-first SPARQL
DELETE WHERE { <claim/A/voice-reports> ew:source ?x } ; INSERT DATA { <claim/A/voice-reports> ew:source <entity/quill> }
#! claim-modality MinCount
DELETE WHERE { <claim/B/negative> ew:modality ?x }
#! claim-modality MaxCount
INSERT DATA { <claim/B/negative> ew:modality ew:modality-claimed }
#! claim-modality In
DELETE WHERE { <claim/B/negative> ew:modality ?x } ; INSERT DATA { <claim/B/negative> ew:modality ew:modality-certain }
#! claim-polarity MinCount
DELETE WHERE { <claim/A/attributed> ew:polarity ?x }
#! claim-polarity MaxCount
INSERT DATA { <claim/A/attributed> ew:polarity ew:polarity-negative }
#! claim-polarity In
DELETE WHERE { <claim/A/attributed> ew:polarity ?x } ; INSERT DATA { <claim/A/attributed> ew:polarity ew:polarity-mixed }
#! claim-status MinCount
DELETE WHERE { <claim/B/negative> ew:status ?x }
#! claim-status MaxCount
INSERT DATA { <claim/B/negative> ew:status ew:status-attributed_claim }
#!+ claim-attributed Or
#! claim-status In
DELETE WHERE { <claim/B/negative> ew:status ?x } ; INSERT DATA { <claim/B/negative> ew:status ew:status-true }
#! claim-content Class
INSERT DATA { <claim/A/planned> ew:content <entity/quill> }
#! claim-fired-by MinCount
DELETE WHERE { <claim/A/planned> ew:firedBy ?x }
#! claim-fired-by MaxCount
INSERT DATA { <claim/A/planned> ew:firedBy "walk" }
#! claim-fired-by Datatype
DELETE WHERE { <claim/A/planned> ew:firedBy ?x } ; INSERT DATA { <claim/A/planned> ew:firedBy <lexicon> }
#! claim-relation SPARQL
# to an event
INSERT DATA { <claim/A/planned> ew:updates <event/talks> }
#! claim-relation SPARQL
# to itself
INSERT DATA { <claim/A/planned> ew:corroborates <claim/A/planned> }
#! claim-matter SPARQL
INSERT DATA { <claim/A/planned> ew:contradictsPlace <claim/B/negative> }
#! claim-attributed Or
DELETE DATA { <claim/A/attributed> ew:attributedTo <claim/A/voice-quill> , <claim/A/voice-unnamed> }
#! claim-own-voice Or
# a plain fact that is only cited
INSERT DATA { <claim/A/fact> ew:attributedTo <claim/A/voice-quill> }
#! claim-own-voice Or
# an absence that is only cited
INSERT DATA { <claim/B/negative> ew:attributedTo <claim/B/voice-cited> .
    <claim/B/voice-cited> a ew:Voice ; ew:depth 1 ; ew:stance ew:stance-denies ; ew:cue <passage/B/0-4> }
#! claim-non-factual Or
# the status says so, the modality does not
DELETE WHERE { <claim/A/planned> ew:modality ?x } ; INSERT DATA { <claim/A/planned> ew:modality ew:modality-actual }
#! claim-non-factual Or
# planned, and stated as absent
DELETE WHERE { <claim/B/negative> ew:modality ?x } ; INSERT DATA { <claim/B/negative> ew:modality ew:modality-planned }
#! claim-non-factual Or
# conditional, and stated as fact
DELETE WHERE { <claim/A/fact> ew:modality ?x } ; INSERT DATA { <claim/A/fact> ew:modality ew:modality-conditional }
#! claim-non-factual Or
# hypothetical, and merely attributed
DELETE WHERE { <claim/A/attributed> ew:modality ?x } ; INSERT DATA { <claim/A/attributed> ew:modality ew:modality-hypothetical }
#! claim-non-factual Or
# desired, and merely attributed
DELETE WHERE { <claim/A/attributed> ew:modality ?x } ; INSERT DATA { <claim/A/attributed> ew:modality ew:modality-desired }
#! claim-fact-positive Or
DELETE WHERE { <claim/A/fact> ew:polarity ?x } ; INSERT DATA { <claim/A/fact> ew:polarity ew:polarity-negative }
#! claim-fact-actual Or
DELETE WHERE { <claim/A/fact> ew:modality ?x } ; INSERT DATA { <claim/A/fact> ew:modality ew:modality-claimed }
#! claim-negative Or
DELETE WHERE { <claim/B/negative> ew:polarity ?x } ; INSERT DATA { <claim/B/negative> ew:polarity ew:polarity-positive }
#! claim-fact-asserted Or
DELETE WHERE { <claim/A/voice-publisher> ew:stance ?x } ; INSERT DATA { <claim/A/voice-publisher> ew:stance ew:stance-hedges }
#! claim-origin MaxCount
INSERT DATA { <claim/B/negative> prov:hadPrimarySource <origin/quill> }
#! claim-origin Class
DELETE DATA { <claim/B/negative> prov:hadPrimarySource <origin/publisher-B> } ;
INSERT DATA { <claim/B/negative> prov:hadPrimarySource <entity/publisher-B> }
#! claim-quoted-from MaxCount
INSERT DATA { <claim/B/negative> prov:wasQuotedFrom <claim/A/fact> }
#! claim-quoted-from NodeKind
DELETE DATA { <claim/B/negative> prov:wasQuotedFrom <claim/A/planned> } ;
INSERT DATA { <claim/B/negative> prov:wasQuotedFrom "a report" }
