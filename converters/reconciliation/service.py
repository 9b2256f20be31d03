"""The functions of an Entity Reconciliation API 0.2 service: dicts in, dicts out, for any server to offer.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/. A bad request raises BadInput (400),
a batch that is too large TooLarge (413), an unknown id gives None (404).
"""

from dataclasses import dataclass
from html import escape
from typing import Any

from converters import __version__
from converters.errors import BadInput
from converters.namespaces import PREFIXES
from converters.reconciliation.match import BATCH, match
from converters.reconciliation.model import PROPERTIES, Json, Property, Thing
from converters.reconciliation.things import Things

SUGGESTED = 10
PREVIEW = {"width": 400, "height": 160}


@dataclass(frozen=True, slots=True)
class Service:
    """`base` is where data IRIs live, `endpoint` where the service answers, both without knowing how."""

    things: Things
    base: str
    endpoint: str

    def manifest(self) -> Json:
        """What the service is and can do (section 3)."""
        return {
            "versions": ["0.1", "0.2"],
            "name": "eventwire: who and what news articles speak of",
            "identifierSpace": f"{self.base}entity/",
            "schemaSpace": PREFIXES["ew"],
            "serviceVersion": __version__,
            "defaultTypes": [{"id": type_, "name": self.things.types[type_].name} for type_ in ("Entity",)],
            "view": {"url": f"{self.base}entity/{{{{id}}}}"},
            "batchSize": BATCH,
            "preview": {"url": f"{self.endpoint}/preview?id={{{{id}}}}", **PREVIEW},
            "suggest": {kind: self._suggestion(kind) for kind in ("entity", "type", "property")},
            "extend": {
                "propose_properties": {"service_url": self.endpoint, "service_path": "/extend/propose"},
                "property_settings": [],
            },
        }

    def match(self, queries: Any) -> Json:
        """Candidates for a batch of queries (section 4)."""
        return match(self.things, queries)

    def suggest_entity(self, prefix: str, cursor: int = 0) -> Json:
        """Things whose names begin with `prefix`, from number `cursor` on (section 5)."""
        found = self.things.starting(prefix, cursor + SUGGESTED)[cursor:]
        return {"result": [_suggested(thing) for thing in found]}

    def suggest_type(self, prefix: str, cursor: int = 0) -> Json:
        """Types that are called so, or a word of whose name begins so."""
        found = [one for one in self.things.types.values() if _begins(one.name, prefix)][cursor:]
        told = [{"id": one.id, "name": one.name, "description": one.description} for one in found]
        return {"result": told[:SUGGESTED]}

    def suggest_property(self, prefix: str, cursor: int = 0) -> Json:
        """Properties that are called so, or a word of whose name begins so."""
        found = [one for one in PROPERTIES.values() if _begins(one.name, prefix)][cursor:]
        told = [{"id": one.id, "name": one.name, "description": one.description} for one in found]
        return {"result": told[:SUGGESTED]}

    def flyout(self, id_: str) -> Json | None:
        """A few words about a thing, as HTML, for a list of suggestions."""
        html = self.preview(id_)
        return None if html is None else {"id": id_, "html": html}

    def preview(self, id_: str) -> str | None:
        """A thing in a small HTML document (section 6)."""
        thing = self.things.get(id_)
        if thing is None:
            return None
        others = [name for name in thing.row.names if name != thing.row.label][:9]
        lines = [thing.description, f"also {', '.join(others)}" if others else "", thing.row.qid or ""]
        told = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
        head = f'<meta charset="utf-8"><title>{escape(thing.row.label)}</title>'
        body = f"<h1>{escape(thing.row.label)}</h1>{told}"
        return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'

    def extend(self, query: Any) -> Json:
        """What is known of things by their ids (section 7); of what is not known an empty list."""
        ids, asked = _extension(query)
        rows = {id_: self._values(id_, asked) for id_ in ids}
        return {"meta": [{"id": one.id, "name": one.name} for one in asked], "rows": rows}

    def propose_properties(self, type_: str | None = None, limit: int | None = None) -> Json:
        """The properties that things have; every type has the same ones."""
        if type_ is not None and type_ not in self.things.types:
            raise BadInput(f"{type_!r} is no type; ask for types that begin with a word")
        told = [{"id": one.id, "name": one.name, "description": one.description} for one in PROPERTIES.values()]
        more = {"type": type_} if type_ else {}
        return {"properties": told[:limit], **more, **({"limit": limit} if limit else {})}

    def _values(self, id_: str, asked: list[Property]) -> dict[str, list[Json]]:
        thing = self.things.get(id_)
        return {one.id: one.values(thing) if thing else [] for one in asked}

    def _suggestion(self, kind: str) -> Json:
        flyout = (
            {"flyout_service_url": self.endpoint, "flyout_service_path": "/flyout?id=${id}"} if kind == "entity" else {}
        )
        return {"service_url": self.endpoint, "service_path": f"/suggest/{kind}", **flyout}


def _suggested(thing: Thing) -> Json:
    return {"id": thing.id, "name": thing.row.label, "description": thing.description, "notable": [thing.row.type]}


def _begins(name: str, prefix: str) -> bool:
    start = prefix.strip().casefold()
    return name.casefold().startswith(start) or any(word.startswith(start) for word in name.casefold().split())


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
