"""The home page: what there is, where to begin."""

from converters.query import named_queries
from converters.serving.media import RDF
from converters.serving.pages.page import render
from converters.serving.site import Opened


def home_page(opened: Opened) -> bytes:
    """Counts, ways in, files and services."""
    return render(
        opened,
        "",
        "home.html",
        counts=opened.loaded.index["counts"],
        files=opened.loaded.index["files"],
        queries=[query for query in named_queries() if query.is_for_anyone],
        statistics=opened.statistics,
        formats=RDF,
    )
