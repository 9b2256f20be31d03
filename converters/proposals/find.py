"""Which statements a release has to propose to Wikidata: claims in, proposals out; nothing is asked of Wikidata.

Only what is told as so, disputed by nobody, with an accepted link at both ends. What one source alone says, and not the
publisher itself, is left out unless it is wanted.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import Store

from converters.proposals.model import Filler, Pairs, Proposal, Rule, Rules, Slot, Time, Told, Value
from converters.query import rows
from converters.resources import resource

PRECISIONS = {"day": 11, "month": 10, "year": 9}
"""Wikidata's numbers (https://www.wikidata.org/wiki/Help:Dates#Precision)."""


def undisputed(release: Store) -> Iterator[Told]:
    """The claims of a release that something is so, which nothing in it disputes."""
    sparql = resource("ontology", "queries", "explain", "undisputed.rq").read_text(encoding="utf-8")
    for _, same in groupby(rows(release, sparql), key=lambda row: row["claim"]):
        yield _told(list(same))


def proposals(
    claims: Iterable[Told], rules: Rules, urls: Mapping[str, str], *, attributed: bool = False
) -> Iterator[Proposal]:
    """What the rules make of claims, each statement once for each article, in the order of the claims.

    `urls` are those of articles by file stem. With `attributed` also what a source of the publisher says.
    """
    seen = set()
    for told in claims:
        reference = _reference(told, rules, urls)
        if told.source and not attributed:
            continue
        for rule in rules.statements:
            for one in _by_rule(told, rule, rules, reference) if told.cls in rule.events else ():
                key = (one.subject, one.property, one.value, one.qualifiers, told.article)
                if key not in seen:
                    seen.add(key)
                    yield one


def _told(same: list[dict[str, str]]) -> Told:
    first = same[0]
    fillers = (Filler(row["role"], _local(row["item"]), frozenset(row["types"].split())) for row in same)
    return Told(
        first["claim"],
        _local(first["class"]),
        first["quote"],
        first["article"],
        first.get("published", ""),
        _local(first.get("publisher", "")),
        first["source"],
        first.get("begins", ""),
        first.get("ends", ""),
        first.get("precision", ""),
        tuple(dict.fromkeys(fillers)),
    )


def _by_rule(told: Told, rule: Rule, rules: Rules, reference: Pairs) -> Iterator[Proposal]:
    time = _time(told)
    if rule.qualifiers and time is None:
        return
    qualifiers = tuple((pid, time) for pid in rule.qualifiers if time)
    for subject in _fillers(told, rule.subject):
        for value in _values(told, rule, rules, time):
            if value != subject:
                yield Proposal(subject, rule.property, value, qualifiers, reference, told)


def _values(told: Told, rule: Rule, rules: Rules, time: Time | None) -> list[Value]:
    if isinstance(rule.value, Slot):
        return list(_fillers(told, rule.value))
    known: Value | None = time if rule.value == "time" else rules.classes.get(told.cls)
    return [known] if known else []


def _fillers(told: Told, slot: Slot) -> list[str]:
    """The item in a slot. Of several in one role it is not known whom all of the sentence is about: none."""
    items = {one.item for one in told.fillers if one.role in slot.roles and one.types & slot.types}
    return sorted(items) if len(items) == 1 else []


def _time(told: Told) -> Time | None:
    """When it happened, as precisely as the article says: a day, a month or a year, no stretch of several."""
    length = {"day": 10, "month": 7, "year": 4}.get(told.precision)
    if length is None or not told.begins or told.begins[:length] != told.ends[:length]:
        return None
    return Time(told.begins[:length], PRECISIONS[told.precision])


def _reference(told: Told, rules: Rules, urls: Mapping[str, str]) -> Pairs:
    """What is known of the article."""
    known: dict[str, Value] = {}
    if told.article in urls:
        known["url"] = urls[told.article]
    if told.publisher:
        known["publisher"] = told.publisher
    if told.published:
        known["published"] = Time(told.published, PRECISIONS["day"])
    return tuple((rules.reference[what], value) for what, value in known.items())


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
