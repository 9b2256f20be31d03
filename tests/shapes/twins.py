"""Twins: a valid base graph, and for every constraint one or more SPARQL updates that break that constraint alone.

`broken/*.ru` holds the updates. `#! shape component` opens one, `#!+ shape component` names what breaks along with it.
Each broken graph gets a base IRI of its own, so that one run of an engine checks them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from converters.namespaces import PREFIXES
from converters.validation.model import Violation
from converters.validation.shacl import validate

HERE = Path(__file__).parent
BASE = "http://example.org/"
SHAPES = "https://w3id.org/eventwire/shapes#"
COMPONENT = "http://www.w3.org/ns/shacl#{}ConstraintComponent"

Constraint = tuple[str, str]
"""Shape and component, both by local name (`claim-evidence`, `MinCount`)."""


@dataclass(frozen=True)
class Twin:
    """`name` is unique; `fires` lists what must fire, first the constraint that this is the twin of."""

    name: str
    fires: tuple[Constraint, ...]
    update: str

    @property
    def base(self) -> str:
        return f"{BASE}{self.name}/"


@cache
def base_graph() -> str:
    """The valid twin of every constraint, as N-Triples."""
    return "".join(f"{quad.triple} .\n" for quad in ox.parse(path=HERE / "base.ttl"))


@cache
def twins() -> tuple[Twin, ...]:
    """All broken graphs, file by file."""
    return tuple(twin for path in sorted((HERE / "broken").glob("*.ru")) for twin in _read(path))


def broken(twin: Twin) -> str:
    """The base graph after the twin's update, under the twin's own base IRI, as N-Triples."""
    prologue = f"BASE <{BASE}>\n" + "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    store = ox.Store()
    store.load(base_graph(), format=ox.RdfFormat.N_TRIPLES)
    before = set(store)
    store.update(prologue + twin.update)
    if set(store) == before:
        raise ValueError(f"{twin.name}: its update changes nothing")
    return "".join(f"{quad.triple} .\n" for quad in store).replace(f"<{BASE}", f"<{twin.base}")


@cache
def results(engine: str) -> dict[str, set[Violation]]:
    """The results of all twins in one run. A blank focus node belongs to the twin that tests its shape for it."""
    report = validate("".join(map(broken, twins())), engine)  # type: ignore[arg-type]
    owner = {_shape(twin.fires[0][0]): twin for twin in twins() if twin.fires[0][1] == "NodeKind"}
    by_base = {twin.base: twin for twin in twins()}
    found: dict[str, set[Violation]] = {twin.name: set() for twin in twins()}
    for violation in report.violations:
        base = "/".join(violation.focus.removeprefix("<").split("/")[:4]) + "/"
        twin = owner[violation.shape] if violation.focus == "_:blank" else by_base[base]
        found[twin.name].add(_neutral(violation, twin))
    return found


def constraint(violation: Violation) -> Constraint:
    """Which constraint a result is about."""
    component = violation.component.removeprefix("<http://www.w3.org/ns/shacl#").removesuffix("ConstraintComponent>")
    return violation.shape.removeprefix(f"<{SHAPES}").removesuffix(">"), component


def _shape(name: str) -> str:
    return f"<{SHAPES}{name}>"


def _neutral(violation: Violation, twin: Twin) -> Violation:
    value = violation.value and violation.value.replace(twin.base, BASE)
    return replace(violation, focus=violation.focus.replace(twin.base, BASE), value=value)


def _read(path: Path) -> Iterator[Twin]:
    for number, section in enumerate(path.read_text(encoding="utf-8").split("#! ")[1:], 1):
        first, *lines = section.splitlines()
        further = [line.removeprefix("#!+ ") for line in lines if line.startswith("#!+ ")]
        fires = tuple((shape, component) for shape, component in map(str.split, (first, *further)))
        yield Twin(f"{path.stem}-{number}", fires, "\n".join(lines))
