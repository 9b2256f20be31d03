"""What holds of every edition, whichever articles make it up and in whatever order they come."""

from hypothesis import given, settings
from hypothesis import strategies as st

from converters.fusion.join import join
from converters.fusion.model import Edition
from converters.graph.naming import name_readings
from converters.iris import Iris
from converters.lexicon.load import load
from converters.linking.model import LinkedReading
from tests.fusion.test_join import APART, ONE, RIVALS, TWO, linked

VOICES = [
    "Sweden said its army had recaptured two villages near Stockholm. Norway denied it.",
    "Officials in Oslo rejected the claim that Swedish forces had captured Stockholm.",
    "Sweden captured Stockholm in May, a claim that the Norwegian army refuted. The attack killed 12 people.",
    "The Swedish army said on Facebook it had taken Solna and Kista. The statement said fighting went on.",
]
TEXTS = sorted({text for case in (*ONE, *TWO, *RIVALS, *APART) for text in case[1:] if text} | set(VOICES))

articles = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8)


def edition(readings: list[LinkedReading]) -> Edition:
    return join(readings, load().superclass)


def told(found: Edition) -> set[str]:
    """The IRIs of all claims."""
    return {claim for names in name_readings(found, Iris("http://localhost/")) for claim in names.claims}


@settings(max_examples=30, deadline=None)
@given(texts=articles, chance=st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_edition(texts: list[str], chance: object) -> None:
    readings = [linked(text) for text in texts]
    shuffled = sorted(readings, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert edition(readings) == edition(shuffled)


@settings(max_examples=30, deadline=None)
@given(texts=articles, again=st.data())
def test_an_article_twice_changes_nothing(texts: list[str], again: st.DataObject) -> None:
    readings = [linked(text) for text in texts]
    twice = linked(again.draw(st.sampled_from(texts)))
    assert edition([*readings, twice]) == edition(readings)


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), min_size=2, max_size=8, unique=True))
def test_removing_an_article_removes_exactly_its_claims(texts: list[str]) -> None:
    readings = [linked(text) for text in texts]
    alone = told(edition(readings[:1]))
    assert told(edition(readings)) - told(edition(readings[1:])) == alone
    assert told(edition(readings[1:])) <= told(edition(readings))


@settings(max_examples=30, deadline=None)
@given(texts=articles)
def test_every_claim_is_of_one_event_and_relations_are_between_claims_of_the_edition(texts: list[str]) -> None:
    found = edition([linked(text) for text in texts])
    claims = [ref for event in found.events for ref in event.claims]
    assert sorted(claims) == [(n, m) for n, r in enumerate(found.readings) for m in range(len(r.reading.claims))]
    assert {ref for relation in found.relations for ref in (relation.a, relation.b)} <= set(claims)
    assert all(relation.a != relation.b for relation in found.relations)
    assert len({(r.a, r.relation, r.b) for r in found.relations}) == len(found.relations)
