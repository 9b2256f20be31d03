"""Checks data against `shapes/`: a text, the graphs of an edition one after the other, or a file."""

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import cast

import pyoxigraph as ox
from rdflib import Graph

from converters.errors import BadInput
from converters.ntriples import Shared, Statement, count, join, statements
from converters.settings import Engine
from converters.validation.engines import REFERENCE_BELOW, Run, background, pick, targets
from converters.validation.model import SEVERITIES, Report, Severity, Violation
from converters.validation.parts import parts
from converters.validation.witness import Witness

_CAUSES = "<https://w3id.org/eventwire/ontology#causes>"
"""What is stated of an event because of what is told of another."""
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_SH = "http://www.w3.org/ns/shacl#"
SLICE = 3_000
"""Shared statements checked at a time."""

WHOLE = 20_000
"""More statements than this are taken apart: the shacl package needs a time that grows with the square of its input."""

_SEEN_FROM_ARTICLES = frozenset(
    f"<{name}>"
    for name in (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/2006/time#inXSDDate",
        "https://w3id.org/eventwire/ontology#inDateTime",
        "https://w3id.org/eventwire/ontology#inMonthDay",
        "http://www.w3.org/2000/01/rdf-schema#label",
    )
)
"""What shapes about an article look at in shared nodes; and labels, since nodes without one are warned of."""

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def validate(data: str | Graph, engine: Engine = "auto") -> Report:
    """The report on `data`, N-Triples text or a graph; what is large and can be taken apart is checked part by part."""
    text = data.serialize(format="nt") if isinstance(data, Graph) else data
    size = count(text)
    apart = parts(text) if size > WHOLE else None
    return Report.of(_results((text,), pick(engine, size))) if apart is None else validate_edition(*apart, engine)


def validate_edition(chunks: Iterable[str], shared: str, engine: Engine = "auto") -> Report:
    """The report on an edition that is never in memory as a whole: the same verdict as on all of it at once.

    `chunks` are N-Triples of one article (or of the provenance) each, `shared` those of the events and entities. Each
    chunk is checked together with the classes and dates of what it mentions; `shared` is checked last, with what all
    claims say about it. The results differ in one case, which violates either way: a part of one article used by
    another is found missing.
    """
    stream, run = _pick_for(chunks, shared, engine)
    common, witness = Shared(shared), Witness()
    del shared  # it is in `common`, node by node
    found: set[Violation] = set()
    for chunk in stream:
        stated = statements(chunk)
        witness.hear(stated)
        mentioned = common.sketch(set(map(itemgetter(2), stated)), _SEEN_FROM_ARTICLES)
        results = _results((chunk, mentioned), run, _spared(stated))
        found.update(result for result in results if not common.describes(result.focus))
    for part in common.slices(SLICE):
        stated = statements(part)
        own, values = (set(map(itemgetter(place), stated)) for place in (0, 2))
        effects = {value for _, predicate, value in stated if predicate == _CAUSES}
        results = _results((part, common.around(own, values), witness.about(own | effects)), run, _spared(stated))
        found.update(result for result in results if result.focus in own or not common.describes(result.focus))
    return Report.of(found)


def _spared(stated: Iterable[Statement]) -> frozenset[str]:
    """The classes that shapes are about and of which a part states no instance."""
    classes = {value for _, predicate, value in stated if predicate == _TYPE}
    return frozenset(target for target, members in targets().items() if members.isdisjoint(classes))


def validate_file(path: Path, engine: Engine = "auto") -> Report:
    """The report on a file in any RDF syntax that we write. Raises BadInput, naming file and line, if it is none."""
    return validate(_read(path), engine)


def _pick_for(chunks: Iterable[str], shared: str, engine: Engine) -> tuple[Iterator[str], Run]:
    """All chunks again, and the engine for them: `auto` looks no further ahead than it must."""
    stream, head, size = iter(chunks), [], count(shared)
    while engine == "auto" and size < REFERENCE_BELOW and (chunk := next(stream, None)) is not None:
        head.append(chunk)
        size += count(chunk)
    return chain(head, stream), pick(engine, size)


def _results(data: Iterable[str], run: Run, spared: frozenset[str] = frozenset()) -> list[Violation]:
    store = ox.Store()
    store.load(run(join((*data, background())), spared), format=ox.RdfFormat.N_TRIPLES)
    results = store.quads_for_pattern(None, ox.NamedNode(f"{_SH}result"), None)
    return [_violation(store, cast(ox.NamedNode, quad.object)) for quad in results]


def _violation(store: ox.Store, result: ox.NamedNode) -> Violation:
    def optional(name: str) -> str | None:
        terms = sorted(str(quad.object) for quad in store.quads_for_pattern(result, ox.NamedNode(_SH + name), None))
        return None if not terms else "_:blank" if terms[0].startswith("_:") else terms[0]

    def term(name: str) -> str:
        value = optional(name)
        if value is None:
            raise ValueError(f"a validation result without sh:{name} (SHACL 3.6.2)")
        return value

    return Violation(
        severity=_severity(term("resultSeverity")),
        shape=term("sourceShape"),
        component=term("sourceConstraintComponent"),
        focus=term("focusNode"),
        path=optional("resultPath"),
        value=optional("value"),
        message=_plain(store, result),
    )


def _severity(term: str) -> Severity:
    name = term.removeprefix(f"<{_SH}").removesuffix(">")
    return next(severity for severity in SEVERITIES if severity == name)


def _plain(store: ox.Store, result: ox.NamedNode) -> str:
    quads = store.quads_for_pattern(result, ox.NamedNode(f"{_SH}resultMessage"), None)
    return " ".join(sorted(quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)))


def _read(path: Path) -> str:
    syntax = _FORMATS.get(path.suffix)
    if syntax is None:
        raise BadInput(f"{path}: not RDF by its name; give a file that ends in {', '.join(_FORMATS)}")
    try:
        return "".join(f"{quad.triple} .\n" for quad in ox.parse(path=path, format=syntax))
    except SyntaxError as error:
        raise BadInput(f"{path}, line {error.lineno}: {error.msg}") from error
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}") from error
