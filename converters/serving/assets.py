"""The style sheet: its name holds a hash of its content, so it may be kept for ever."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from converters.serving.pages.page import STATIC, style
from converters.serving.refusals import Refused


async def static(request: Request) -> Response:
    """A file of the pages. Raises Refused (404) for any other name."""
    if request.path_params["name"] != style():
        raise Refused(404, "no such file")
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return FileResponse(STATIC / "style.css", media_type="text/css", headers=headers)
