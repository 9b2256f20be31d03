#! Activity NodeKind
INSERT DATA { [] a prov:Activity ; prov:used <article/A> ; prov:wasAssociatedWith <eventwire> }
#! activity-used MinCount
DELETE WHERE { <graph/provenance#conversion> prov:used ?x }
#! activity-used NodeKind
INSERT DATA { <graph/provenance#conversion> prov:used "the lexicon" }
#! activity-agent MinCount
DELETE WHERE { <graph/provenance#conversion> prov:wasAssociatedWith ?x }
#! activity-agent Class
INSERT DATA { <graph/provenance#conversion> prov:wasAssociatedWith <entity/quill> }
#! activity-started MaxCount
INSERT DATA { <graph/provenance#conversion> prov:startedAtTime "2031-05-04T10:00:00"^^xsd:dateTime }
#! activity-ended MaxCount
INSERT DATA { <graph/provenance#conversion> prov:endedAtTime "2031-05-04T10:00:00"^^xsd:dateTime }
#! Agent NodeKind
INSERT DATA { [] a prov:SoftwareAgent ; schema:softwareVersion "0.1" }
#! agent-version MinCount
DELETE WHERE { <eventwire> schema:softwareVersion ?x }
#! agent-version MaxCount
INSERT DATA { <eventwire> schema:softwareVersion "0.2" }
#! agent-version Datatype
DELETE WHERE { <eventwire> schema:softwareVersion ?x } ; INSERT DATA { <eventwire> schema:softwareVersion 1.0 }
#! Generated NodeKind
INSERT DATA { [] prov:wasGeneratedBy <graph/provenance#conversion> }
#! generated-by MaxCount
INSERT DATA { <graph/A> prov:wasGeneratedBy <other> . <other> a prov:Activity ; prov:used <lexicon> ;
    prov:wasAssociatedWith <eventwire> }
#! generated-by Class
DELETE WHERE { <graph/A> prov:wasGeneratedBy ?x } ; INSERT DATA { <graph/A> prov:wasGeneratedBy <eventwire> }
#! generated-from NodeKind
INSERT DATA { <graph/A> prov:wasDerivedFrom "an article" }
#! used-identified SPARQL
DELETE WHERE { <lexicon> schema:version ?x }
