"""The SPARQL 1.1 Protocol, query operation (section 2.1): what a request asks. Updates are refused."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode
from starlette.datastructures import Headers

from converters.serving.frames import Question
from converters.serving.media import RDF, RESULTS
from converters.serving.refusals import Refused

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
MOST_PARAMETERS = 1000

_NAMED = {name: one.media_type for one in (*RDF, *RESULTS) for name in (one.writer, one.extension, one.media_type)}
"""Media types by what a link may call a format."""

_READ_ONLY = "this endpoint is read only: it takes queries, no updates"

_ESCAPED = tuple((f"%{ord(character):02X}", character) for character in ' "#*,/:;<>?@{}|()')
"""What of a query is escaped in most URLs. It has no meaning between parameters, so it may be put back first."""

_ALONE = re.compile(r"query=([^&%+]*[^&%+\s][^&%+]*)")

Parameters = dict[str, list[str]]


@lru_cache(32)
def asked_by_get(query_string: bytes, accept: str | None) -> Question | None:
    """The question in a URL; None if there is none, which asks for the service description (SPARQL 1.1 SD, 2).

    It is wanted twice: for an answer at once, and where there is none.
    """
    if (alone := _alone(query_string)) is not None:
        return Question(alone, accept=accept)
    given = _named(parameters(query_string))
    return _question(given, accept) if "query" in given or "update" in given else None


def _alone(query_string: bytes) -> str | None:
    """The query, if a URL has nothing beside it and it is escaped in common ways: what most clients send."""
    found = _ALONE.fullmatch(_unescaped(query_string.decode("ascii"))) if query_string.isascii() else None
    return found[1] if found else None


def asked_by_post(query_string: bytes, headers: Headers, body: bytes) -> Question:
    """The question in a form, or in a body that is nothing but a query. Raises Refused if there is none."""
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    accept = headers.get("accept")
    if media_type == FORM:
        return _question(_named([*parameters(query_string), *parameters(body)]), accept)
    if media_type == DIRECT:
        return _question(_named([*parameters(query_string), ("query", _decoded(body))]), accept)
    if media_type == UPDATE:
        raise Refused(403, _READ_ONLY)
    raise Refused(415, f"send a query as {FORM} or {DIRECT}, not as {media_type or 'a body without Content-Type'}")


def _question(given: Parameters, accept: str | None) -> Question:
    if "update" in given:
        raise Refused(403, _READ_ONLY)
    queries = given.get("query", [])
    if len(queries) != 1:
        raise Refused(400, f"one query is answered at a time; this request has {len(queries)} parameters named query")
    if not queries[0].strip():
        raise Refused(400, "the query is empty")
    default, named = _graphs(given, "default-graph-uri"), _graphs(given, "named-graph-uri")
    unset = not default and not named
    meant = _accept(given.get("format", ()), accept)
    return Question(queries[0], None if unset else default, None if unset else named, meant)


def _graphs(given: Parameters, name: str) -> tuple[str, ...]:
    iris = tuple(dict.fromkeys(given.get(name, ())))
    for iri in iris:
        try:
            NamedNode(iri)
        except ValueError as error:
            raise Refused(400, f"{name}: {iri!r} is no absolute IRI: {error}") from error
    return iris


def _accept(formats: Sequence[str], accept: str | None) -> str | None:
    """`format=csv` in a URL comes before the Accept field, for those who cannot send one (links, spreadsheets).

    SPARQLWrapper sends both, with words of its own for formats; those are passed over, the field tells them as well.
    """
    meant = [_NAMED[name] for name in formats if name in _NAMED]
    return ", ".join([*meant, accept or "*/*;q=0.1"]) if meant else accept


def _named(pairs: Iterable[tuple[str, str]]) -> Parameters:
    found: Parameters = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def parameters(encoded: bytes) -> list[tuple[str, str]]:
    """The parameters of a URL or a form. Raises Refused (400) if they are not encoded as such."""
    try:
        text = _unescaped(encoded.decode("ascii"))
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError as error:
        raise Refused(400, f"the parameters are not percent-encoded UTF-8: {error}") from error
    except ValueError as error:
        raise Refused(400, f"the parameters cannot be read: {error}") from error


def _unescaped(text: str) -> str:
    for escaped, character in _ESCAPED:
        text = text.replace(escaped, character)
    return text


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the query is not UTF-8: {error}") from error
