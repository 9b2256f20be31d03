"""What pages load: style, scripts, the outline of the map. Names hold a hash of the content, so all may be kept."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from converters.serving.pages.page import asset_files
from converters.serving.refusals import Refused

TYPES = {".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}


async def static(request: Request) -> Response:
    """A file of the pages. Raises Refused (404) for any other name."""
    path = asset_files().get(request.path_params["name"])
    if path is None:
        raise Refused(404, "no such file")
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return FileResponse(path, media_type=TYPES[path.suffix], headers=headers)
