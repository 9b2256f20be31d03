"""A text tried out without a release: the claims it yields, explained, and the listed words that tell no event."""

from dataclasses import dataclass
from datetime import date

from converters.articles.model import Article
from converters.explain import ClaimExplanation, explain_claim
from converters.graph.assemble import chunks
from converters.language.parse import parse
from converters.lexicon import load as lexicon
from converters.linking import gazetteer
from converters.linking.link import link
from converters.pipeline import assemble
from converters.query import store_of
from converters.reading.reader import read_document
from converters.reading.refusals import Refusal, refusals
from converters.settings import Settings


@dataclass(frozen=True, slots=True)
class Trial:
    """What a text yields, claims in text order, and why other words of the lexicon in it yield nothing."""

    claims: tuple[ClaimExplanation, ...]
    refusals: tuple[Refusal, ...]


def try_text(text: str, published: date | None, settings: Settings) -> Trial:
    """Reads a text as an article is read. Raises MissingResource if the language model is not installed."""
    document = parse(Article("text", text, published), settings.model)
    known = lexicon.load()
    reading = read_document(document, known)
    assembly = assemble([link(reading, gazetteer.load())], settings)
    store = store_of(b"".join(chunk.nquads() for chunk in chunks(assembly)))
    (names,) = assembly.readings
    told = {claim.trigger for claim in reading.claims}
    return Trial(
        tuple(explain_claim(store, claim[1:-1]) for claim in dict.fromkeys(names.claims)),
        tuple(refusals(document, told, known)),
    )
