"""What a person should look at: named entities of a release without an accepted link, and what they may be.

Pure of terminal and disk: questions out of a release, decisions out of answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pyoxigraph import Store

from converters.errors import BadInput
from converters.linking.decisions import NO_ITEM, Decision, Decisions
from converters.linking.gazetteer import Gazetteer
from converters.linking.match import Query
from converters.linking.names import skeleton
from converters.linking.row import Row, is_qid
from converters.linking.settle import candidates
from converters.linking.wordlists import family
from converters.query import rows
from converters.resources import resource

ENTITY = "http://www.wikidata.org/entity/"
LINKED = "linked"
SHOWN = 9
_CLASS = re.compile(r"[^#/]+$")


@dataclass(frozen=True, slots=True)
class Question:
    """An entity to decide about: `target` is what the linker holds possible, `options` are rows of that name.

    `article` is given where the name means this entity in one article alone: a surname without more.
    """

    label: str
    type: str
    names: tuple[str, ...]
    country: str
    article: str
    state: str
    target: str
    score: str
    reason: str
    quote: str
    options: tuple[Row, ...]


def questions(release: Store, gazetteer: Gazetteer, decisions: Decisions, accepted: bool = False) -> Iterator[Question]:
    """The entities that nothing is decided about, possible links first; at the end `accepted` ones, if wanted."""
    sparql = resource("ontology", "queries", "explain", "unsettled.rq").read_text(encoding="utf-8")
    found = [row for row in rows(release, sparql) if accepted or row["state"] != LINKED]
    for row in sorted(found, key=lambda row: row["state"] == LINKED):
        question = _question(row, gazetteer)
        asked = Query(question.names, question.type, question.country or None, {})
        if not decisions.of(asked, question.article):
            yield question


def _question(row: dict[str, str], gazetteer: Gazetteer) -> Question:
    type_ = (_CLASS.search(row["class"]) or [""])[0]
    names = tuple(sorted(row["names"].split("\n"), key=lambda name: (-name.count(" "), -len(name), name)))
    articles = row["articles"].split("\n")
    surname = family(type_).name == "person" and " " not in skeleton(names[0])
    target = row.get("target", "").removeprefix(ENTITY)
    asked = Query(names, type_, row.get("country"), {})
    return Question(
        row["label"],
        type_,
        names,
        row.get("country", ""),
        articles[0] if surname and len(articles) == 1 else "",
        row["state"],
        target,
        row.get("score", ""),
        row.get("reason", ""),
        row.get("told", ""),
        tuple(_options(asked, target, gazetteer))[:SHOWN],
    )


def _options(asked: Query, target: str, gazetteer: Gazetteer) -> Iterator[Row]:
    """Items to choose from: what is held possible, what has that name, what is called a little more."""
    kind = family(asked.type)
    known = [gazetteer.row(target)] if target else []
    known += [one.row for one in candidates(asked, gazetteer.find)]
    known += [row for layer in gazetteer.layers for row in layer.starting(skeleton(asked.names[0]), SHOWN)]
    seen: set[str] = set()
    for row in known:
        if row and row.qid and row.qid not in seen and row.type in kind.groups:
            seen.add(row.qid)
            yield row


def decided(question: Question, answer: str, today: date) -> Decision | None:
    """The decision that an answer means on a day, None for "later". Raises BadInput if it means nothing.

    A number or an id accepts an item (in the place of the one held possible); `a` accepts the possible one, `r` rejects
    it, `n` says that there is no item.
    """
    told = _meant(question, answer.strip())
    return replace(told, date=today.isoformat()) if told else None


def _meant(question: Question, answer: str) -> Decision | None:
    match answer:
        case "" | "s":
            return None
        case "n":
            return _decision(question, "reject", NO_ITEM)
        case "a" | "r" if not question.target:
            raise BadInput("nothing is linked or held possible here; give a number, an id (Q…), n or s")
        case "a":
            return _decision(question, "accept", question.target)
        case "r":
            return _decision(question, "reject", question.target)
        case number if number.isdecimal() and 0 < int(number) <= len(question.options):
            return _chosen(question, question.options[int(number) - 1].qid or "")
        case qid if is_qid(qid):
            return _chosen(question, qid)
        case other:
            raise BadInput(f"{other!r} is no answer: a, r, n, s, q, a number of the list, or an id (Q…)")


def _chosen(question: Question, qid: str) -> Decision:
    if question.target and question.target != qid:
        return _decision(question, "replace", qid, instead=question.target)
    return _decision(question, "accept", qid)


def _decision(
    question: Question, kind: Literal["accept", "reject", "replace"], qid: str, instead: str = ""
) -> Decision:
    return Decision(kind, question.type, question.names[0], "", question.article, qid, instead)
