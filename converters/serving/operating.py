"""/health, /ready and /metrics."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from converters.serving.observing import Observer
from converters.serving.requests import opened_for
from converters.serving.site import Site

METRICS = "text/plain; version=0.0.4; charset=utf-8"
_NEVER = {"cache-control": "no-store"}


async def health(request: Request) -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n", headers=_NEVER)


async def ready(request: Request) -> Response:
    """The store answers: 503 if not. Tells which release is served, and why a newer one is not."""
    opened = opened_for(request)
    site: Site = request.scope["state"]["site"]
    try:
        answers = next(iter(opened.store), None) is not None
    except OSError:
        answers = False
    told = {"ready": answers, "release": opened.loaded.version, "trouble": site.trouble}
    return JSONResponse(told, 200 if answers else 503, headers=_NEVER)


async def metrics(request: Request) -> Response:
    """What Prometheus reads."""
    observer: Observer = request.scope["state"]["observer"]
    return Response(observer.metrics(), media_type=METRICS, headers=_NEVER)
