"""The processes that answer queries: as many as allowed, each replaced when its query has to be ended by force."""

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile

import converters
from converters.errors import CannotPublish
from converters.namespaces import PREFIXES
from converters.serving.frames import DATA, END, ERROR, HEAD, PREFIX, Question, dumps
from converters.serving.model import MIB, Limits
from converters.serving.refusals import Refused

log = logging.getLogger("eventwire.serve")

Body = SpooledTemporaryFile[bytes]


@dataclass(frozen=True, slots=True)
class Answered:
    """A complete answer; `body` stands at its beginning and is to be closed by whoever takes it."""

    content_type: str
    extension: str
    length: int
    body: Body


class Pool:
    """Workers on one store, from `start` to `close`; relative IRIs in queries are relative to `base`."""

    def __init__(self, store: Path, base: str, limits: Limits) -> None:
        self.store = store
        self.base = base
        self.limits = limits
        self.waiting = 0
        self.ended = 0
        """Workers that had to be ended: out of time or memory, or nobody waited for the answer any more."""
        self._idle: asyncio.LifoQueue[Process] = asyncio.LifoQueue()
        self._processes: set[Process] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    async def start(self) -> None:
        """Ends when all workers can answer. Raises CannotPublish if one cannot."""
        await asyncio.gather(*(self._add() for _ in range(self.limits.workers)))

    async def ask(self, asked: Question) -> Answered:
        """The answer. Raises Refused: what the worker says, or 503 (busy, out of memory or time)."""
        if self.waiting >= self.limits.waiting:
            raise Refused(503, "too many queries wait already; try again later", {"Retry-After": "5"})
        try:
            async with asyncio.timeout(self.limits.seconds):
                async with self._worker() as worker:
                    return await _answer(worker, asked)
        except TimeoutError as error:
            told = f"no answer within {self.limits.seconds:g} seconds: make the query simpler or ask for less of it"
            raise Refused(503, told) from error
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            allowed = self.limits.memory_bytes // MIB
            raise Refused(503, f"the query failed; it may have needed more than {allowed} MiB of memory") from error

    async def close(self) -> None:
        self._closed = True
        for process in self._processes:
            _kill(process)
        await asyncio.gather(*(process.wait() for process in self._processes), *self._tasks)

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[Process]:
        """A worker for one question; it goes back if the question was answered or refused, and is replaced if not."""
        self.waiting += 1
        try:
            worker = await self._idle.get()
        finally:
            self.waiting -= 1
        try:
            yield worker
        except Refused:
            self._idle.put_nowait(worker)
            raise
        except BaseException:
            self.ended += 1
            self._replace(worker)
            raise
        self._idle.put_nowait(worker)

    def _replace(self, worker: Process) -> None:
        _kill(worker)
        if not self._closed:
            task = asyncio.create_task(self._succeed(worker))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _succeed(self, worker: Process) -> None:
        await worker.wait()
        self._processes.discard(worker)
        while not self._closed:
            try:
                await self._add()
                return
            except CannotPublish as error:
                if not self._closed:
                    log.warning("%s", error)
                    await asyncio.sleep(1)

    async def _add(self) -> None:
        limits = json.dumps({**asdict(self.limits), "base": self.base, "prefixes": PREFIXES})
        command = [sys.executable, "-m", "converters.serving.worker", str(self.store), limits]
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, env=_environment())
        self._processes.add(process)
        if self._closed:
            _kill(process)
        try:
            await _ready(process)
        except asyncio.IncompleteReadError as error:
            self._processes.discard(process)
            allowed = self.limits.memory_bytes // MIB
            raise CannotPublish(f"a worker ends at once; it may need more than {allowed} MiB of memory") from error
        self._idle.put_nowait(process)


async def _ready(worker: Process) -> None:
    """Waits for the first frame of a worker, which says that it has opened the store."""
    assert worker.stdout
    await worker.stdout.readexactly(PREFIX.size)


async def _answer(worker: Process, asked: Question) -> Answered:
    assert worker.stdin and worker.stdout
    worker.stdin.write(dumps(asked) + b"\n")
    await worker.stdin.drain()
    head: Mapping[str, str] = {}
    body = Body(max_size=MIB)
    length = 0
    try:
        while True:
            kind, size = PREFIX.unpack(await worker.stdout.readexactly(PREFIX.size))
            content = await worker.stdout.readexactly(size)
            if kind == HEAD:
                head = json.loads(content)
            elif kind == DATA:
                length += body.write(content)
            elif kind == ERROR:
                raise Refused(**json.loads(content))
            elif kind == END:
                length += body.write(content)
                body.seek(0)
                return Answered(head["type"], head["extension"], length, body)
    except BaseException:
        body.close()
        raise


def _kill(process: Process) -> None:
    if process.returncode is None:
        process.kill()


def _environment() -> dict[str, str]:
    """That of the server; the worker finds the same code, wherever the server was started."""
    code = str(Path(converters.__file__).resolve().parent.parent)
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (code, os.environ.get("PYTHONPATH"))))}
