"""The entities of an article while it is read: who has been mentioned, where, as what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from converters.language.demonyms import countries, country_name
from converters.language.tree import Token
from converters.reading.coreference.names import Key
from converters.reading.mentions.model import Found
from converters.reading.mentions.words import entity_words
from converters.reading.model import Entity, Mention


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention as pronoun resolution sees it: sentence and block number, its head, if it is only an adjective.

    Sentences inside quotations do not count: "he said" after a long quotation means who spoke before it.
    """

    sentence: int
    block: int
    place: int
    head: Token
    adjective: bool
    quoted: bool = False


@dataclass(slots=True)
class Draft:
    """An entity in the making."""

    type: str
    key: Key | None = None
    lemma: str = ""
    modifiers: frozenset[str] = frozenset()
    plural: bool = False
    female: bool | None = None
    country: str | None = None
    title: str | None = None
    names: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)

    def take(self, found: Found, sighting: Sighting) -> None:
        """Adds a mention and what its words say about the entity. A capital is no name of the country it stands for."""
        self.mentions.append(Mention(found.span, found.kind, found.title))
        self.sightings.append(sighting)
        self.country = self.country or found.country
        self.title = self.title or found.title
        if found.kind == "name" and found.name and (self.type != "Country" or found.name in countries()):
            self.names.append(found.name)
        if found.kind == "name" and found.type != "Organisation" and self.type == "Organisation":
            self.type = found.type
        self._learn_gender(found)

    def _learn_gender(self, found: Found) -> None:
        words = entity_words()
        said = {w.strip(".").lower() for w in (found.title or "").split()} | {
            found.head.lemma_.lower(),
            found.head.lower_,
        }
        if self.female is None and self.type == "Person":
            if said & words.lists["female"] or said & words.lists["feminine"]:
                self.female = True
            elif said & words.lists["male"] or (
                found.kind == "pronoun" and words.pronouns.get(found.head.lower_) == "person"
            ):
                self.female = False

    def last(self) -> int:
        """The body offset of its latest mention."""
        return self.sightings[-1].place

    def finished(self, body: str) -> Entity:
        """The entity. Its label is a country's usual name, another's longest name, else its first description."""
        mentions = tuple(sorted(set(self.mentions), key=lambda m: (m.span, m.kind, m.title or "")))
        names = tuple(sorted(dict.fromkeys(self.names), key=lambda n: (-len(n), n)))
        usual = country_name(self.country) if self.type == "Country" and self.country else None
        described = [" ".join(m.span.of(body).split()) for m in mentions if m.kind != "pronoun"]
        described = [text for text in described if not _is_share(text)] or described
        label = usual or (names[0] if names else [*described, mentions[0].span.of(body)][0])
        return Entity(self.type, label, names, mentions, self.country, self.title)


def _is_share(described: str) -> bool:
    """Whether a description counts ("all Estonian soldiers")."""
    return entity_words().listed("partitives", described.split()[0].lower())


class Cast:
    """All drafts of an article, found by key or by looking back."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_key: dict[Key, int] = {}

    def keyed(self, key: Key, type_: str) -> int:
        """The draft with this key, made if there is none; a key without country is the latest one that has one."""
        if key[0] in {"Branch", "Body"} and key[-1] is None:
            known = [i for k, i in self._by_key.items() if k[:-1] == key[:-1]]
            if known:
                return max(known, key=lambda i: self.drafts[i].last())
        if key not in self._by_key:
            country = key[-1] if key[0] in {"Branch", "Body", "Country"} else None
            self._by_key[key] = self.new(Draft(type_, key, country=country))
        return self._by_key[key]

    def get(self, key: Key) -> int | None:
        return self._by_key.get(key)

    def new(self, draft: Draft) -> int:
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def since(self, sentence: int) -> Iterator[tuple[int, Draft]]:
        """The drafts mentioned in this sentence or later, with their numbers."""
        for number, draft in enumerate(self.drafts):
            if draft.sightings and draft.sightings[-1].sentence >= sentence:
                yield number, draft

    def latest(self, numbers: Iterable[int], before: int) -> int | None:
        """Of these drafts the one mentioned last before a body offset, None if none was."""
        seen = [(s.place, n) for n in numbers for s in self.drafts[n].sightings if s.place < before]
        return max(seen)[1] if seen else None

    def sighted(self, number: int, before: int) -> Sighting:
        """The last mention of a draft before a body offset; there must be one."""
        return max((s for s in self.drafts[number].sightings if s.place < before), key=lambda s: s.place)
