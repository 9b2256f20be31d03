"""What is bounded is bounded: the engine takes parts in the order foreseen, and finds no more rows than foreseen.

The order of its rows tells in which order it has joined: what it took first changes last.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.namespaces import RDF
from converters.serving.degrees import count_degrees
from converters.serving.grammar import Group, Pattern, Values
from converters.serving.planning import KNOWN, Unbounded, components, work

HERE = "http://news.example/"
Row = dict[str, ox.NamedNode]

things = st.sampled_from([f"{HERE}n{number}" for number in range(5)])
predicates = st.sampled_from([f"{HERE}p", f"{HERE}q", str(RDF.type)])
variables = st.sampled_from(["?a", "?b", "?c"])
graphs = st.sampled_from([f"{HERE}g", f"{HERE}h"])
statements = st.lists(
    st.tuples(things, predicates, things | predicates, graphs).map(lambda quad: ox.Quad(*map(ox.NamedNode, quad))),
    min_size=10,
    max_size=60,
)
patterns = st.builds(
    Pattern, variables | things, predicates | variables, variables | things, st.sampled_from([None, None, None, "?g"])
)
values = st.builds(Values, variables, st.lists(things, min_size=1, max_size=12).map(tuple))
anchored = st.builds(Pattern, things, predicates | variables, variables, st.none())
parts = st.lists(patterns | patterns | patterns | values, max_size=3)
groups = st.builds(
    lambda first, others, at, optional: Group((*others[:at], first, *others[at:]), tuple(optional)),
    anchored,
    parts,
    st.integers(0, 3),
    st.lists(patterns, max_size=2),
)


def stored(quads: Iterable[ox.Quad]) -> ox.Store:
    store = ox.Store()
    for quad in quads:
        store.add(quad)
    return store


def written(group: Group) -> str:
    found = [_part(part) for part in group.parts] + [f"OPTIONAL {{ {_part(part)} }}" for part in group.optional]
    return f"SELECT * {{ {' '.join(found)} }}"


def _part(part: Pattern | Values) -> str:
    if isinstance(part, Values):
        return f"VALUES {part.variable} {{ {' '.join(map(_term, part.terms))} }}"
    triple = f"{' '.join(map(_term, part[:3]))} ."
    return f"GRAPH {_term(part.graph)} {{ {triple} }}" if part.graph else triple


def _term(term: str) -> str:
    return term if term[0] == "?" else f"<{term}>"


def joined(store: ox.Store, rows: Iterable[Row], part: Pattern | Values) -> Iterator[Row]:
    """Each row with all that fits to it, one after the other."""
    for row in rows:
        yield from matches(store, row, part)


def matches(store: ox.Store, row: Row, part: Pattern | Values) -> Iterator[Row]:
    if isinstance(part, Values):
        found = [((part.variable, ox.NamedNode(term)),) for term in part.terms]
    else:
        terms = [term and row.get(term, None if term[0] == "?" else ox.NamedNode(term)) for term in part]
        quads = store.quads_for_pattern(*terms)  # type: ignore[arg-type]
        found = [tuple(zip(part, (q.subject, q.predicate, q.object, q.graph_name), strict=True)) for q in quads]  # type: ignore[misc]
    for pairs in found:
        more = dict(row)
        if all(not name or name[0] != "?" or more.setdefault(name, value) == value for name, value in pairs):
            yield more


def answer(store: ox.Store, group: Group) -> tuple[list[ox.Variable], list[tuple[ox.NamedNode | None, ...]]]:
    found = store.query(written(group), use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return found.variables, [tuple(row) for row in found]  # type: ignore[arg-type]


def agree(store: ox.Store, group: Group) -> bool:
    """Asserts that the engine does what is foreseen; False if nothing is."""
    try:
        most = work(group, count_degrees(store))
    except Unbounded:
        return False
    taken = list(components(group.parts))
    rows: list[Row] = [{}]
    found = 0
    for part in (part for component in taken for part in component):
        rows = list(joined(store, rows, part))
        found += len(rows)
    for pattern in group.optional:
        rows = [more for row in rows for more in (list(matches(store, row, pattern)) or [row])]
    names, told = answer(store, group)
    expected = [tuple(row.get(f"?{name.value}") for name in names) for row in rows]
    if len(taken) == 1:
        assert told == expected, written(group)
        assert found <= most.found
    assert sorted(map(str, told)) == sorted(map(str, expected))
    assert len(rows) <= most.rows
    return True


@settings(max_examples=300, deadline=None)
@given(quads=statements, group=groups)
def test_rows_come_in_the_order_that_is_foreseen(quads: list[ox.Quad], group: Group) -> None:
    agree(stored(quads), group)


def test_any_two_patterns_are_taken_in_the_order_that_is_foreseen() -> None:
    chosen = Random(0).choices
    things, predicates = [f"{HERE}n{number}" for number in range(4)], [f"{HERE}p", str(RDF.type)]
    quads = [map(chosen, (things, predicates, [*things, *predicates], [f"{HERE}g", f"{HERE}h"])) for _ in range(60)]
    store = stored(ox.Quad(*(ox.NamedNode(term) for (term,) in quad)) for quad in quads)
    triples = product(("?a", "?b", things[0]), ("?c", *predicates), ("?a", "?b", things[0]))
    every = [Pattern(*triple) for triple in triples]
    foreseen = [agree(store, Group(pair)) for pair in product(every, every)]
    assert foreseen.count(True) > 300


def test_the_engine_is_one_whose_ways_are_known() -> None:
    assert ox.__version__ in KNOWN, "see that the tests here hold, and add it"


@pytest.mark.parametrize(
    ("group", "least"),
    [
        ([Pattern("?a", str(RDF.type), f"{HERE}Claim")], 500),
        ([Pattern("?a", str(RDF.type), f"{HERE}Claim"), Pattern("?a", f"{HERE}about", f"{HERE}n1")], 0),
        ([Pattern("?a", str(RDF.type), f"{HERE}Claim"), Pattern("?a", "?p", f"{HERE}n1")], 500),
        ([Pattern(f"{HERE}n1", "?p", "?x"), Pattern("?y", "?q", "?x")], 500),
        ([Pattern(f"{HERE}n1", f"{HERE}about", "?x"), Pattern("?y", f"{HERE}about", "?x")], 0),
    ],
)
def test_what_many_things_share_is_counted(group: list[Pattern], least: int) -> None:
    store = ox.Store()
    for number in range(500):
        thing, before = ox.NamedNode(f"{HERE}n{number}"), ox.NamedNode(f"{HERE}n{number - 1}")
        store.add(ox.Quad(thing, ox.NamedNode(str(RDF.type)), ox.NamedNode(f"{HERE}Claim")))
        store.add(ox.Quad(thing, ox.NamedNode(f"{HERE}about"), before))
    needed = work(Group(tuple(group)), count_degrees(store))
    assert needed.walked >= least
    assert least or needed.walked < 100


@pytest.mark.parametrize(
    "group",
    [
        Group((Pattern("?s", "?p", "?o"),)),
        Group((Pattern("?s", f"{HERE}p", "?o"),)),
        Group((Pattern(f"{HERE}a", "?p", "?o"), Pattern("?x", "?q", "?y"))),
        Group((Pattern(f"{HERE}a", "?p", "?o"), Pattern("?x", "?p", "?y"))),
        Group((Pattern(f"{HERE}a", "?p", "?o", "?g"), Pattern("?x", "?q", "?y", "?g"))),
        Group((Pattern(f"{HERE}a", "?p", "?o"),), (Pattern("?x", f"{HERE}p", "?y"),)),
        Group((Pattern(f"{HERE}a", "?p", "?o"),), (Pattern("?o", f"{HERE}p", "?x"), Pattern("?x", f"{HERE}p", "?y"))),
    ],
    ids=[
        "all",
        "a predicate",
        "apart",
        "by predicate",
        "by graph",
        "optional, apart",
        "optional, of what may be there",
    ],
)
def test_what_leads_anywhere_is_not_bounded(group: Group) -> None:
    with pytest.raises(Unbounded):
        work(group, count_degrees(ox.Store()))
