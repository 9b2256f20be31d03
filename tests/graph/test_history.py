"""What became of the events of an earlier release."""

from collections.abc import Mapping
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.fusion.join import join
from converters.graph.assemble import chunks, prepare
from converters.graph.history import Earlier, history_nodes
from converters.graph.provenance import Origin
from converters.graph.terms import name
from converters.iris import Iris
from converters.lexicon.load import load
from tests.fusion.test_join import linked
from tests.fusion.test_properties import TEXTS

REPLACED, DERIVED = name("dcterms:isReplacedBy"), name("prov:wasDerivedFrom")
CASES: Mapping[str, tuple[Mapping[str, str], Mapping[str, str], Mapping[str, set[str]], set[tuple[str, str, str]]]] = {
    "nothing changed": ({"a": "e", "b": "f"}, {"a": "e", "b": "f"}, {}, set()),
    "two became one": ({"a": "e", "b": "f"}, {"a": "e", "b": "e"}, {}, {("f", REPLACED, "e")}),
    "one is called otherwise": ({"a": "e"}, {"a": "g", "c": "g"}, {}, {("e", REPLACED, "g")}),
    "one became two others": ({"a": "e", "b": "e"}, {"a": "g", "b": "h"}, {}, {("e", REPLACED, x) for x in "gh"}),
    "one was split off": ({"a": "e", "b": "e"}, {"a": "e", "b": "h"}, {}, {("h", DERIVED, "e")}),
    "an account moved": ({"a": "e", "b": "e", "c": "f"}, {"a": "e", "b": "f", "c": "f"}, {}, set()),
    "its article is gone": ({"a": "e", "b": "f"}, {"b": "f"}, {}, set()),
    "replaced before": ({"a": "f"}, {"a": "g"}, {"e": {"f"}}, {("f", REPLACED, "g"), ("e", REPLACED, "g")}),
    "back again": ({"a": "f"}, {"a": "e"}, {"e": {"f"}}, {("f", REPLACED, "e")}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_became_of_events(case: str) -> None:
    before, now, replaced, expected = CASES[case]
    found = history_nodes(Earlier(before, replaced), now)
    assert {(node.iri, *stated) for node in found for stated in node.properties} == expected


Graph = dict[str, set[bytes]]


def graph(texts: tuple[str, ...], earlier: Earlier | None) -> Graph:
    """Statements of the graph of some articles by kind of chunk."""
    edition = join([linked(text) for text in texts], load().superclass)
    assembly = prepare(edition, Iris("http://localhost/"), Origin("test", ()), earlier)
    found: Graph = {}
    for chunk in chunks(assembly):
        found.setdefault(chunk.kind, set()).update(chunk.statements)
    return found


def release(made: Graph) -> Earlier:
    """What a later release reads of one."""
    about, replaced = name("ew:about"), dict[str, set[str]]()
    told = [line.decode().split(" ", 2) for line in made.get("article", ())]
    for line in made.get("history", ()):
        old, predicate, new = line.decode().split(" ")
        if predicate == REPLACED:
            replaced.setdefault(old, set()).add(new)
    return Earlier({claim: event for claim, predicate, event in told if predicate == about}, replaced)


@settings(max_examples=15, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6, unique=True))
def test_one_by_one_or_all_at_once_is_the_same_graph_and_no_event_is_lost(texts: list[str]) -> None:
    earlier, ever = None, set[str]()
    for some in accumulate(texts, lambda told, text: (*told, text), initial=()):
        if some:
            made = graph(some, earlier)
            earlier = release(made)
            ever |= set(earlier.events.values())
    assert earlier
    present = set(earlier.events.values())
    assert ever == present | set(earlier.replaced)
    assert {new for heirs in earlier.replaced.values() for new in heirs} <= present
    assert not set(earlier.replaced) & present
    made.pop("history", None)
    assert made == graph(tuple(reversed(texts)), None)
