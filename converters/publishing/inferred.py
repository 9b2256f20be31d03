"""Statements that follow from the graph, gathered chunk by chunk: sorted and unique without holding them all."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from converters.graph.nodes import Chunk, Node

RUN = 50_000
"""Lines in one sorted run on disk."""

SLICE = 2000
"""Nodes in one chunk."""


class Inferred:
    """Takes N-Triples lines in any order, gives chunks in order. Runs live in `folder` until they are read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self._runs: list[Path] = []
        self._lines: set[str] = set()

    def add(self, statements: Iterable[str]) -> None:
        """Statements `<s> <p> o .` as lines without their end."""
        self._lines.update(statements)
        if len(self._lines) >= RUN:
            self._spill()

    def chunks(self, graph: str) -> Iterator[Chunk]:
        """All statements as chunks of the named graph; to be called once, at the end."""
        nodes = self._nodes()
        while part := tuple(islice(nodes, SLICE)):
            yield Chunk(graph, "inferred", "what follows from the ontology", part)

    def _nodes(self) -> Iterator[Node]:
        for subject, group in groupby(self._sorted(), key=itemgetter(0)):
            pairs = tuple([(predicate, value) for _, predicate, value in group])
            self.count += len(pairs)
            yield Node(subject, pairs)

    def _sorted(self) -> Iterator[list[str]]:
        """Each statement once, in order, split into subject, predicate and object."""
        with ExitStack() as files:
            runs = [files.enter_context(path.open(encoding="utf-8")) for path in self._runs]
            held = (f"{line}\n" for line in sorted(self._lines))
            for line, _ in groupby(merge(*runs, held)):
                yield line.removesuffix(" .\n").split(" ", 2)
        for path in self._runs:
            path.unlink()

    def _spill(self) -> None:
        path = self.folder / f"inferred-{len(self._runs)}.run"
        path.write_text("".join(f"{line}\n" for line in sorted(self._lines)), encoding="utf-8", newline="\n")
        self._runs.append(path)
        self._lines.clear()
