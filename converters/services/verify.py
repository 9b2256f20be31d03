"""Every Wikidata id of a gazetteer compared with what the action API says of it now, 50 ids at a time."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from converters.errors import BadInput
from converters.gazetteers.build import Progress
from converters.gazetteers.dump import Item, Line, values
from converters.gazetteers.recipe import Recipe
from converters.gazetteers.verify import Verified, compared
from converters.linking.rows import Rows
from converters.services.known import endpoint, rules
from converters.services.open import Sleep, opened
from converters.services.wikibase import Wikibase
from converters.settings import Live


def verify(rows: Rows, asked: Live, recipe: Recipe, told: Progress, sleep: Sleep = time.sleep) -> Verified:
    """Follows redirects and tells which items are deleted, renamed or another kind of thing. Nothing is remembered.

    `asked.cache` is not used: what a service said before does not verify anything. Raises Unavailable if the service
    fails, for then nothing is verified; BadInput if it is not one service that gives items by id.
    """
    if len(asked.services) != 1 or (where := endpoint(asked.services[0])).kind != "wikibase":
        raise BadInput("ids are verified by one service that gives items by id: wikidata, or wikibase=URL")
    with TemporaryDirectory() as folder, ExitStack() as closing:
        service = opened(where, replace(asked, cache=Path(folder)), recipe, closing, sleep)
        assert isinstance(service, Wikibase)
        return compared(rows, _lines(rows, service, told), recipe)


def _lines(rows: Rows, service: Wikibase, told: Progress) -> Iterator[Line]:
    """The item of each id, then the classes of these items and what is above them, each once."""
    qids = iter([row.qid for row in rows.rows() if row.qid])
    classes: dict[str, None] = {}
    done = 0
    while batch := list(islice(qids, rules().entities)):
        for qid, item in service.items(batch).items():
            classes |= dict.fromkeys(value["id"] for value in values(item, "P31"))
            yield service.line(_asked(qid, item))
        done += len(batch)
        told(service.endpoint.shown, done)
    for class_ in service.superclasses(list(classes)):
        for item in service.items([class_]).values():
            yield service.line(item)


def _asked(qid: str, item: Item) -> Item:
    """An item that answers to another id than its own says so."""
    return item if item.get("id") == qid else {**item, "asked": qid}
