"""Link fields (RFC 8288) of things and of the documents about them."""

from collections.abc import Iterable

from converters.serving.documents import Thing
from converters.serving.media import DOCUMENTS, Format

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MOST_TYPES = 8


def links(thing: Thing, classes: Iterable[str], document: Format | None = None, base: str = "") -> str:
    """Of a thing: where it is described. Of a document: its other formats, its own address, what it is about."""
    name = f"./{thing.path.rpartition('/')[2]}"
    found = [f'<{one}>; rel="type"; anchor="{thing.iri}"' for one in list(classes)[:MOST_TYPES]]
    if document is None:
        found += [f'<{name}.{one.extension}>; rel="describedby"; type="{one.media_type}"' for one in DOCUMENTS]
    else:
        others = (one for one in DOCUMENTS if one is not document)
        found += [
            f'<{base}{thing.path}.{document.extension}>; rel="canonical"',
            f'<{thing.iri}>; rel="describes"',
            *(f'<{name}.{one.extension}>; rel="alternate"; type="{one.media_type}"' for one in others),
            f'<{base}#dataset>; rel="collection"',
            f'<{LICENCE}>; rel="license"',
        ]
    return ", ".join(found)
