"""The part of SPARQL for look-ups: triples, named graphs, VALUES, OPTIONAL, one UNION, an order, a slice.

There are no filters, paths, literals, blank nodes, sub-queries or comments in it. What is read here means the same in
SPARQL, if it is SPARQL at all: the engine parses a query again, and refuses what is none.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

WHOLE = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+:(?!\.)(?:[^/>]++|/(?!\.))*+)>")
"""An IRI that is the same wherever it stands: absolute, without steps to be resolved."""

_IRI = r'<[^<>"{}|^`\\\s]*+>'
NUMBERED = "<^"
"""How the number of an IRI begins; in SPARQL itself it begins nothing."""

_THING = re.compile(rf":\s*+{_IRI}|({_IRI})")
"""An IRI, but for those that say what a prefix means."""
_TOKEN = re.compile(
    rf"""{_IRI} | <\^\d+>                                # an IRI, or its number
    | \?\w+                                             # a variable
    | (?:[a-z][\w-]*)?+:(?:\w[\w-]*+)?+(?!\.?[\w:%\\])  # a name, or the prefix that is declared
    | [a-z]+ | \d+ | \S                                 # a word, a number, a sign""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)

Triple = tuple[str, str, str]


class Pattern(NamedTuple):
    """A triple to be found, and in which graph: None for all of them. Variables begin with a question mark."""

    subject: str
    predicate: str
    value: str
    graph: str | None = None

    def mapped(self, change: Callable[[str], str]) -> "Pattern":
        graph = change(self.graph) if self.graph else None
        return Pattern(change(self.subject), change(self.predicate), change(self.value), graph)


class Values(NamedTuple):
    """The terms that a variable may stand for."""

    variable: str
    terms: tuple[str, ...]

    def mapped(self, change: Callable[[str], str]) -> "Values":
        return Values(self.variable, tuple(map(change, self.terms)))


class Group(NamedTuple):
    """What has to be found together, and what may be found beside it, one pattern after the other."""

    parts: tuple[Pattern | Values, ...]
    optional: tuple[Pattern, ...] = ()

    def mapped(self, change: Callable[[str], str]) -> "Group":
        """The same group with other terms."""
        parts = tuple(part.mapped(change) for part in self.parts)
        return Group(parts, tuple(pattern.mapped(change) for pattern in self.optional))

    def terms(self) -> Iterator[str]:
        for part in (*self.parts, *self.optional):
            yield from part.terms if isinstance(part, Values) else filter(None, part)


class Asked(NamedTuple):
    """A query: any of its `groups` answers it. Terms are as written, but an IRI is its number, as `<^0>`.

    `shown` has its variables (None: all, or it is no SELECT), `made` the triples of a CONSTRUCT, `described` what a
    DESCRIBE asks about.
    """

    prefixes: Mapping[str, str]
    groups: tuple[Group, ...] = ()
    shown: tuple[str, ...] | None = None
    made: tuple[Triple, ...] | None = None
    described: str | None = None
    is_distinct: bool = False
    is_ordered: bool = False
    is_cut: bool = False
    """By LIMIT."""
    begins_later: bool = False
    """By OFFSET."""

    def terms(self) -> Iterator[str]:
        """All terms, variables as well."""
        for group in self.groups:
            yield from group.terms()
        for triple in self.made or ():
            yield from triple
        if self.described:
            yield self.described


class _Other(Exception):
    """The query is none of those that are read here."""


def without_iris(query: str) -> tuple[str, list[str]]:
    """The form of a query, with a number in place of each IRI that is not the meaning of a prefix, and those IRIs."""
    numbers: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        return f"<^{numbers.setdefault(found[1], len(numbers))}>" if found[1] else found[0]

    return _THING.sub(number, query), list(numbers)


def read(form: str) -> Asked | None:
    """What a query of this form asks; None if more than this grammar is needed to say it."""
    try:
        return _Reader(form).query()
    except _Other:
        return None


class _Reader:
    """Reads tokens from left to right. Its methods raise _Other where something else comes."""

    def __init__(self, form: str) -> None:
        self.tokens = iter(_TOKEN.findall(form))
        self.next = next(self.tokens, "")

    def step(self) -> str:
        """Goes on to the next token, which is empty at the end; gives the one before it."""
        before, self.next = self.next, next(self.tokens, "")
        return before

    def comes(self, word: str) -> bool:
        """Goes on if this word is next."""
        if self.next.upper() != word:
            return False
        self.step()
        return True

    def need(self, word: str) -> None:
        if not self.comes(word):
            raise _Other

    def query(self) -> Asked:
        prefixes = dict(self.prefixes())
        if self.comes("DESCRIBE"):
            asked = Asked(prefixes, described=self.constant())
        else:
            asked = self.form(Asked(prefixes))
            self.comes("WHERE")
            asked = asked._replace(groups=self.groups())
        asked = self.modified(asked)
        if self.next:
            raise _Other
        return asked

    def prefixes(self) -> Iterator[tuple[str, str]]:
        while self.comes("PREFIX"):
            name, iri = self.step(), self.step()
            if name[-1:] != ":" or iri[:1] != "<":
                raise _Other
            yield name[:-1], iri

    def form(self, asked: Asked) -> Asked:
        if self.comes("ASK"):
            return asked
        if self.comes("CONSTRUCT"):
            self.need("{")
            return asked._replace(made=tuple(pattern[:3] for pattern in self.triples(None)))
        self.need("SELECT")
        distinct = self.comes("DISTINCT") or self.comes("REDUCED")
        if self.comes("*"):
            return asked._replace(is_distinct=distinct)
        shown = []
        while self.next[:1] == "?":
            shown.append(self.variable())
        return asked._replace(is_distinct=distinct, shown=tuple(shown))

    def groups(self) -> tuple[Group, ...]:
        """A group in braces, or a UNION of such."""
        self.need("{")
        if self.next != "{":
            return (self.group(),)
        found: list[Group] = []
        while not found or self.comes("UNION"):
            self.need("{")
            found.append(self.group())
        self.need("}")
        return tuple(found)

    def group(self) -> Group:
        """What stands between braces, with the one that closes it. Nothing follows OPTIONAL but another."""
        parts: list[Pattern | Values] = []
        optional: list[Pattern] = []
        while not self.comes("}"):
            if self.comes("OPTIONAL"):
                self.need("{")
                optional += self.one()
                self.comes(".")
            elif optional:
                raise _Other
            elif self.comes("VALUES"):
                parts.append(self.values())
                self.comes(".")
            else:
                parts += self.quads()
        return Group(tuple(parts), tuple(optional))

    def one(self) -> list[Pattern]:
        """A single pattern, up to the brace behind it."""
        found: list[Pattern] = []
        while not self.comes("}"):
            found += self.quads()
        if len(found) != 1:
            raise _Other
        return found

    def quads(self) -> list[Pattern]:
        """Triples of one subject, or all those of GRAPH."""
        graph = None
        if self.comes("GRAPH"):
            graph = self.term()
            self.need("{")
            found = self.triples(graph)
        else:
            found = self.about_one(None)
        self.comes(".")
        return found

    def triples(self, graph: str | None) -> list[Pattern]:
        """All triples up to a brace, at least one."""
        found: list[Pattern] = []
        while not found or not self.comes("}"):
            found += self.about_one(graph)
            self.comes(".")
        return found

    def about_one(self, graph: str | None) -> list[Pattern]:
        """Triples of one subject, between which stand semicolons and commas."""
        subject = self.term()
        found: list[Pattern] = []
        while not found or (self.comes(";") and self.next not in (".", "}")):
            predicate = self.step() if self.next == "a" else self.term()
            found.append(Pattern(subject, predicate, self.term(), graph))
            while self.comes(","):
                found.append(Pattern(subject, predicate, self.term(), graph))
        return found

    def values(self) -> Values:
        variable = self.variable()
        terms: list[str] = []
        self.need("{")
        while not terms or not self.comes("}"):
            terms.append(self.constant())
        return Values(variable, tuple(terms))

    def modified(self, asked: Asked) -> Asked:
        if self.comes("ORDER"):
            self.need("BY")
            while not asked.is_ordered or self.next[:1] == "?" or self.next.upper() in ("ASC", "DESC"):
                self.criterion()
                asked = asked._replace(is_ordered=True)
        while self.next.upper() in ("LIMIT", "OFFSET"):
            limits = self.step().upper() == "LIMIT"
            asked = asked._replace(is_cut=True) if limits else asked._replace(begins_later=True)
            if not self.step().isdigit():
                raise _Other
        return asked

    def criterion(self) -> None:
        if self.next[:1] == "?":
            self.step()
            return
        if not (self.comes("ASC") or self.comes("DESC")):
            raise _Other
        self.need("(")
        self.variable()
        self.need(")")

    def term(self) -> str:
        """A variable, an IRI or a name."""
        found = self.step()
        if len(found) < 2 or not (found[0] in "<?" or ":" in found[:-1]):
            raise _Other
        return found

    def variable(self) -> str:
        found = self.term()
        if found[0] != "?":
            raise _Other
        return found

    def constant(self) -> str:
        found = self.term()
        if found[0] == "?":
            raise _Other
        return found
