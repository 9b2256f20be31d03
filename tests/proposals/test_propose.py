"""`eventwire propose`: what is told as so, undisputed, with accepted links, becomes a line, read strictly."""

import re
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat
from typer.testing import CliRunner

from converters.cli import app
from converters.errors import BadInput
from converters.proposals.find import proposals, undisputed
from converters.proposals.quickstatements import line
from converters.proposals.rules import rules
from converters.proposals.urls import urls
from converters.query import rows, store_of
from tests.proposals.release import BASE, claim, release
from tests.proposals.strict import Statement, read

DEATH = ("Q900000001", "P570", "+2031-05-09T00:00:00Z/11")
PLACE = ("Q900000001", "P20", "Q900000002")
KILLER = ("Q900000001", "P157", "Q900000003")


def proposed(*claims: str, known: dict[str, str] | None = None, attributed: bool = False) -> list[Statement]:
    found = proposals(undisputed(release(*claims)), rules(), known or {}, attributed=attributed)
    return read("".join(f"{line(one)}\n" for one in found))


def triples(*claims: str, **more: Any) -> set[tuple[str, str, str]]:
    return {(one.subject, one.property, one.value) for one in proposed(*claims, **more)}


def test_a_plain_claim_is_proposed_with_its_article_as_reference() -> None:
    found = proposed(claim("k"), known={"a-harbour": "https://courier.example/1?x=2&y=(3)"})
    assert {(one.subject, one.property, one.value) for one in found} == {DEATH, PLACE, KILLER}
    for one in found:
        assert one.qualifiers == {}
        assert one.reference == {
            "S854": '"https://courier.example/1?x=2&y=(3)"',
            "S123": "Q900000005",
            "S577": "+2031-05-12T00:00:00Z/11",
        }
        assert one.comment == f"{BASE}claim/k “Ada Quill was killed in Lowmere.”"


def test_a_reference_tells_what_is_known_alone() -> None:
    (one, *_) = proposed(claim("k", article="b", publisher="entity/xan"))
    assert one.reference == {}


@pytest.mark.parametrize(
    "other",
    [
        {"polarity": "negative"},
        {"status": "asserted_negative"},
        {"status": "non_factual"},
        {"modality": "planned"},
        {"modality": "claimed"},
        {"class": "Wounding"},
        {"patient": "entity/xan"},
        {"patient": "entity/lowmere"},
        {"inferred": "true"},
        {"more": "<claim/other> ew:denies <claim/k> ."},
        {"more": "<claim/other> ew:contradicts <claim/k> ."},
        {"more": "<claim/k> ew:contradicts <claim/other> ."},
        {"more": "<claim/other> ew:cannotVerify <claim/k> ."},
        {"more": "<claim/other> ew:about <event/k> ; ew:polarity ew:polarity-negative ."},
        {"more": "<claim/other> ew:about <event/k> ; ew:attributedTo [ ew:stance ew:stance-denies ] ."},
        {"more": "<claim/k> ew:hasRole [ ew:role ew:role-patient ; ew:filler <entity/cole> ] ."},
    ],
    ids=str,
)
def test_nothing_else_is(other: dict[str, str]) -> None:
    assert triples(claim("k", **other)) == set()


def test_what_is_not_known_is_left_out() -> None:
    assert triples(claim("k", agent="entity/xan", place="")) == {DEATH}
    assert triples(claim("k", ends="2031-05-11")) == {PLACE, KILLER}
    assert triples(claim("k", precision="night", agent="", place="")) == set()


def test_what_one_source_says_is_proposed_if_wanted_and_names_it() -> None:
    deeper = "<claim/k> ew:attributedTo <claim/k/v2> . <claim/k/v2> ew:depth 1 ; ew:stance ew:stance-asserts"
    said = claim("k", status="attributed_claim", more=f"{deeper} ; ew:source <entity/cole> .")
    assert triples(said) == set()
    found = proposed(said, attributed=True)
    assert len(found) == 3 and all("said by Ann Cole: “" in one.comment for one in found)
    unnamed = claim("k", status="attributed_claim", more=f"{deeper} .")
    assert "said by somebody who is not named" in proposed(unnamed, attributed=True)[0].comment


@pytest.mark.parametrize(
    ("precision", "ends", "told"),
    [("year", "2031-05-11", "+2031-00-00T00:00:00Z/9"), ("month", "2031-05-11", "+2031-05-00T00:00:00Z/10")],
)
def test_what_befell_a_place_is_an_event_of_the_class_s_item_with_its_time(
    precision: str, ends: str, told: str
) -> None:
    one = claim("k", **{"class": "Airstrike"}, precision=precision, ends=ends, patient="", agent="")
    (found,) = proposed(one)
    assert (found.subject, found.property, found.qualifiers) == ("Q900000002", "P793", {"P585": told})
    assert found.value == rules().classes["Airstrike"] != ""
    assert proposed(claim("k", **{"class": "Airstrike"}, ends="2031-05-11", patient="", agent="")) == [], "no time"


def test_one_article_proposes_a_statement_once_another_article_once_more() -> None:
    assert len(proposed(claim("k"), claim("k2"))) == 3
    assert len(proposed(claim("k"), claim("k2", article="b"))) == 6


def test_a_comment_is_one_line_that_ends_where_it_should() -> None:
    quote = r"Ada */ Quill /* was\tkilled\nin " + "Lowmere, " * 40
    found = proposed(claim("k", quote=quote))
    assert len(found) == 3 and len(found[0].comment) < 260


def test_every_class_and_role_of_the_rules_is_one_of_the_ontology() -> None:
    ontology = store_of(b"")
    classes = {row["c"] for row in rows(ontology, "SELECT (STRAFTER(STR(?x), '#') AS ?c) { ?x a owl:Class }")}
    roles = {row["n"] for row in rows(ontology, "SELECT ?n { ?x skos:inScheme ew:Roles ; skos:notation ?n }")}
    for rule in rules().statements:
        slots = [rule.subject, *([] if isinstance(rule.value, str) else [rule.value])]
        assert rule.events | frozenset().union(*(slot.types for slot in slots)) <= classes
        assert frozenset().union(*(slot.roles for slot in slots)) <= roles
        assert rule.value != "class" or rule.events <= set(rules().classes), "each has an item to be the value"


def test_urls_are_read_strictly(tmp_path: Path) -> None:
    path = tmp_path / "urls.tsv"
    path.write_text("# mine\na\thttps://x.example/a\n\nb\thttp://x.example/b\n", encoding="utf-8")
    assert urls(path) == {"a": "https://x.example/a", "b": "http://x.example/b"}
    for bad in ("a https://x.example/a", "a\tx.example/a", 'a\thttps://x.example/"a', "a\thttps:///a"):
        path.write_text(f"# mine\n{bad}\n", encoding="utf-8")
        with pytest.raises(BadInput, match=r"urls\.tsv:2: "):
            urls(path)
    path.write_text("a\thttps://x.example/a\na\thttps://x.example/b\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"urls\.tsv:2: a has another URL"):
        urls(path)


def test_the_command_prints_or_writes_and_counts(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(release(claim("k")).dump(format=RdfFormat.N_QUADS) or b"")
    (tmp_path / "urls.tsv").write_text("a-harbour\thttps://x.example/a\n", encoding="utf-8")
    asked = ["propose", "--data", str(tmp_path), "--urls", str(tmp_path / "urls.tsv")]
    printed = CliRunner().invoke(app, asked)
    assert (printed.exit_code, len(read(printed.stdout))) == (0, 3)
    assert re.match(r"3 proposed, out of 1 undisputed", printed.stderr)
    written = CliRunner().invoke(app, [*asked, "--out", str(tmp_path / "p.txt")])
    assert written.stdout == "" and (tmp_path / "p.txt").read_text(encoding="utf-8") == printed.stdout
    bare = CliRunner().invoke(app, asked[:3])
    assert "no --urls" in bare.stderr and "S854" not in bare.stdout
