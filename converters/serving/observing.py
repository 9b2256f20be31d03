"""What operators watch: metrics for Prometheus, and a log line for each answer."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import Message, Scope

from converters.serving.site import Site

access = logging.getLogger("eventwire.access")

_AREAS = frozenset(
    ("sparql", "feeds", "reconcile", "download", "search", "static", "ontology", "shapes", "metrics", "health", "ready")
)


class Observer:
    """Counts what one server does."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.registry = CollectorRegistry()
        self._running = 0
        labels = ("area", "method", "status")
        answers = Counter("eventwire_answers", "Answers given", labels, registry=self.registry)
        seconds = Histogram("eventwire_answer_seconds", "Until the last byte", ["area"], registry=self.registry)
        self._answers, self._seconds = cache(answers.labels), cache(seconds.labels)  # few: areas, methods, statuses
        for name, (meaning, value) in self._gauges().items():
            Gauge(f"eventwire_{name}", meaning, registry=self.registry).set_function(value)

    def _gauges(self) -> dict[str, tuple[str, Callable[[], float]]]:
        """What is looked up when it is asked for, by name, with what it means."""
        site = self.site
        return {
            "requests_in_progress": ("Requests being answered", lambda: self._running),
            "queries_waiting": ("Queries that wait for a worker", lambda: site.current.pool.waiting),
            "workers_ended": ("Workers that were ended by force", lambda: site.current.pool.ended),
            "triples": ("Triples of the release", lambda: site.current.statistics.triples),
            "activities": ("Activities in the feeds", lambda: site.current.log.size()),
            "release_timestamp_seconds": (
                "When the release was written",
                lambda: site.current.loaded.modified.timestamp(),
            ),
            "release_trouble": ("1 if a newer release cannot be served", lambda: float(site.trouble is not None)),
        }

    def metrics(self) -> bytes:
        """All of it in Prometheus' text format."""
        return generate_latest(self.registry)

    def begin(self, scope: Scope) -> "Answer":
        self._running += 1
        return Answer(scope, self._end)

    def _end(self, answer: "Answer") -> None:
        self._running -= 1
        self.answered(answer.scope, answer.began, answer.status, answer.bytes)

    def answered(self, scope: Scope, began: float, status: int, size: int) -> None:
        """Counts an answer, with so many bytes of a body, to a request that came when the clock said `began`."""
        area, method = _area(scope["path"]), scope["method"]
        seconds = perf_counter() - began
        self._answers(area, method if method in _METHODS else "other", status).inc()
        self._seconds(area).observe(seconds)
        if access.isEnabledFor(logging.INFO):
            told = {"status": status, "bytes": size, "milliseconds": round(seconds * 1000, 1)}
            client = (scope.get("client") or ("-",))[0]
            access.info("%s %s", method, scope["path"], extra={"told": {"client": client, **told}})


class Answer:
    """One answer as it goes out."""

    def __init__(self, scope: Scope, ended: Callable[["Answer"], None]) -> None:
        self.scope = scope
        self.began = perf_counter()
        self.status = 0
        self.bytes = 0
        self._ended = ended

    def see(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["type"] == "http.response.body":
            self.bytes += len(message.get("body", b""))

    def end(self) -> None:
        self._ended(self)


class JsonLines(logging.Formatter):
    """A log record as a line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        found = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            found["trace"] = self.formatException(record.exc_info)
        return json.dumps(found, ensure_ascii=False)


class PlainLines(logging.Formatter):
    """A log record as a line for people."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        told = " ".join(f"{key}={value}" for key, value in getattr(record, "told", {}).items())
        return f"{super().formatMessage(record)} {told}".rstrip()


_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


def _area(path: str) -> str:
    """The part of the site that a path belongs to: few names, whatever is asked for."""
    first = path.strip("/").partition("/")[0].partition(".")[0]
    return first if first in _AREAS else "pages" if not first else "data"
