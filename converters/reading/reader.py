"""Reads one article: a pure function of the article and the name of the language model."""

from collections.abc import Sequence
from dataclasses import replace

from converters.articles.model import Article
from converters.language.model import Block, Document
from converters.language.parse import parse
from converters.language.tree import Token
from converters.lexicon.load import load
from converters.lexicon.model import Entry, Lexicon
from converters.reading.claims import BlockText, claims_of
from converters.reading.events import event_numbers
from converters.reading.mentions.find import find_entities
from converters.reading.mentions.index import EntityIndex
from converters.reading.model import Claim, Reading
from converters.reading.outlook import in_time
from converters.reading.pruning import pruned
from converters.reading.quantities.find import find_quantities
from converters.reading.roles.participants import Participants
from converters.reading.scopes import scoped
from converters.reading.shares import numbered
from converters.reading.speech.authors import authors
from converters.reading.speech.find import find_utterances
from converters.reading.speech.media import with_media
from converters.reading.speech.model import Utterance
from converters.reading.speech.parts import with_parts
from converters.reading.syntax.tree import children
from converters.reading.times.find import Dated, find_times
from converters.reading.triggers import Trigger, find_triggers, taken_up


def read(article: Article, model: str) -> Reading:
    """Entities and claims of an article. Raises MissingResource if the language model is not installed."""
    return read_document(parse(article, model), load())


def read_document(document: Document, lexicon: Lexicon) -> Reading:
    """Entities and claims of a parsed article."""
    blocks = [b for b in document.blocks if b.kind != "byline"]
    spoken = find_utterances(blocks, lexicon)
    index = find_entities(document)
    publisher = _publisher(document, index)
    who = Participants(index.at, index.mention_span, lambda n: index.entities[n].type)
    spoken = with_media(spoken, who, lexicon)
    behind = authors([u for block in spoken for u in block], who.number, who.type)
    claims: list[Claim] = []
    number = 0
    dated = Dated()
    known: dict[str, Entry] = {}
    for block, utterances in zip(blocks, spoken, strict=True):
        found = taken_up(find_triggers(block.doc, lexicon), known)
        triggers = scoped(_with_cues(found, utterances, lexicon), lexicon)
        utterances = with_parts(utterances, triggers, who.same, lexicon)
        numbers = event_numbers(triggers, number, lexicon.superclass)
        number += len(triggers)
        shares = numbered(triggers, number)
        number += len(shares)
        text = BlockText(
            block.doc,
            triggers,
            utterances,
            find_times(block.doc, document.article.published, dated),
            find_quantities(block.doc),
            numbers,
            shares,
        )
        told = claims_of(text, publisher, who, behind, lexicon)
        claims.extend(in_time(claim, document.article.published, lexicon) for claim in told)
    return pruned(Reading(document.article, publisher, index.entities, tuple(claims)))


def _with_cues(triggers: list[Trigger], utterances: Sequence[Utterance], lexicon: Lexicon) -> list[Trigger]:
    """Every utterance with a cue of its own is an event, whether or not an entry of the lexicon tells it."""
    told = {t.token.i for t in triggers}
    cues = [u.cue for u in utterances if u.own_event]
    tallying = [c for c in cues if any(o.lemma in lexicon.words["tally"] for o in children(c, "dobj"))]
    apart = [replace(t, light=None) if t.light in tallying else t for t in triggers]  # "put the toll at 12"
    kept = [t for t in apart if not (t.entry.kind == "noun" and t.token.dep_ in {"dobj", "dative"} and _hears(t, cues))]
    added = [Trigger(u.cue, _utterance_entry(u, lexicon)) for u in utterances if u.own_event and u.cue.i not in told]
    return sorted([*kept, *added], key=lambda t: t.token.i)


def _hears(trigger: Trigger, cues: Sequence[Token]) -> bool:
    """Whether a gathering is only the audience of an utterance ("told a news conference that …")."""
    return trigger.token.head in cues and trigger.entry.cls in {"Statement", "Meeting"}


def _utterance_entry(utterance: Utterance, lexicon: Lexicon) -> Entry:
    """An entry for a cue that the lexicon knows as a reporting word only."""
    word, cls = utterance.cue.lemma, utterance.cls
    roles = {**lexicon.class_roles.get(cls, {}), "subject": "agent", "indirect": "addressee", "to": "addressee"}
    roles.pop("object", None)
    return Entry(f"{cls}/reporting/{word}", cls, "verb", word, roles=roles)


def _publisher(document: Document, index: EntityIndex) -> int | None:
    """The news agency or outlet that a byline names."""
    bylines = [b for b in document.blocks if b.kind == "byline"]
    for token in _tokens(bylines):
        number = index.at(token)
        if number is not None and index.entities[number].type in {"NewsAgency", "Publisher"}:
            return number
    return None


def _tokens(blocks: Sequence[Block]) -> list[Token]:
    return [token for block in blocks for token in block.doc]
