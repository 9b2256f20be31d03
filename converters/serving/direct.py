"""What is said of one thing, or what names it, taken from the store without a query.

`SELECT ?p ?o WHERE { <iri> ?p ?o }` is what programs ask most. The engine needs longer to read and plan it than to find
what is asked for, so this one form is answered without it, with results in JSON; tests compare the answers.
"""

from functools import lru_cache
from itertools import islice
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

import pyoxigraph as ox

from converters.namespaces import XSD
from converters.serving.grammar import WHOLE, Asked, Group, Pattern

MOST = 300
"""Statements that are looked at; where there are more, the engine answers."""

_PREDICATE, _OBJECT = 1, 2
_STRING = str(XSD.string)


class Direct(NamedTuple):
    """A SELECT of one pattern with one IRI: what its two variables are called, and where they stand, as shown."""

    names: tuple[str, str]
    places: tuple[int, int]


def direct(asked: Asked) -> Direct | None:
    """How a query of this form is answered without the engine; None if it is not."""
    match asked:
        case Asked(groups=(Group(parts=(Pattern() as pattern,)),), shown=(one, other)) if one != other:
            nothing_else = asked == Asked({}, (Group((pattern,)),), (one, other))
            places = [pattern.index(term) for term in ("<^0>", one, other) if term in pattern[:3]]
            if nothing_else and sorted(places) == [0, 1, 2] and places[0] != _PREDICATE:
                return Direct((one[1:], other[1:]), (places[1], places[2]))
    return None


def results(store: ox.Store, query: str, how: Direct) -> bytes | None:
    """The answer in JSON (SPARQL 1.1 Query Results JSON Format, section 3); None if it is left to the engine."""
    iri = WHOLE.fullmatch(query[query.index("<") : query.index(">") + 1])
    try:
        thing = ox.NamedNode(iri[1]) if iri else None
    except ValueError:  # the engine says what is wrong with it
        return None
    if thing is None:
        return None
    about = _OBJECT in how.places
    quads = list(islice(store.quads_for_pattern(*((thing, None, None) if about else (None, None, thing))), MOST + 1))
    if len(quads) > MOST:
        return None
    (name, beside), (place, second) = how
    one, other = (_predicate if at == _PREDICATE else _json for at in how.places)
    rows = ",".join([f'{{"{name}":{one(quad[place])},"{beside}":{other(quad[second])}}}' for quad in quads])
    return f'{{"head":{{"vars":["{name}","{beside}"]}},"results":{{"bindings":[{rows}]}}}}'.encode()


def _json(term: Any) -> str:
    """A term of the data. IRIs have no character that JSON escapes."""
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":"{term.value}"}}'
    if not isinstance(term, ox.Literal):
        return f'{{"type":"bnode","value":{quoted(term.value)}}}'
    if term.language:
        return f'{{"type":"literal","value":{quoted(term.value)},"xml:lang":"{term.language}"}}'
    datatype = term.datatype.value
    typed = "" if datatype == _STRING else f',"datatype":"{datatype}"'
    return f'{{"type":"literal","value":{quoted(term.value)}{typed}}}'


_predicate = lru_cache(1000)(_json)
"""There are few predicates."""
