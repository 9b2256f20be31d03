"""/reconcile: the entities of the release for OpenRefine and its like (Entity Reconciliation API 0.2 and 1.0-draft).

`converters.reconciliation` answers; here are the URLs, the forms of requests, the limits and the statuses.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from converters.errors import BadInput
from converters.linking.gazetteer import load
from converters.reconciliation.draft import Draft
from converters.reconciliation.model import TooLarge
from converters.reconciliation.service import SUGGESTED, Service
from converters.reconciliation.things import Things, things
from converters.serving.bodies import read_body
from converters.serving.protocol import FORM, parameters
from converters.serving.refusals import Refused
from converters.serving.requests import opened_for, root_of

DRAFT = "/reconcile/1.0-draft"
MOST_SUGGESTED = 100
COMMON = {"content-language": "en", "cache-control": "no-cache"}
"""What is known is known in English, whatever language is asked for (Accept-Language)."""
FRAMED = {"content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'"}
"""A preview is made to be shown in a frame of any page, and loads nothing (Content Security Policy 3)."""

Handler = Callable[[Request], Awaitable[Response]]


def told(handler: Handler) -> Handler:
    """Tells what is wrong with a request as JSON, which is what clients of this API read."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as error:
            return _refusal(error.status, error.message, error.headers)
        except TooLarge as error:
            return _refusal(413, str(error), {})
        except BadInput as error:
            return _refusal(400, str(error), {})

    return answer


def _refusal(status: int, message: str, headers: dict[str, str]) -> Response:
    return JSONResponse({"status": "error", "message": message}, status, headers=headers | COMMON)


async def endpoint(request: Request) -> Response:
    """The manifest (without parameters), a batch of `queries`, or an `extend` query, in the URL or in a form."""
    service = await _service(request)
    asked = dict(parameters(request.scope["query_string"]))
    if request.method == "POST":
        asked |= dict(parameters(await _body(request, FORM)))
    if "queries" in asked:
        return await _answer(service.match, _json("queries", asked["queries"]))
    if "extend" in asked:
        return await _answer(service.extend, _json("extend", asked["extend"]))
    if request.method == "POST":
        raise Refused(400, "send a form with `queries` or with `extend`, each of them JSON")
    return await _answer(service.manifest)


async def suggest(request: Request) -> Response:
    """Entities, types or properties whose names begin with `prefix`; `cursor` of them are left out first."""
    service = await _service(request)
    kinds = {"entity": service.suggest_entity, "type": service.suggest_type, "property": service.suggest_property}
    return await _answer(_one(kinds, request), _prefix(request), _number(request, "cursor", 0))


async def flyout(request: Request) -> Response:
    """A few words about a thing."""
    service = await _service(request)
    return await _answer(lambda: _found(request, service.flyout(_id(request))))


async def preview(request: Request) -> Response:
    """A thing as a small page for a frame."""
    service = await _service(request)
    page = await asyncio.to_thread(service.preview, _id(request))
    return HTMLResponse(_found(request, page), headers=COMMON | FRAMED)


async def propose(request: Request) -> Response:
    """Properties of things of a type."""
    service = await _service(request)
    limit = _number(request, "limit", 0) or None
    return await _answer(service.propose_properties, request.query_params.get("type"), limit)


async def draft_manifest(request: Request) -> Response:
    return await _answer(Draft(await _service(request)).manifest)


async def draft_match(request: Request) -> Response:
    """A batch of queries, as JSON."""
    asked = await _body(request, "application/json")
    return await _answer(Draft(await _service(request)).match, _json("the body", asked))


async def draft_extend(request: Request) -> Response:
    """A data extension query, as JSON."""
    asked = await _body(request, "application/json")
    return await _answer(Draft(await _service(request)).extend, _json("the body", asked))


async def draft_suggest(request: Request) -> Response:
    """As `suggest`, with `offset` and `limit`."""
    service = await _service(request)
    draft = Draft(service)
    kinds = {"entity": service.suggest_entity, "type": draft.suggest_type, "property": service.suggest_property}
    limit = min(_number(request, "limit", SUGGESTED), MOST_SUGGESTED)
    return await _answer(_one(kinds, request), _prefix(request), _number(request, "offset", 0), limit)


async def unknown(request: Request) -> Response:
    """Whatever else is looked for below /reconcile."""
    raise Refused(404, f"nothing is here; /reconcile speaks API 0.2, {DRAFT} speaks 1.0-draft; a GET there says how")


ROUTES = [
    Route("/reconcile", told(endpoint), methods=["GET", "POST"]),
    Route("/reconcile/", told(endpoint), methods=["GET", "POST"]),
    Route("/reconcile/suggest/{kind}", told(suggest)),
    Route("/reconcile/flyout", told(flyout)),
    Route("/reconcile/preview", told(preview)),
    Route("/reconcile/extend/propose", told(propose)),
    Route(DRAFT, told(draft_manifest)),
    Route(f"{DRAFT}/", told(draft_manifest)),
    Route(f"{DRAFT}/match", told(draft_match), methods=["GET", "POST"]),
    Route(f"{DRAFT}/extend", told(draft_extend), methods=["GET", "POST"]),
    Route(f"{DRAFT}/extend/propose", told(propose)),
    Route(f"{DRAFT}/suggest/{{kind}}", told(draft_suggest)),
    Route(f"{DRAFT}/preview", told(preview)),
    Route("/reconcile/{path:path}", told(unknown), methods=["GET", "POST"]),
]


async def _service(request: Request) -> Service:
    """The service over the release that answers this request. Raises Refused (404) if that has no list of entities."""
    opened, root = opened_for(request), root_of(request)
    try:
        known = await asyncio.to_thread(_things, opened.loaded.release)
    except FileNotFoundError as error:
        raise Refused(404, f"release {opened.loaded.version} lacks entities.jsonl; nothing can be matched") from error
    return Service(known, opened.loaded.base, root, f"{root}reconcile")


@lru_cache(maxsize=2)
def _things(release: Path) -> Things:
    """The entities of a release, which never changes; two are kept, as one release follows another."""
    return things(release, load())


async def _answer(make: Callable[..., Any], *asked: Any) -> Response:
    return JSONResponse(await asyncio.to_thread(make, *asked), headers=COMMON)


async def _body(request: Request, wanted: str) -> bytes:
    """What is sent. Raises Refused if nothing is (405), in another form (415), too much (413) or too slowly (408)."""
    if request.method != "POST":
        raise Refused(405, f"send it by POST, as {wanted}", {"Allow": "POST"})
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if sent != wanted:
        raise Refused(415, f"send it as {wanted}, not as {sent or 'a body without Content-Type'}")
    return await read_body(request, opened_for(request).pool.limits)


def _json(what: str, text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(400, f"{what}: no JSON: {error}") from error


def _one(kinds: dict[str, Callable[..., Any]], request: Request) -> Callable[..., Any]:
    kind = request.path_params["kind"]
    if kind not in kinds:
        raise Refused(404, f"there is nothing to suggest called {kind}; there is: {', '.join(kinds)}")
    return kinds[kind]


def _prefix(request: Request) -> str:
    prefix = request.query_params.get("prefix")
    if prefix is None:
        raise Refused(400, "say with `prefix` how the names begin")
    return prefix


def _id(request: Request) -> str:
    if not (asked := request.query_params.get("id")):
        raise Refused(400, "say with `id` what is meant")
    return asked


def _number(request: Request, name: str, default: int) -> int:
    asked = request.query_params.get(name)
    if asked is None:
        return default
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        raise Refused(400, f"`{name}` is a number, not {asked[:40]!r}")
    return int(asked)


def _found(request: Request, answer: Any) -> Any:
    if answer is None:
        raise Refused(404, f"nothing here has the id {_id(request)[:100]!r}")
    return answer
