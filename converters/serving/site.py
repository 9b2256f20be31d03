"""The release that is served at the moment, and the change to another while requests are being answered."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pyoxigraph import Store

from converters.serving.answers import Answers
from converters.serving.caching import Bodies
from converters.serving.degrees import Degrees, count_degrees
from converters.serving.feeds.log import Log
from converters.serving.feeds.record import record
from converters.serving.model import Limits, Loaded
from converters.serving.pool import Pool
from converters.serving.releases import find_release
from converters.serving.statistics import read_statistics
from converters.serving.store import STATISTICS, discard_unused, held, in_memory, open_store, prepare


class Opened:
    """A release with all that answers for it."""

    def __init__(self, loaded: Loaded, limits: Limits) -> None:
        self.loaded = loaded
        self.pool = Pool(loaded.store, loaded.base, limits)
        self._held = ExitStack()
        self._held.enter_context(held(loaded.store))
        self.store: Store = open_store(loaded.store)
        self.quick = self.store
        """The same quads, in memory once `hold` has read them: for what asks for all that is said of one thing."""
        self.degrees: Degrees | None = None
        """How much is said of things; known once the quads are in memory."""
        self.log = Log(loaded.store.parent.parent / _feed(loaded) / "log.db")
        self.statistics = read_statistics(loaded.store / STATISTICS)
        self.bodies = Bodies()
        self.answers = Answers()
        self._users = 0
        self._unused = asyncio.Event()
        self._unused.set()

    def hold(self) -> None:
        """Reads the quads into memory, unless they are too many (`Limits.resident`)."""
        if self.statistics.triples <= self.pool.limits.resident:
            self.quick = in_memory(self.store)
            self.degrees = count_degrees(self.quick)

    @contextmanager
    def used(self) -> Iterator["Opened"]:
        """While the block runs the release is not closed."""
        self._users += 1
        self._unused.clear()
        try:
            yield self
        finally:
            self._users -= 1
            if not self._users:
                self._unused.set()

    async def close(self) -> None:
        """Closes it when its last user is gone."""
        await self._unused.wait()
        await self.pool.close()
        self._held.close()


def _feed(loaded: Loaded) -> str:
    """The folder of the feed; with another limit to quotes it is another feed, for what was told stays told."""
    return f"feed-{loaded.quoted}" if loaded.quoted else "feed"


class Site:
    """Knows what is served. While it changes to a new release, whoever asks gets the old one whole."""

    def __init__(self, data: Path, limits: Limits) -> None:
        self.data = data
        self.limits = limits
        self.trouble: str | None = None
        """Why a newer release is not served, if there is one."""
        self._current: Opened | None = None
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def current(self) -> Opened:
        """What is served. Raises LookupError before `start` has ended."""
        if self._current is None:
            raise LookupError("nothing is served yet")
        return self._current

    async def start(self) -> None:
        """Opens the release. Raises what `find_release` and `prepare` raise."""
        self._current = await self._open()

    async def look(self) -> bool:
        """Changes to a new release if there is one; True if it did. Raises what `start` raises; the old one stays."""
        found = await asyncio.to_thread(find_release, self.data)
        former = self.current
        if found.index["version"] == former.loaded.version:
            return False
        self._current = await self._open()
        task = asyncio.create_task(self._retire(former))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
        return True

    async def close(self) -> None:
        former, self._current = self._current, None
        if former is not None:
            await former.close()
        await asyncio.gather(*self._closing)

    async def _open(self) -> Opened:
        loaded = await asyncio.to_thread(lambda: prepare(find_release(self.data), self.limits.quoted))
        opened = Opened(loaded, self.limits)
        try:
            await asyncio.to_thread(record, opened.log, opened.store, loaded.version, loaded.base)
            await asyncio.gather(opened.pool.start(), asyncio.to_thread(opened.hold))
        except BaseException:
            await opened.close()
            raise
        return opened

    async def _retire(self, former: Opened) -> None:
        await former.close()
        await asyncio.to_thread(discard_unused, former.loaded.store.parent)
