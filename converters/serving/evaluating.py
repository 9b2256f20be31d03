"""What the engine answers to a question, in the format that is asked for."""

from typing import IO, Any

import pyoxigraph as ox

from converters.serving.accept import choose
from converters.serving.frames import Question
from converters.serving.media import RDF, RESULTS, Format
from converters.serving.refusals import Refused

_RESULTS = {"json": "JSON", "xml": "XML", "csv": "CSV", "tsv": "TSV"}
_RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def evaluate(store: ox.Store, asked: Question, base: str, prefixes: dict[str, str]) -> tuple[Results, Format]:
    """The results, which the engine finds as they are walked, and the format to write. Raises Refused for none."""
    found = _evaluate(store, asked, base, prefixes)
    return found, _format(found, asked.accept)


def write(found: Results, chosen: Format, out: IO[bytes], prefixes: dict[str, str]) -> None:
    """Writes results as they are found. Raises Refused if that fails on the way."""
    try:
        if isinstance(found, ox.QueryTriples):
            ox.serialize(found, out, _RDF[chosen.writer], prefixes=prefixes)
        else:
            found.serialize(out, getattr(ox.QueryResultsFormat, _RESULTS[chosen.writer]))
    except (RuntimeError, OSError) as error:
        raise Refused(400, f"the query cannot be answered: {error}") from error


def _evaluate(store: ox.Store, asked: Question, base: str, prefixes: dict[str, str]) -> Results:
    chosen = asked.default_graphs is not None or asked.named_graphs is not None
    try:
        return store.query(
            asked.query,
            base_iri=base,
            prefixes=prefixes,
            use_default_graph_as_union=not chosen,
            default_graph=_graphs(asked.default_graphs) if chosen else None,
            named_graphs=_graphs(asked.named_graphs) if chosen else None,
        )
    except SyntaxError as error:
        told = str(error.msg).replace("[_]", "white space")  # as the engine's grammar calls it
        raise Refused(400, f"not SPARQL 1.1: {told}") from error
    except ValueError as error:
        raise Refused(400, f"{error}") from error
    except (RuntimeError, OSError) as error:
        raise Refused(400, f"the query cannot be answered: {error}") from error


def _graphs(iris: tuple[str, ...] | None) -> list[Any]:
    return [ox.NamedNode(iri) for iri in iris or ()]


def _format(found: Any, accept: str | None) -> Format:
    offers = RDF if isinstance(found, ox.QueryTriples) else RESULTS
    chosen = choose(accept, offers)
    if chosen is None:
        names = ", ".join(offer.media_type for offer in offers)
        raise Refused(406, f"this query is answered as one of: {names}")
    return chosen
