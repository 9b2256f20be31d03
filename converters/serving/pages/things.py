"""The page about a thing: its kind decides how it is shown; everything that is stated is always there."""

from collections import Counter
from typing import Any

from converters.errors import BadInput
from converters.explain import claims_of, kind_of, links_of, reasons_of, tenures_of, wholes_of
from converters.serving.documents import Thing
from converters.serving.extracts import CSV, GEOJSON
from converters.serving.media import RDF
from converters.serving.pages.accounts import MOST, accounts
from converters.serving.pages.comparison import compare, ties, who
from converters.serving.pages.ledger import ledger
from converters.serving.pages.page import embedded, render
from converters.serving.selection import opened_register
from converters.serving.site import Opened
from converters.serving.writing import Description


def thing_page(opened: Opened, thing: Thing, description: Description) -> bytes:
    """The page, with the description as JSON-LD within."""
    kind = kind_at(opened, thing)
    about = _about(opened, thing, kind) if kind else {}
    return render(
        opened,
        thing.path,
        f"{kind or 'thing'}.html",
        thing=thing,
        nodes=description.merged(),
        jsonld=embedded(description),
        formats=(*RDF, CSV, GEOJSON) if kind else RDF,
        **about,
    )


def graph_page(opened: Opened, thing: Thing) -> bytes:
    """The page about a named graph: how large it is, and where to get it."""
    size = opened.statistics.graphs.get(thing.iri, 0)
    return render(opened, thing.path, "graph.html", thing=thing, size=size, formats=RDF)


def _about(opened: Opened, thing: Thing, kind: str) -> dict[str, Any]:
    claims = (thing.iri,) if kind == "claim" else claims_of(opened.store, thing.iri)
    shown = accounts(opened.store, claims[:MOST])
    about: dict[str, Any] = {
        "accounts": shown,
        "count": len(claims),
        "tones": Counter(account.meaning for account in shown),
        "links": links_of(opened.store, thing.iri) if kind == "entity" else (),
        "tenures": tenures_of(opened.store, thing.iri) if kind == "entity" else (),
        "wholes": wholes_of(opened.store, thing.iri) if kind == "entity" else (),
    }
    if kind == "entity":
        with opened_register(opened.loaded.store) as register:
            about["parts"] = register.parts(thing.iri)
    if kind == "event":
        apart = dict.fromkeys(tie.other for tie in ties(shown) if tie.is_against and tie.other not in claims)
        against = accounts(opened.store, list(apart)[:MOST])
        about["comparison"] = compare(shown, against)
        about["ledger"] = ledger(opened.store, thing.iri)
        about["speakers"] = {account.claim.iri: who(account) for account in (*shown, *against)}
        about["who"] = who
        with opened_register(opened.loaded.store) as register:
            about["stands"] = register.event(thing.iri)
        about["anchors"] = {account.claim.iri: f"#{account.anchor}" for account in (*shown, *against)}
        about["reasons"] = reasons_of(opened.store, thing.iri)
    return about


def kind_at(opened: Opened, thing: Thing) -> str | None:
    """article, event, claim or entity; None for whatever else there is, and for what is not."""
    try:
        return kind_of(opened.store, thing.iri)
    except BadInput:  # a passage, a voice, a day …: nothing that has a page of its own
        return None
