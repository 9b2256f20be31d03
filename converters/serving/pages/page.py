"""Pages for people, made from templates: no page needs a script, none loads anything from elsewhere."""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from converters.serving.pages.names import Names
from converters.serving.refusals import Refused
from converters.serving.site import Opened
from converters.serving.writing import Description, write

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"


def render(opened: Opened, path: str, template: str, **values: Any) -> bytes:
    """A page at `path` (below the root), from its template."""
    root = "../" * path.count("/") or "./"
    names = Names(opened.store, opened.loaded.base, root)
    common = {"names": names, "root": root, "path": path, "release": opened.loaded, "asset": asset}
    return _environment().get_template(template).render(common | values).encode()


def ended(page: int) -> Refused:
    """What is said of a page, counted from 0, that comes after the last."""
    return Refused(404, f"the list ends before page {page}; without `page` it begins with the first")


def embedded(description: Description) -> str:
    """JSON-LD that may stand in a script element."""
    return in_script(json.dumps(json.loads(write(description, "jsonld")), ensure_ascii=False))


def in_script(text: str) -> str:
    """JSON of which nothing can end the script element that it stands in."""
    return text.replace("<", "\\u003c")


@cache
def asset(name: str) -> str:
    """The address below the root of a file of the pages; it changes with the content, so that browsers may keep it."""
    path = STATIC / name
    return f"static/{path.stem}-{sha256(path.read_bytes()).hexdigest()[:8]}{path.suffix}"


@cache
def asset_files() -> Mapping[str, Path]:
    """The files that pages load, by the name that they are loaded by."""
    files = (path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.*") if path.name != "vendored.json")
    return {asset(name).removeprefix("static/"): STATIC / name for name in files}


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
