"""The files of releases, whole or in ranges: those of the release that is served and of every other beside it."""

import json
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from converters.serving.caching import is_fresh
from converters.serving.refusals import Refused
from converters.serving.requests import opened_for

_VERSION = re.compile(r"[0-9a-f]{16}")
INDEX = "index.json"


async def download(request: Request) -> Response:
    """A file of a release by version and name. Raises Refused (404 with what there is, 403 if quotes have a limit)."""
    version, name = request.path_params["version"], request.path_params["name"]
    if quoted := opened_for(request).loaded.quoted:
        told = f"files of releases quote in full, this server {quoted} characters of a passage at most; take events.nq"
        raise Refused(403, told)
    folder = _release(opened_for(request).loaded.release, opened_for(request).loaded.version, version)
    files = _files(folder)
    if name not in files or not (folder / name).is_file():
        raise Refused(404, f"release {version} has these files: {', '.join(sorted(files))}")
    media_type, digest = files[name]
    headers = {"cache-control": "public, max-age=31536000, immutable", "etag": f'"{digest}"'}
    if is_fresh(request.headers, {"etag": headers["etag"]}):
        return Response(status_code=304, headers=headers)
    return FileResponse(folder / name, headers=headers, media_type=media_type, filename=name)


async def latest(request: Request) -> Response:
    """The same file of the release that is served now."""
    version = opened_for(request).loaded.version
    return RedirectResponse(f"./{version}/{request.path_params['name']}", 302, {"cache-control": "no-cache"})


def _release(current: Path, served: str, version: str) -> Path:
    folder = current if version == served else current.parent / version
    if not _VERSION.fullmatch(version) or not (folder / INDEX).is_file():
        raise Refused(404, f"there is no release {version}; the newest is {served}")
    return folder


def _files(folder: Path) -> dict[str, tuple[str, str]]:
    """Media type and hash of each file that may be had."""
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    listed = {file["name"]: (file["type"], file["sha256"]) for file in index["files"]}
    return {**listed, INDEX: ("application/json", f"index-{index['version']}")}
