"""The log as a linked data event stream (LDES) with TREE pages.

Members are activities; what is stated of a thing at that time stands in a graph named by the activity. The root names
every page with its time, so pages need no links and one that is full never changes.
"""

from collections.abc import Iterator
from datetime import datetime

from converters.graph.nodes import Node, Property
from converters.graph.terms import boolean, integer, iri, text
from converters.serving.feeds.log import PAGE, Activity, Log, stamped
from converters.serving.vocabulary import said, term
from converters.serving.writing import DEFAULT, Description

PATH = "feeds/ldes"


def stream(log: Log, base: str, root: str) -> Description:
    """The stream and its one view: a relation pair (from, to) for each page. `root` is the URL of the server."""
    url = f"{root}{PATH}"
    beginnings = log.beginnings()
    relations = [
        relation
        for number, beginning in enumerate(beginnings)
        for relation in _relations(url, number, beginning, beginnings[number + 1 : number + 2])
    ]
    view = said(
        url,
        ("rdf:type", (term("tree:Node"), term("ldes:EventSource"))),
        ("rdfs:comment", text("All activities since the first release; none is ever removed.", "en")),
        ("tree:viewDescription", iri(f"{url}#description")),
        ("tree:relation", (relation.iri for relation in relations)),
    )
    return Description("Event stream", base, {DEFAULT: (*_stream(base, url), view, *relations)}, keeps_graphs=True)


def page(log: Log, number: int, base: str, root: str) -> Description | None:
    """A page of members; None if there is none of this number."""
    activities = log.page(number)
    if not activities:
        return None
    url = f"{root}{PATH}"
    node = said(
        f"{url}/{number}",
        ("rdf:type", term("tree:Node")),
        ("ldes:immutable", boolean(len(activities) == PAGE)),
    )
    members = said(_name(base), ("tree:member", (iri(name(base, one)) for one in activities)))
    graphs = {DEFAULT: (*_stream(base, url), members, node, *(_member(base, one) for one in activities))}
    graphs |= {iri(name(base, one)): payload(one) for one in activities if one.payload}
    return Description(f"Event stream, page {number}", base, graphs, keeps_graphs=True)


def single(base: str, activity: Activity) -> Description:
    """One activity with its payload."""
    named = iri(name(base, activity))
    graphs = {DEFAULT: (_member(base, activity),), named: payload(activity)}
    return Description(f"Activity {activity.number}", base, graphs, subject=named, keeps_graphs=True)


def name(base: str, activity: Activity) -> str:
    """The IRI of an activity, and of the graph of its payload."""
    return f"{base}feeds/activity/{activity.number}"


def payload(activity: Activity) -> tuple[Node, ...]:
    found: dict[str, list[Property]] = {}
    for line in activity.payload.splitlines():
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        found.setdefault(subject, []).append((predicate, value))
    return tuple(Node(subject, tuple(properties)) for subject, properties in found.items())


def _name(base: str) -> str:
    return f"{base}{PATH}#stream"


def _stream(base: str, url: str) -> Iterator[Node]:
    yield said(
        _name(base),
        ("rdf:type", term("ldes:EventStream")),
        ("dcterms:title", text("What changed from release to release: articles, entities, events, claims", "en")),
        ("dcterms:isPartOf", iri(f"{base}#dataset")),
        ("ldes:timestampPath", term("as:published")),
        ("ldes:versionOfPath", term("as:object")),
        ("ldes:versionCreateObject", term("as:Create")),
        ("ldes:versionUpdateObject", term("as:Update")),
        ("ldes:versionDeleteObject", term("as:Delete")),
        ("tree:shape", iri(f"{base}{PATH}#shape")),
        ("tree:view", iri(url)),
    )
    yield said(
        f"{base}{PATH}#shape",
        ("rdf:type", term("sh:NodeShape")),
        ("sh:property", (iri(f"{base}{PATH}#shape-{one}") for one in ("object", "published"))),
    )
    rules = {"object": ("sh:nodeKind", term("sh:IRI")), "published": ("sh:datatype", term("xsd:dateTime"))}
    for one, rule in rules.items():
        yield said(
            f"{base}{PATH}#shape-{one}",
            ("rdf:type", term("sh:PropertyShape")),
            ("sh:path", term(f"as:{one}")),
            ("sh:minCount", integer(1)),
            ("sh:maxCount", integer(1)),
            rule,
        )


def _relations(url: str, number: int, beginning: datetime, following: tuple[datetime, ...]) -> Iterator[Node]:
    bounds = [("from", "GreaterThanOrEqualToRelation", beginning)]
    bounds += [("to", "LessThanRelation", moment) for moment in following]
    for key, kind, moment in bounds:
        yield said(
            f"{url}#{key}-{number}",
            ("rdf:type", term(f"tree:{kind}")),
            ("tree:path", term("as:published")),
            ("tree:value", _moment(moment)),
            ("tree:node", iri(f"{url}/{number}")),
        )


def _member(base: str, activity: Activity) -> Node:
    return said(
        name(base, activity),
        ("rdf:type", term(f"as:{activity.action}")),
        ("as:object", iri(activity.iri)),
        ("as:published", _moment(activity.time)),
        ("as:summary", text(activity.title) if activity.title else None),
        ("schema:version", text(activity.release)),
    )


def _moment(moment: datetime) -> str:
    return f'"{stamped(moment)}"^^{term("xsd:dateTime")}'
