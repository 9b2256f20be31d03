"""The files of a release, each written as chunks come by. A writer takes chunks and is closed once."""

import shutil
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, Protocol, TextIO

from converters.graph.assemble import Assembly, by_stem
from converters.graph.events import event_iri
from converters.graph.nodes import Chunk
from converters.publishing.exports import Json, articles_told, entities_told, relations_told
from converters.publishing.frames import BY_ARTICLE, BY_EVENT, Told
from converters.publishing.jsonld import Compactor, dumps
from converters.publishing.tables import write_claims, write_header
from converters.publishing.turtle import block, header, shared_prefixes

BATCH = 500_000
"""Bytes of N-Triples that are queried together: some articles, since a query costs something to prepare, and few
enough to stay near the processor."""


class Writer(Protocol):
    """What writes one or several files of a release."""

    def write(self, chunk: Chunk) -> None: ...

    def close(self) -> None: ...


class Folder:
    """Where files are made: text with the same bytes on every platform, all of them closed in the end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: list[IO[Any]] = []

    def create(self, name: str) -> TextIO:
        file = (self.path / name).open("w", encoding="utf-8", newline="")
        self._open.append(file)
        return file

    def data(self, name: str) -> BinaryIO:
        """A file of bytes that can be read back while it is made."""
        file = (self.path / name).open("w+b")
        self._open.append(file)
        return file

    def abandon(self) -> None:
        """Closes what is still open although its last lines may not fit on the disk: the folder will be removed."""
        for file in self._open:
            with suppress(OSError):
                file.close()


class NQuads:
    """graph.nq: chunk by chunk, sorted within each. What is stated can be read back while the release is made."""

    def __init__(self, folder: Folder) -> None:
        self.file = folder.data("graph.nq")
        self.places: list[tuple[str, str, int, int]] = []
        """Of each chunk: its kind, its graph, where it begins in the file, and how long it is."""
        self.size = 0

    def write(self, chunk: Chunk) -> None:
        length = self.file.write(chunk.nquads())
        self.places.append((chunk.kind, chunk.graph, self.size, length))
        self.size += length

    def stated(self, kinds: Container[str]) -> Iterator[str]:
        """The chunks of these kinds as N-Triples."""
        self.file.flush()
        with Path(self.file.name).open("rb") as file:
            for kind, graph, start, length in self.places:
                if kind in kinds:
                    file.seek(start)
                    yield file.read(length).decode().replace(f" {graph} .\n", " .\n")

    def close(self) -> None:
        self.file.close()


class Turtle:
    """graph.ttl (all that is stated) and graph.trig (that and what is inferred), from the same blocks.

    Which prefixes are used is known at the end only, so the bodies wait in files beside them.
    """

    def __init__(self, folder: Folder, base: str) -> None:
        self.shared = shared_prefixes(base)
        self.folder = folder
        self.bodies = {name: folder.create(f"{name}.body") for name in ("graph.ttl", "graph.trig")}
        self.used: dict[str, set[str]] = {"graph.ttl": set(), "graph.trig": {"graph"}}

    def write(self, chunk: Chunk) -> None:
        text = block(chunk, self.shared)
        if chunk.kind != "inferred":
            self.bodies["graph.ttl"].write(text.turtle())
            self.used["graph.ttl"] |= text.used
        self.bodies["graph.trig"].write(text.trig())
        self.used["graph.trig"] |= text.used

    def close(self) -> None:
        for name, body in self.bodies.items():
            body.close()
            with Path(body.name).open("rb") as rest:
                file = self.folder.data(name)
                file.write(header(self.used[name], self.shared).encode())
                shutil.copyfileobj(rest, file, 1 << 20)
                file.close()
            Path(body.name).unlink()


class Views:
    """by-article.jsonld and by-event.jsonld: an object for each article and each event, a claim on a line.

    Events come last, so what articles say about them waits in a file beside.
    """

    def __init__(self, folder: Folder, compactor: Compactor, assembly: Assembly) -> None:
        self.assembly = assembly
        self.compactor = compactor
        self.files = {kind: folder.create(f"by-{kind}.jsonld") for kind in ("article", "event")}
        self.empty = dict.fromkeys(self.files, True)
        for kind, terms in (("article", BY_ARTICLE), ("event", BY_EVENT)):
            self.files[kind].write(f'{{"@context": {dumps({**compactor.context, **terms})},\n"@graph": [')
        self.waiting = folder.data("by-event.claims")
        self.places: dict[str, tuple[int, int]] = {}
        """Of each claim: where it begins in that file, and how long it is."""
        self.events: dict[str, str] = {}

    def write(self, chunk: Chunk, texts: Mapping[str, str]) -> None:
        """A chunk, of which each node is a node object already."""
        if chunk.kind == "article":
            told = Told(chunk, self.compactor, texts)
            self._add("article", texts[told.article.iri], told.by_article())
            start = self.waiting.tell()
            for claim, text in told.by_event():
                data = text.encode()
                self.places[claim] = start, len(data)
                self.waiting.write(data)
                start += len(data)
        elif chunk.kind == "events":
            self.events |= texts

    def close(self) -> None:
        """Events in the order in which the articles first tell them."""
        readings = self.assembly.readings
        rank = {position: place for place, position in enumerate(by_stem(self.assembly))}
        told = {event: sorted((rank[p], n, p) for p, n in event.claims) for event in self.assembly.edition.events}
        for event in sorted(told, key=lambda event: (told[event], event.key)):
            claims = dict.fromkeys(readings[position].claims[number] for _, number, position in told[event])
            texts = [self._told(claim) for claim in claims]
            self._add("event", self.events[event_iri(event, readings)], {"claims": texts})
        self.waiting.close()
        Path(self.waiting.name).unlink()
        for file in self.files.values():
            file.write("\n]}\n")
            file.close()

    def _told(self, claim: str) -> str:
        start, length = self.places[claim]
        self.waiting.seek(start)
        return self.waiting.read(length).decode()

    def _add(self, kind: str, root: str, parts: Mapping[str, list[str]]) -> None:
        lists = "".join(f', "{key}": [\n' + ",\n".join(values) + "\n]" for key, values in parts.items() if values)
        self.files[kind].write(("\n" if self.empty[kind] else ",\n") + f"{root[:-1]}{lists}}}")
        self.empty[kind] = False


class JsonLd:
    """graph.jsonld: the context inline, so that it opens without a network, then each named graph, a node on a line.

    The views are told the same node objects.
    """

    def __init__(self, folder: Folder, compactor: Compactor, views: Views) -> None:
        self.compactor = compactor
        self.views = views
        self.file = folder.create("graph.jsonld")
        self.file.write(f'{{"@context": {dumps(compactor.context)},\n"@graph": [')
        self.graph: str | None = None

    def write(self, chunk: Chunk) -> None:
        if chunk.graph != self.graph:
            opening = {self.compactor.id: self.compactor.reference(chunk.graph)}
            self.file.write(("\n]},\n" if self.graph else "\n") + dumps(opening)[:-1] + ', "@graph": [\n')
        elif chunk.nodes:
            self.file.write(",\n")
        self.graph = chunk.graph
        texts = {node.iri: self.compactor.text(node) for node in chunk.nodes}
        self.file.write(",\n".join(texts.values()))
        self.views.write(chunk, texts)

    def close(self) -> None:
        self.file.write("\n]}\n]}\n" if self.graph else "]}\n")
        self.file.close()
        self.views.close()


class Exports:
    """claims.jsonl, claims.csv, relations.jsonl and entities.jsonl."""

    def __init__(self, folder: Folder) -> None:
        names = ("claims.jsonl", "claims.csv", "entities.jsonl", "relations.jsonl")
        self.claims, self.table, self.entities, self.relations = (folder.create(name) for name in names)
        write_header(self.table)
        self.waiting: list[bytes] = []
        self.related: list[Json] = []
        self.mentions: dict[str, list[str]] = {}
        self.count = 0

    def write(self, chunk: Chunk) -> None:
        """Entities come after all articles, so their mentions are complete by then."""
        if chunk.kind == "article":
            self.waiting.append(chunk.in_context())
            if sum(map(len, self.waiting)) >= BATCH:
                self._articles()
        elif chunk.kind == "events":
            self.related += relations_told(chunk.nodes)
        elif chunk.kind == "entities":
            self._articles()
            self._entities(chunk)

    def close(self) -> None:
        self._articles()
        for relation in sorted(self.related, key=lambda line: (line["a"], line["relation"], line["b"])):
            self.relations.write(f"{dumps(relation)}\n")
        for file in (self.claims, self.table, self.entities, self.relations):
            file.close()

    def _articles(self) -> None:
        if not self.waiting:
            return
        told = articles_told(b"".join(self.waiting))
        self.waiting.clear()
        self.claims.write("".join([f"{dumps(claim)}\n" for claim in told.claims]))
        write_claims(self.table, told.claims)
        self.count += len(told.claims)
        self.related += told.relations
        for entity, mention in told.mentions:
            self.mentions.setdefault(entity, []).append(mention)

    def _entities(self, chunk: Chunk) -> None:
        for entity in entities_told(chunk.in_context()):
            mentions = ", ".join(self.mentions.pop(entity["entity"], []))
            self.entities.write(f'{dumps(entity)[:-1]}, "mentions": [{mentions}]}}\n')
