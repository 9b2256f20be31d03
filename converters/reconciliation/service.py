"""The functions of an Entity Reconciliation API 0.2 service (and 0.1, which asks for less): dicts in, dicts out.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/. A bad request raises BadInput (400),
one that asks for too much TooLarge (413), an unknown id gives None (404).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote

from converters import __version__
from converters.errors import BadInput
from converters.namespaces import PREFIXES
from converters.reconciliation.match import candidates
from converters.reconciliation.model import PROPERTIES, Json, Property, Thing, TooLarge, Type
from converters.reconciliation.queries import asked_in
from converters.reconciliation.things import Things

NAME = "eventwire: who and what news articles speak of"
BATCH = 50
"""Queries that are answered at once."""
MOST_IDS = 1000
"""Things that a data extension is answered for at once."""
SUGGESTED = 10
PREVIEW = {"width": 400, "height": 200}
WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Service:
    """`base` is where data IRIs live, `root` the URL of the server for whoever asks, `endpoint` that of the service."""

    things: Things
    base: str
    root: str
    endpoint: str

    def manifest(self) -> Json:
        """What the service is and can do (section 3)."""
        return {
            "versions": ["0.1", "0.2"],
            "name": NAME,
            "identifierSpace": f"{self.base}entity/",
            "schemaSpace": PREFIXES["ew"],
            "serviceVersion": __version__,
            "defaultTypes": self.default_types(),
            "view": {"url": f"{self.root}entity/{{{{id}}}}"},
            "batchSize": BATCH,
            "preview": {"url": f"{self.endpoint}/preview?id={{{{id}}}}", **PREVIEW},
            "suggest": {kind: self._suggestion(kind) for kind in ("entity", "type", "property")},
            "extend": {
                "propose_properties": {"service_url": self.endpoint, "service_path": "/extend/propose"},
                "property_settings": [],
            },
        }

    def default_types(self) -> list[Json]:
        """The type of everything here."""
        return [{"id": "Entity", "name": self.things.types["Entity"].name}]

    def match(self, queries: Any) -> Json:
        """Candidates for a batch of queries by their names (section 4)."""
        asked = asked_in(queries)
        within(len(asked), BATCH, "queries")
        return {name: {"result": candidates(self.things, one)} for name, one in asked.items()}

    def suggest_entity(self, prefix: str, start: int = 0, limit: int = SUGGESTED) -> Json:
        """Things whose names begin with `prefix`, from number `start` on (section 5)."""
        found = self.things.starting(prefix, start + limit)[start:]
        return {"result": [_suggested(self.things, thing) for thing in found]}

    def suggest_type(self, prefix: str, start: int = 0, limit: int = SUGGESTED) -> Json:
        """Types that are called so, or a word of whose name begins so."""
        return {"result": _begun(self.things.types.values(), prefix, start, limit)}

    def suggest_property(self, prefix: str, start: int = 0, limit: int = SUGGESTED) -> Json:
        """Properties that are called so, or a word of whose name begins so."""
        return {"result": _begun(PROPERTIES.values(), prefix, start, limit)}

    def flyout(self, id_: str) -> Json | None:
        """A few words about a thing, as HTML, for a list of suggestions."""
        html = self._told(id_)
        return None if html is None else {"id": id_, "html": html}

    def preview(self, id_: str) -> str | None:
        """A thing in a small HTML document (section 6), with a link to its page."""
        thing, told = self.things.get(id_), self._told(id_)
        if thing is None or told is None:
            return None
        head = f'<meta charset="utf-8"><title>{escape(thing.row.label)}</title>'
        url = escape(f"{self.root}entity/{quote(id_, safe='')}")
        page = f'<p><a href="{url}" target="_blank">What is said of it</a></p>'
        return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{told}{page}</body></html>'

    def extend(self, query: Any) -> Json:
        """What is known of things by their ids (section 7); of what is not known an empty list."""
        ids, asked = _extension(query)
        within(len(ids), MOST_IDS, "ids")
        rows = {id_: self._values(id_, asked) for id_ in ids}
        return {"meta": [{"id": one.id, "name": one.name} for one in asked], "rows": rows}

    def propose_properties(self, type_: str | None = None, limit: int | None = None) -> Json:
        """The properties that things have; every type has the same ones."""
        if type_ and type_ not in self.things.types:
            raise BadInput(f"{type_!r} is no type; ask for types that begin with a word")
        told = [_named(one) for one in PROPERTIES.values()]
        return {"properties": told[:limit], **({"type": type_} if type_ else {}), **({"limit": limit} if limit else {})}

    def _told(self, id_: str) -> str | None:
        thing = self.things.get(id_)
        if thing is None:
            return None
        others = [name for name in thing.row.names if name != thing.row.label][:9]
        lines = [escape(thing.description), escape(f"also {', '.join(others)}") if others else ""]
        lines += [f'<a href="{WIKIDATA}{thing.row.qid}" target="_blank">{thing.row.qid}</a>'] if thing.row.qid else []
        return f"<h1>{escape(thing.row.label)}</h1>{''.join(f'<p>{line}</p>' for line in lines if line)}"

    def _values(self, id_: str, asked: list[Property]) -> dict[str, list[Json]]:
        thing = self.things.get(id_)
        return {one.id: one.values(thing) if thing else [] for one in asked}

    def _suggestion(self, kind: str) -> Json:
        flyout = (
            {"flyout_service_url": self.endpoint, "flyout_service_path": "/flyout?id=${id}"} if kind == "entity" else {}
        )
        return {"service_url": self.endpoint, "service_path": f"/suggest/{kind}", **flyout}


def within(number: int, most: int, what: str) -> None:
    """Raises TooLarge if more is asked for at once than is answered."""
    if number > most:
        raise TooLarge(f"{number} {what} at once; at most {most} are answered")


def _suggested(things: Things, thing: Thing) -> Json:
    type_ = things.types[thing.row.type]
    notable = [{"id": type_.id, "name": type_.name}]
    return {"id": thing.id, "name": thing.row.label, "description": thing.description, "notable": notable}


def _begun(known: Iterable[Type | Property], prefix: str, start: int, limit: int) -> list[Json]:
    """Those whose name, or a word of it, or whose id begins so."""
    began = prefix.strip().casefold()
    found = [one for one in known if any(word.startswith(began) for word in _words(one))]
    return [_named(one) for one in found[start : start + limit]]


def _words(one: Type | Property) -> list[str]:
    name = one.name.casefold()
    return [name, *name.split(), one.id.casefold()]


def _named(one: Type | Property) -> Json:
    return {"id": one.id, "name": one.name, "description": one.description}


def _extension(query: Any) -> tuple[list[str], list[Property]]:
    """The ids and properties of a data extension query. Raises BadInput if it is none, or names no property of ours."""
    ids, properties = (query.get(key) if isinstance(query, dict) else None for key in ("ids", "properties"))
    if not isinstance(ids, list) or not all(isinstance(id_, str) for id_ in ids):
        raise BadInput("a data extension query has 'ids', a list of strings")
    if not isinstance(properties, list) or not all(isinstance(one, dict) and "id" in one for one in properties):
        raise BadInput("a data extension query has 'properties', a list of objects with an 'id'")
    unknown = [one["id"] for one in properties if one["id"] not in PROPERTIES]
    if unknown:
        raise BadInput(f"{unknown[0]!r} is none of the properties {', '.join(PROPERTIES)}")
    return ids, [PROPERTIES[one["id"]] for one in properties]
