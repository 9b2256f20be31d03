"""/sparql: queries by the protocol; without a query the service description, or for a browser the page to ask with."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from converters.serving.bodies import read_body, send
from converters.serving.frames import Question
from converters.serving.pool import Answered, Pool
from converters.serving.protocol import asked_by_get, asked_by_post
from converters.serving.refusals import GONE, Refused
from converters.serving.requests import described, opened_for, root_of
from converters.serving.service import describe


async def sparql(request: Request) -> Response:
    """Answers a query. GET and POST alike; anything else is refused by the route."""
    opened = opened_for(request)
    asked = await _asked(request)
    if asked is None:
        return described(request, describe(opened, f"{root_of(request)}sparql"))
    answered = await _unless_gone(request, opened.pool, asked)
    headers = {
        "content-type": answered.content_type,
        "vary": "Accept",
        "content-disposition": f'inline; filename="answer.{answered.extension}"',
        "x-release": opened.loaded.version,
    }
    return send(answered.body, answered.length, headers)


async def _asked(request: Request) -> Question | None:
    query_string = request.scope["query_string"]
    if request.method == "POST":
        body = await read_body(request, opened_for(request).pool.limits)
        return asked_by_post(query_string, request.headers, body)
    return asked_by_get(query_string, request.headers)


async def _unless_gone(request: Request, pool: Pool, asked: Question) -> Answered:
    """The answer; a query whose client goes is ended at once. Raises what `Pool.ask` raises."""
    answering = asyncio.create_task(pool.ask(asked))
    leaving = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait((answering, leaving), return_when=asyncio.FIRST_COMPLETED)
        if answering.done():
            return answering.result()
        raise Refused(GONE, "the client went")
    finally:
        leaving.cancel()
        answering.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
