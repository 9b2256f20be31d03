"""The store of a release: an Oxigraph database on disk with its quads and the ontology, made once, then only read.

It is made in a folder of its own that takes its name in one step when it is complete, so that a process killed at any
moment leaves either no store or a whole one. The name tells everything that went into it.
"""

import fcntl
import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from pyoxigraph import NamedNode, RdfFormat, Store, parse

from converters import __version__
from converters.errors import BadInput, CannotPublish
from converters.publishing.latest import remove
from converters.query import GRAPH_FILE
from converters.resources import resource
from converters.serving.coverage import coverage_files
from converters.serving.model import Loaded
from converters.serving.quoting import within
from converters.serving.register import register_queries, write_register
from converters.serving.releases import Found
from converters.serving.seals import is_sealed, seal
from converters.serving.search import search_query, write_index
from converters.serving.statistics import write_statistics

ONTOLOGY = "https://w3id.org/eventwire/ontology"
"""The named graph that holds the ontology; its terms are `ONTOLOGY#…`."""

SEARCH = "search.db"
REGISTER = "register.db"
STATISTICS = "statistics.json"
"""Files beside the quads: their full-text index, the register of claims, and how much there is."""

log = logging.getLogger("eventwire.serve")
_LOADING = ".loading-"
_LOCK = "lock"
_LAYOUT = 5
"""Counts up when the files of a store change their form."""


def prepare(found: Found, quoted: int = 0) -> Loaded:
    """The store of a release, made if it is not there, its quotes of `quoted` characters at most (0: whole).

    Raises CannotPublish (no room) or BadInput (no quads).
    """
    name = f"{found.index['version']}-{_ingredients(quoted)}"
    target = found.state / "stores" / name
    if not is_whole(target):
        log.info("loading release %s into %s", found.index["version"], target)
        _load(found.folder, target, quoted)
    index = {**found.index, "files": []} if quoted else found.index  # they quote in full
    written = datetime.fromtimestamp(int((found.folder / "index.json").stat().st_mtime), UTC)
    return Loaded(name, target, found.folder, index, written, quoted)


def open_store(path: Path) -> Store:
    """A complete store, to be read by any number of processes."""
    return Store.read_only(str(path / "quads"))


def in_memory(store: Store) -> Store:
    """The same quads in memory, where the engine finds the words of a term without reading a file."""
    copy = Store()
    reading, writing = os.pipe()
    with ThreadPoolExecutor(1) as other, os.fdopen(reading, "rb") as incoming:
        poured = other.submit(_pour, store, writing)
        copy.bulk_load(incoming, RdfFormat.N_QUADS)
    poured.result()
    return copy


def _pour(store: Store, descriptor: int) -> None:
    with os.fdopen(descriptor, "wb") as outgoing:
        store.dump(outgoing, RdfFormat.N_QUADS)


def is_whole(path: Path) -> bool:
    """Whether a store is as it was made; one that is not is as good as none, and is made again."""
    return is_sealed(path)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """While the block runs no process discards the store."""
    with (path / _LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield


def discard_unused(stores: Path) -> None:
    """Removes the stores that no process holds, and what killed processes have left half made."""
    for path in stores.iterdir():
        with (path / _LOCK).open("a") as lock, suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            remove(path)


def ontology_files() -> Iterator[Path]:
    """The ontology: its head, then its modules."""
    yield resource("ontology", "eventwire.ttl")
    yield from sorted(resource("ontology", "modules").glob("*.ttl"))


def _load(release: Path, target: Path, quoted: int) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(mkdtemp(prefix=_LOADING, dir=target.parent))
    except OSError as error:
        raise _cannot_make(target, error) from error
    try:
        with held(staged):
            _fill(staged, release, quoted)
            seal(staged)
            remove(target)
            staged.rename(target)
    except (OSError, RuntimeError, sqlite3.Error) as error:  # RuntimeError is the engine's for what is none of these
        raise _cannot_make(target, error) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _cannot_make(target: Path, error: Exception) -> CannotPublish:
    why = getattr(error, "strerror", None) or error
    return CannotPublish(f"cannot make a store in {target.parent}: {why}")


def _fill(folder: Path, release: Path, quoted: int) -> None:
    store = Store(str(folder / "quads"))
    try:
        for path in ontology_files():
            store.bulk_load(path=str(path), format=RdfFormat.TURTLE, to_graph=NamedNode(ONTOLOGY))
        if quoted:
            store.bulk_extend(within(parse(path=str(release / GRAPH_FILE), format=RdfFormat.N_QUADS), quoted))
        else:
            store.bulk_load(path=str(release / GRAPH_FILE), format=RdfFormat.N_QUADS)
        store.flush()
        write_index(store, folder / SEARCH)
        write_register(store, folder / REGISTER)
        write_statistics(store, folder / STATISTICS)
    except SyntaxError as error:
        raise BadInput(f"{release / GRAPH_FILE}: {error}") from error
    finally:
        del store  # closes it, so that the folder can be moved or removed


def _ingredients(quoted: int) -> str:
    """A hash of what a store holds beside the release, and of the version that makes it."""
    digest = sha256(f"{__version__} {_LAYOUT} {quoted}".encode())
    for path in (*ontology_files(), search_query(), *register_queries(), *coverage_files()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
