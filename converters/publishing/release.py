"""A release: an immutable folder `OUT/<version>/`, staged beside it, and `OUT/latest`.

The version is a hash of the content: the same input gives the same bytes in the same folder. Whatever goes wrong before
the end leaves neither a folder nor a changed `latest`. A run that does not conform leaves `OUT/failed-<version>/` with
report.ttl and index.json alone.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from converters.articles.model import Outcome
from converters.errors import CannotPublish
from converters.graph.assemble import Assembly
from converters.graph.nodes import Chunk
from converters.graph.terms import iri
from converters.publishing.files import Exports, Folder, JsonLd, NQuads, Turtle, Views, Writer
from converters.publishing.index import dumps, index
from converters.publishing.inferred import Inferred
from converters.publishing.jsonld import Compactor
from converters.publishing.latest import point, remove
from converters.resources import resource


@dataclass(frozen=True, slots=True)
class Release:
    """What was written: `folder` is the release, or the diagnostics of a run that does not conform."""

    folder: Path
    version: str
    conforms: bool


class Stage:
    """A release in the making. Every method raises CannotPublish if the folder cannot be written."""

    def __init__(self, out: Path, files: Folder, assembly: Assembly) -> None:
        self.out = out
        self.folder = files.path
        self.assembly = assembly
        self.inferred = Inferred(files.path)
        self.statements = 0
        context = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))["@context"]
        base = assembly.iris.base
        compactor = Compactor(context, base)
        self.quads = NQuads(files)
        views = Views(files, compactor, assembly)
        self.graphs: list[Writer] = [self.quads, Turtle(files, base), JsonLd(files, compactor, views)]
        self.exports = Exports(files)

    def write(self, chunk: Chunk) -> None:
        """Adds a chunk of what is stated to every file, in the order of `converters.graph.assemble.chunks`."""
        self.statements += sum(len(node.properties) for node in chunk.nodes)
        with writing(self.out):
            for writer in (*self.graphs, self.exports):
                writer.write(chunk)

    def articles(self) -> Iterator[str]:
        """What has been written of articles and provenance, as N-Triples, one after the other."""
        return self.quads.stated({"article", "provenance"})

    def shared(self) -> str:
        """What has been written of events, entities and all else that articles share, as N-Triples."""
        return "".join(self.quads.stated({"events", "entities", "origins", "instants", "ledger"}))

    def infer(self, statements: Iterable[str]) -> None:
        """Adds inferred statements, N-Triples lines in any order and as often as you like."""
        with writing(self.out):
            self.inferred.add(statements)

    def release(self, outcomes: Iterable[Outcome], report: str, *, conforms: bool) -> Release:
        """Closes all files and publishes them if they conform. `report` is the validation report as Turtle."""
        with writing(self.out):
            for chunk in self.inferred.chunks(iri(self.assembly.iris.graph("inferred"))):
                for writer in self.graphs:
                    writer.write(chunk)
            for writer in (*self.graphs, self.exports):
                writer.close()
            (self.folder / "report.ttl").write_text(report, encoding="utf-8", newline="")
            if not conforms:
                self._keep_only("report.ttl")
            content = index(self.folder, outcomes, self._counts(), base=self.assembly.iris.base, conforms=conforms)
            (self.folder / "index.json").write_text(dumps(content), encoding="utf-8", newline="")
            return self._move(content["version"], conforms)

    def _counts(self) -> dict[str, int]:
        claims = sum(len(set(names.claims)) for names in self.assembly.readings)
        told = {"articles": len(self.assembly.readings), "claims": claims, "events": len(self.assembly.edition.events)}
        entities = {"entities": len(self.assembly.identities)}
        return told | entities | {"statements": self.statements, "inferred": self.inferred.count}

    def _keep_only(self, name: str) -> None:
        for path in self.folder.iterdir():
            if path.name != name:
                path.unlink()

    def _move(self, version: str, conforms: bool) -> Release:
        """The stage becomes the release; one that is there already is the same and stays."""
        target = self.out / (version if conforms else f"failed-{version}")
        if target.exists():
            remove(self.folder)
        else:
            self.folder.rename(target)
        if conforms:
            point(self.out, version)
        return Release(target, version, conforms)


@contextmanager
def stage(out: Path, assembly: Assembly) -> Iterator[Stage]:
    """A stage in `out`, which is made if missing. It is gone afterwards, whatever happened. Raises CannotPublish."""
    files = Folder(out / f".stage-{os.getpid()}")
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        remove(files.path)
        files.path.mkdir()
    try:
        with writing(out):
            staged = Stage(out, files, assembly)
        yield staged
    finally:
        files.abandon()
        with suppress(OSError):
            remove(files.path)


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Turns errors of the file system into CannotPublish with folder and reason."""
    try:
        yield
    except OSError as error:
        raise CannotPublish(f"cannot write {out}: {error.strerror or error}") from error
