"""Bodies in and out: requests read up to a limit, answers sent from memory or from a temporary file."""

import asyncio
from collections.abc import Iterator, Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse

from converters.serving.model import Limits
from converters.serving.pool import Body
from converters.serving.refusals import GONE, Refused

PART = 1 << 18


async def read_body(request: Request, limits: Limits) -> bytes:
    """The body of a request. Raises Refused as soon as it is too large, said or sent (413), or too slow (408)."""
    try:
        async with asyncio.timeout(limits.seconds):
            return await _read(request, limits.request_bytes)
    except TimeoutError as error:
        raise Refused(408, "the request was not sent in time", {"Connection": "close"}) from error
    except ClientDisconnect as error:
        raise Refused(GONE, "the client went") from error


async def _read(request: Request, most: int) -> bytes:
    too_large = Refused(413, f"a request may have {most} bytes at most", {"Connection": "close"})
    said = request.headers.get("content-length", "0")
    if said.isdigit() and int(said) > most:
        raise too_large
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise too_large
    return bytes(body)


def send(body: Body, length: int, headers: Mapping[str, str]) -> Response:
    """A response with everything in `body`, which is closed in the end."""
    if length <= PART:
        with body:
            return Response(body.read(), headers=dict(headers))
    return StreamingResponse(_parts(body), headers={**headers, "content-length": str(length)})


def _parts(body: Body) -> Iterator[bytes]:
    with body:
        while part := body.read(PART):
            yield part
