"""Releases of invented claims, one killing each, that differ in one thing. All items are invented: Q9000000…"""

from collections.abc import Mapping

from pyoxigraph import RdfFormat, Store, parse, serialize

from converters.namespaces import PREFIXES
from converters.query import store_of

BASE = "http://localhost:8000/"
HEAD = f"@base <{BASE}> .\n" + "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
ENTITIES = """
<article/a> a ew:Article ; dcterms:identifier "a-harbour" ; schema:datePublished "2031-05-12"^^xsd:date .
<article/b> a ew:Article ; dcterms:identifier "b-council" .
<entity/quill> a ew:Person ; rdfs:label "Ada Quill"@en ; owl:sameAs wd:Q900000001 ; ew:hasLink <entity/quill#link> .
<entity/quill#link> a ew:Link ; ew:linkState ew:link-linked ; ew:linkTarget wd:Q900000001 .
<entity/lowmere> a ew:City ; rdfs:label "Lowmere"@en ; owl:sameAs wd:Q900000002 ; ew:hasLink <entity/lowmere#link> .
<entity/lowmere#link> a ew:Link ; ew:linkState ew:link-linked ; ew:linkTarget wd:Q900000002 .
<entity/cole> a ew:Person ; rdfs:label "Ann Cole"@en ; owl:sameAs wd:Q900000003 ; ew:hasLink <entity/cole#link> .
<entity/cole#link> a ew:Link ; ew:linkState ew:link-linked ; ew:linkTarget wd:Q900000003 .
<entity/xan> a ew:Person ; rdfs:label "Xan"@en ; skos:closeMatch wd:Q900000004 ; ew:hasLink <entity/xan#link> .
<entity/xan#link> a ew:Link ; ew:linkState ew:link-possible ; ew:linkTarget wd:Q900000004 .
<entity/courier> a ew:Publisher ; rdfs:label "Courier"@en ; owl:sameAs wd:Q900000005 .
<entity/courier> ew:hasLink <entity/courier#link> .
<entity/courier#link> a ew:Link ; ew:linkState ew:link-linked ; ew:linkTarget wd:Q900000005 .
<time/2031-05-09> time:inXSDDate "2031-05-09"^^xsd:date .
<time/2031-05-11> time:inXSDDate "2031-05-11"^^xsd:date .
"""
PLAIN: Mapping[str, str] = {
    "article": "a",
    "class": "Killing",
    "status": "publisher_fact",
    "modality": "actual",
    "polarity": "positive",
    "publisher": "entity/courier",
    "patient": "entity/quill",
    "agent": "entity/cole",
    "place": "entity/lowmere",
    "ends": "2031-05-09",
    "precision": "day",
    "quote": "Ada Quill was killed in Lowmere.",
    "more": "",
    "inferred": "false",
}


def claim(name: str, **other: str) -> str:
    """Turtle of a claim that is PLAIN but for what is given."""
    told = {**PLAIN, **other}
    roles = " ".join(f"<claim/{name}/{role}> ," for role in ("patient", "agent", "place") if told[role]).rstrip(" ,")
    fillings = "".join(
        f"<claim/{name}/{role}> ew:role ew:role-{role} ; ew:filler <{told[role]}> ; ew:inferred {told['inferred']} .\n"
        for role in ("patient", "agent", "place")
        if told[role]
    )
    return f"""
<claim/{name}> a ew:Claim ; ew:inArticle <article/{told["article"]}> ; ew:about <event/{name}> ;
    ew:eventClass ew:{told["class"]} ; ew:modality ew:modality-{told["modality"]} ; ew:hasRole {roles} ;
    ew:polarity ew:polarity-{told["polarity"]} ; ew:status ew:status-{told["status"]} ; ew:evidence <passage/{name}> ;
    ew:attributedTo <claim/{name}/voice> ; ew:hasTime <claim/{name}/time> .
<passage/{name}> oa:hasSelector <passage/{name}#s> . <passage/{name}#s> oa:exact "{told["quote"]}" .
<claim/{name}/voice> ew:depth 0 ; ew:source <{told["publisher"]}> ; ew:stance ew:stance-asserts .
<claim/{name}/time> ew:precision ew:precision-{told["precision"]} ; time:hasBeginning <time/2031-05-09> ;
    time:hasEnd <time/{told["ends"]}> .
{fillings}{told["more"]}"""


def release(*claims: str) -> Store:
    turtle = HEAD + ENTITIES + "".join(claims)
    quads = parse(turtle.encode(), RdfFormat.TURTLE)
    return store_of(serialize((quad for quad in quads), format=RdfFormat.N_QUADS) or b"")
