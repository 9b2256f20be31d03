"""The graph of an edition: what is stated where, and what never is."""

from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Dataset, Literal, URIRef

from converters.fusion.model import Edition, Event
from converters.graph.assemble import Assembly, article_chunks, chunks, prepare, to_dataset
from converters.graph.naming import Names
from converters.iris import Iris
from converters.linking.model import LinkedReading
from converters.namespaces import EW, OA, PROV, SEM, WD
from converters.reading.model import Claim, Role
from tests.fixtures.edition import BASE, HARBOUR, ORIGIN, assembly, edition, harbour


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return to_dataset(assembly())


def event(key: str) -> URIRef:
    return URIRef(f"{BASE}event/{key}")


def entity(key: str) -> URIRef:
    return URIRef(f"{BASE}entity/{key}")


def alone(linked: LinkedReading, extra: tuple[Event, ...] = ()) -> Assembly:
    """An edition of one article in which every event of the reading stands for itself."""
    numbers = {claim.event for claim in linked.reading.claims}
    events = (
        Event(f"e{n}", "Event", tuple((0, i) for i, c in enumerate(linked.reading.claims) if c.event == n))
        for n in numbers
    )
    return prepare(Edition((linked,), (*events, *extra), ()), Iris(BASE), ORIGIN)


def with_claims(*claims: Claim) -> LinkedReading:
    linked = harbour()
    return replace(linked, reading=replace(linked.reading, claims=claims))


def names_of(made: Assembly, stem: str) -> Names:
    return next(names for names in made.readings if names.article_value.stem == stem)


def test_there_are_no_blank_nodes_and_every_node_is_described_in_one_graph() -> None:
    quads = list(ox.parse(b"".join(chunk.nquads() for chunk in chunks(assembly())), format=ox.RdfFormat.N_QUADS))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))
    graphs: dict[object, set[object]] = {}
    for quad in quads:
        graphs.setdefault(quad.subject, set()).add(quad.graph_name)
    assert all(len(found) == 1 for found in graphs.values())
    assert len({graph for found in graphs.values() for graph in found}) == 5


def test_what_is_only_claimed_is_no_fact_of_the_event(dataset: Dataset) -> None:
    found = {(p, o) for _, p, o, _ in dataset.quads((event("retaking"), None, None, None))}
    assert found == {
        (RDF.type, EW.Event),
        (RDFS.label, Literal("Recapture (claimed) in Vintsel by Orlan Guard", lang="en")),
    }
    assert not list(dataset.quads((event("talking"), SEM.hasPlace, None, None)))
    assert (event("talking"), RDFS.label, Literal("Meeting (not factual) “held”", lang="en")) in dataset.graph(
        URIRef(f"{BASE}graph/events")
    )


def test_what_a_publisher_tells_as_fact_is_stated_of_the_event(dataset: Dataset) -> None:
    saying = {o for _, _, o, _ in dataset.quads((event("saying"), RDF.type, None, None))}
    assert saying == {EW.Event, EW.Statement}
    assert [o for _, _, o, _ in dataset.quads((event("saying"), SEM.hasActor, None, None))] == [entity("ada-quill")]


def test_what_is_not_in_the_words_is_no_fact_of_the_event(dataset: Dataset) -> None:
    assert not list(dataset.quads((event("raining"), SEM.hasPlace, None, None)))


def test_a_fact_in_one_article_and_a_claim_in_another_give_the_event_the_fact_only() -> None:
    linked = harbour()
    claimed = linked.reading.claims[0]
    told = replace(claimed, voices=claimed.voices[:1], status="publisher_fact", roles=claimed.roles[:1], type="Capture")
    made = to_dataset(alone(with_claims(claimed, told)))
    assert {o for _, _, o, _ in made.quads((event("e0"), RDF.type, None, None))} == {EW.Event, EW.Capture}
    assert [o for _, _, o, _ in made.quads((event("e0"), SEM.hasActor, None, None))] == [entity("orlan-guard")]
    assert not list(made.quads((event("e0"), SEM.hasPlace, None, None)))


def test_only_an_accepted_link_is_an_identity(dataset: Dataset) -> None:
    assert [(s, o) for s, _, o, _ in dataset.quads((None, OWL.sameAs, None, None))] == [
        (entity("wd%3AQ90000001"), WD.Q90000001)
    ]
    assert {o for _, _, o, _ in dataset.quads((None, EW.linkTarget, None, None))} == {WD.Q90000001, WD.Q90000002}
    assert [(s, o) for s, _, o, _ in dataset.quads((None, SKOS.closeMatch, None, None))] == [
        (entity("orlan-guard"), WD.Q90000002)
    ]
    dates = {str(s): str(o) for s, _, o, _ in dataset.quads((None, EW.linkDate, None, None))}
    assert dates == {f"{entity('wd%3AQ90000001')}#link": "2031-05-02"}


def test_an_unnamed_publisher_is_a_publisher_without_a_label(dataset: Dataset) -> None:
    unnamed = entity(f"publisher-{names_of(assembly(), 'a-council').article_value.digest[:16]}")
    assert {o for _, _, o, _ in dataset.quads((unnamed, RDF.type, None, None))} == {EW.Publisher}
    assert not list(dataset.quads((unnamed, RDFS.label, None, None)))
    assert len(list(dataset.quads((None, EW.source, unnamed, None)))) == 3


def test_the_text_is_quoted_and_not_republished(dataset: Dataset) -> None:
    quotes = [str(o) for _, _, o, _ in dataset.quads((None, OA.exact, None, None))]
    assert "retook" in quotes
    assert not any(HARBOUR.body in quote for quote in quotes)
    assert all(HARBOUR.body not in str(o) for _, _, o, _ in dataset)


def test_decimals_have_one_form_in_every_engine(dataset: Dataset) -> None:
    values = {o.n3() for p in (EW.value, EW.low, EW.high) for _, _, o, _ in dataset.quads((None, p, None, None))}
    decimal = "<http://www.w3.org/2001/XMLSchema#decimal>"
    assert values == {f'"1027"^^{decimal}', f'"2.5"^^{decimal}'}
    store = ox.Store()
    text = b"".join(chunk.nquads() for chunk in chunks(assembly()))
    store.load(text, ox.RdfFormat.N_QUADS)
    assert set(store) == set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def test_provenance_tells_what_made_each_graph_and_no_clock(dataset: Dataset) -> None:
    conversion = URIRef(f"{BASE}graph/provenance#conversion")
    derived = list(dataset.quads((None, PROV.wasDerivedFrom, None, None)))
    assert len(derived) == 2
    for graph, _, article, _ in derived:
        assert list(dataset.quads((graph, PROV.wasGeneratedBy, conversion, None)))
        assert list(dataset.quads((conversion, PROV.used, article, None)))
        assert (article, RDF.type, EW.Article) in dataset.graph(graph)
    assert not {PROV.startedAtTime, PROV.endedAtTime, PROV.generatedAtTime} & {p for _, p, _, _ in dataset}


def test_iris_of_claims_stay_when_another_article_joins() -> None:
    together = names_of(assembly(), "b-harbour")
    assert names_of(alone(harbour()), "b-harbour").claims == together.claims


def test_iris_do_not_depend_on_the_order_of_entities_and_events() -> None:
    linked = harbour()
    shift = {0: 3, 1: 2, 2: 1, 3: 0}
    back = [next(old for old, new in shift.items() if new == position) for position in range(4)]

    def moved(role: Role) -> Role:
        return replace(
            role,
            entity=None if role.entity is None else shift[role.entity],
            event=None if role.event is None else role.event + 40,
        )

    claims = tuple(
        replace(
            claim,
            event=claim.event + 40,
            roles=tuple(map(moved, claim.roles)),
            voices=tuple(replace(v, source=None if v.source is None else shift[v.source]) for v in claim.voices),
        )
        for claim in linked.reading.claims
    )
    entities = tuple(linked.reading.entities[old] for old in back)
    turned = LinkedReading(
        replace(linked.reading, publisher=shift[3], entities=entities, claims=claims),
        tuple(linked.identities[old] for old in back),
    )
    assert alone(turned).readings[0].claims == alone(linked).readings[0].claims
    same = [next(article_chunks(alone(one))).nodes for one in (linked, linked)]
    assert same[0] == same[1]


def test_the_same_words_about_two_events_are_two_claims_and_about_one_are_one() -> None:
    claim = harbour().reading.claims[0]
    two, one = with_claims(claim, replace(claim, event=9)), with_claims(claim, claim)
    assert len(set(alone(two).readings[0].claims)) == 2
    assert len(set(alone(one).readings[0].claims)) == 1


def test_claims_that_differ_in_any_part_differ_in_iri() -> None:
    claim = harbour().reading.claims[0]
    role, (courier, quill) = claim.roles[0], claim.voices
    assert claim.time is not None
    others = [
        replace(claim, polarity="negative"),
        replace(claim, modality="planned"),
        replace(claim, status="publisher_fact"),
        replace(claim, type="Capture"),
        replace(claim, roles=(replace(role, role="patient"), *claim.roles[1:])),
        replace(claim, roles=(replace(role, inferred=True), *claim.roles[1:])),
        replace(claim, time=None),
        replace(claim, time=replace(claim.time, end=None)),
        replace(claim, voices=(courier,)),
        replace(claim, voices=(courier, replace(quill, stance="denies"))),
        replace(claim, voices=(courier, replace(quill, cue=None))),
        replace(claim, quantities=harbour().reading.claims[2].quantities),
    ]
    iris = [alone(with_claims(one)).readings[0].claims[0] for one in (claim, *others)]
    assert len(set(iris)) == len(iris)


def test_a_claim_without_an_event_is_refused() -> None:
    with pytest.raises(ValueError, match=r"b-harbour: claim 0 \(Recapture\) belongs to no event"):
        prepare(Edition((harbour(),), (), ()), Iris(BASE), ORIGIN)


def test_a_role_filled_by_an_event_that_nobody_tells_is_refused() -> None:
    claim = replace(harbour().reading.claims[0], roles=(Role("cause", None, 77, None),))
    with pytest.raises(ValueError, match="no claim is about event 77, a cause"):
        alone(with_claims(claim))


def test_entities_of_several_articles_are_one_with_all_their_names() -> None:
    first = edition()
    position = next(i for i, linked in enumerate(first.readings) if linked.reading.article.stem == "a-council")
    linked = first.readings[position]
    identities = tuple(
        replace(one, label="The Guard", alternatives=("Orlan Guards",)) if one.key == "orlan-guard" else one
        for one in linked.identities
    )
    readings = tuple(replace(r, identities=identities) if i == position else r for i, r in enumerate(first.readings))
    made = to_dataset(prepare(replace(first, readings=readings), Iris(BASE), ORIGIN))
    labels = [str(o) for _, _, o, _ in made.quads((entity("orlan-guard"), RDFS.label, None, None))]
    others = {str(o) for _, p, o, _ in made.quads((entity("orlan-guard"), None, None, None)) if "altLabel" in p}
    assert labels == ["Orlan Guard"]
    assert others == {"The Guard", "Orlan Guards"}


def test_an_article_without_a_date_has_none(dataset: Dataset) -> None:
    dates = [o for _, p, o, _ in dataset.quads((None, None, None, None)) if str(p).endswith("datePublished")]
    assert dates == [Literal(date(2031, 5, 12))]


def test_what_an_article_calls_somebody_stands_on_its_passage_alone(dataset: Dataset) -> None:
    told = list(dataset.quads((None, EW.title, None, None)))
    (ada,) = [s for s, _, o, _ in told if str(o) == "General"]
    assert len(told) == 1
    assert {o for _, _, o, _ in dataset.quads((ada, EW.mentionKind, None, None))} == {EW["mention-name"]}
    assert "/passage/" in str(ada)


def test_an_event_causes_another_only_if_both_are_told_as_facts() -> None:
    linked = harbour()
    first = linked.reading.claims[0]
    cause = replace(linked.reading.claims[1], event=first.event + 90, roles=())
    for status, told in (("publisher_fact", 1), ("attributed_claim", 0)):
        effect = replace(first, status="publisher_fact", roles=(Role("cause", None, cause.event, first.trigger),))
        made = to_dataset(alone(with_claims(effect, replace(cause, status=status))))
        found = [(s, o) for s, _, o, _ in made.quads((None, EW.causes, None, None))]
        assert len(found) == told
        assert all(list(made.quads((s, RDF.type, EW[cause.type], None))) for s, _ in found)


def test_an_event_is_part_of_another_only_if_both_are_told_as_facts() -> None:
    linked = harbour()
    first = linked.reading.claims[0]
    whole = replace(linked.reading.claims[1], event=first.event + 90, roles=())
    for status, parts in (("publisher_fact", 1), ("attributed_claim", 0)):
        part = replace(first, status="publisher_fact", roles=(Role("part_of", None, whole.event, first.trigger),))
        made = to_dataset(alone(with_claims(part, replace(whole, status=status))))
        assert len(list(made.quads((None, EW.partOf, None, None)))) == parts
