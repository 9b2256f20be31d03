"""Runs the server: opens the release, listens, looks for new releases, ends gracefully."""

import asyncio
import gc
import logging
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
import uvloop

from converters.errors import CannotPublish, EventwireError
from converters.serving.app import application
from converters.serving.model import Limits
from converters.serving.prompt import prompt
from converters.serving.site import Site

BACKLOG = 2048
COLLECTED = (20_000, 20, 20)
"""When circles of garbage are looked for: seldom, for a look-up leaves none, but answers to look through."""
log = logging.getLogger("eventwire.serve")


@dataclass(frozen=True, slots=True)
class Service:
    """What to serve, where (port 0: any that is free), and how; `look` seconds pass between looks for a new release."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    limits: Limits = field(default_factory=Limits)
    look: float = 2.0


def serve(service: Service) -> None:
    """Serves until the process is told to end (SIGINT, SIGTERM); requests that run are answered before.

    Raises BadInput (no release), CannotPublish (no store can be made, or the address is not to be had).
    """
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(service))


async def _serve(service: Service) -> None:
    site = Site(service.data, service.limits)
    app = application(site)
    config = uvicorn.Config(
        app,
        http=prompt(app.at_hand, service.limits.seconds),
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=int(service.limits.seconds) + 1,
    )
    with _listening(service) as listener:
        await site.start()
        gc.freeze()  # what is there now stays: no collection need look at it again
        gc.set_threshold(*COLLECTED)
        host, port = listener.getsockname()[:2]
        ready = f"serving release {site.current.loaded.version} on http://{host}:{port}/"
        following = asyncio.create_task(_follow(site, service.look))
        try:
            await _Server(config, ready).serve([listener])
        finally:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
            await site.close()


class _Server(uvicorn.Server):
    """Takes a signal for a wish to end, not for a reason to die of it afterwards; says when it does, and listens."""

    def __init__(self, config: uvicorn.Config, ready: str) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        log.info(self._ready)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)


@contextmanager
def _listening(service: Service) -> Iterator[socket.socket]:
    try:
        listener = socket.create_server((service.host, service.port), backlog=BACKLOG)
    except OSError as error:
        raise CannotPublish(f"cannot listen on {service.host}:{service.port}: {error.strerror or error}") from error
    with listener:
        yield listener


async def _follow(site: Site, every: float) -> None:
    """Changes to new releases as they come. What is wrong with one is told once, and the old one stays."""
    while True:
        await asyncio.sleep(every)
        try:
            if await site.look():
                log.info("now serving release %s", site.current.loaded.version)
            site.trouble = None
        except EventwireError as error:
            if str(error) != site.trouble:
                log.warning("a newer release cannot be served: %s", error)
            site.trouble = str(error)
