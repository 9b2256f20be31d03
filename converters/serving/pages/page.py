"""Pages for people, made from templates: no page needs a script, none loads anything from elsewhere."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from converters.serving.pages.names import Names
from converters.serving.site import Opened
from converters.serving.writing import Description, write

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"


def render(opened: Opened, path: str, template: str, **values: Any) -> bytes:
    """A page at `path` (below the root), from its template."""
    root = "../" * path.count("/") or "./"
    names = Names(opened.store, opened.loaded.base, root)
    common = {"names": names, "root": root, "path": path, "release": opened.loaded, "style": style()}
    return _environment().get_template(template).render(common | values).encode()


def embedded(description: Description) -> str:
    """JSON-LD that may stand in a script element: no text in it can end the element."""
    return json.dumps(json.loads(write(description, "jsonld")), ensure_ascii=False).replace("<", "\\u003c")


@cache
def style() -> str:
    """The name of the style sheet; it changes with the content, so that browsers may keep it for ever."""
    return f"style-{sha256((STATIC / 'style.css').read_bytes()).hexdigest()[:8]}.css"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
