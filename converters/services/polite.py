"""One service asked over HTTP with good manners: one request at a time, who asks is told, refusals are obeyed.

What passes (a cut connection, a time-out, 429, 5xx, an answer that is no JSON, `maxlag`) is tried again, after the time
that Retry-After tells (RFC 9110, 10.2.3) or after a growing one. What does not pass stops the service for the run.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, TypeVar

import httpx
import orjson
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from converters import __version__
from converters.services.known import Manners
from converters.services.model import Passing, Unavailable

T = TypeVar("T")
RESULTS = "application/sparql-results+json"
_PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


class Polite:
    """A client of one service. `contact` is a mail address or web page of who runs this; `sleep` waits for seconds."""

    def __init__(
        self, service: str, contact: str, manners: Manners, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.service = service
        self.stopped: str | None = None
        """Why the service is left alone for the rest of the run."""
        agent = f"eventwire/{__version__} ({contact}) httpx/{httpx.__version__}"
        self._client = httpx.Client(
            headers={"User-Agent": agent, "Accept": "application/json"},
            timeout=manners.timeout,
            follow_redirects=True,
        )
        self._longest = manners.longest_wait
        self._growing = wait_exponential_jitter(multiplier=manners.first_wait, max=manners.longest_wait)
        self._tries = Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop_after_attempt(manners.attempts),
            wait=self._wait,
            sleep=sleep,
            reraise=True,
        )

    def close(self) -> None:
        self._client.close()

    def get(self, url: str, params: dict[str, str], read: Callable[[Any], T]) -> T:
        """What `read` makes of the JSON at a URL; it raises ValueError if that is no sound answer.

        Raises Unavailable.
        """
        return self._ask(self._client.build_request("GET", httpx.URL(url).copy_merge_params(params)), read)

    def post(self, url: str, read: Callable[[Any], T], *, form: dict[str, str] | None = None, body: Any = None) -> T:
        """The same for a form, or a body of JSON, that is sent."""
        return self._ask(self._client.build_request("POST", url, data=form, json=body), read)

    def select(self, url: str, query: str, read: Callable[[Any], T]) -> T:
        """The same for a query of SPARQL (SPARQL 1.1 Protocol, 2.1.2)."""
        headers = {"Accept": RESULTS}
        return self._ask(self._client.build_request("POST", url, data={"query": query}, headers=headers), read)

    def _ask(self, request: httpx.Request, read: Callable[[Any], T]) -> T:
        if self.stopped is not None:
            raise Unavailable(self.stopped)
        try:
            answer: T = self._tries(self._once, request, read)
            return answer
        except Passing as fault:
            raise self.stop(f"{fault}, {self._tries.statistics['attempt_number']} times in a row") from fault

    def stop(self, why: str) -> Unavailable:
        """The error that says why the service is left alone from now on."""
        self.stopped = f"{self.service}: {why}"
        return Unavailable(self.stopped)

    def _once(self, request: httpx.Request, read: Callable[[Any], T]) -> T:
        try:
            answer = self._client.send(request)
        except httpx.TooManyRedirects as fault:
            raise self.stop("it redirects in a circle") from fault
        except httpx.RequestError as fault:
            raise Passing(f"no answer ({type(fault).__name__}: {fault})") from fault
        if answer.status_code in _PASSING or answer.is_server_error:
            raise Passing(f"status {answer.status_code}", self._asked_wait(answer))
        if answer.status_code == HTTPStatus.FORBIDDEN:
            raise self.stop("it forbids us to ask (status 403); write to who runs it before you ask again")
        if not answer.is_success:
            raise self.stop(f"status {answer.status_code}")
        try:
            return read(orjson.loads(answer.content))
        except Passing as fault:
            raise Passing(str(fault), self._asked_wait(answer)) from fault
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise Passing(f"an answer of another form than its interface has ({fault!r})") from fault

    def _asked_wait(self, answer: httpx.Response) -> float | None:
        """The seconds that Retry-After tells: as such, or as a date, compared with the service's own clock."""
        told = answer.headers.get("Retry-After", "").strip()
        if told.isdecimal():
            seconds = float(told)
        else:
            try:
                now = answer.headers.get("Date")
                until = parsedate_to_datetime(told)
                seconds = (until - (parsedate_to_datetime(now) if now else datetime.now(UTC))).total_seconds()
            except (TypeError, ValueError):
                return None
        if seconds > self._longest:
            raise self.stop(f"it asks to wait for {seconds:.0f} seconds (status {answer.status_code})")
        return max(0.0, seconds)

    def _wait(self, state: RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        told = fault.wait if isinstance(fault, Passing) else None
        return self._growing(state) if told is None else told
