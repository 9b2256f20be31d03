"""Puts mentions together in text order: names by key, descriptions by noun and type, pronouns by salience.

"I" and "we" wait until the whole article is known: the speaker may be named behind the quotation.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from converters.language.demonyms import demonym_country
from converters.language.tree import Token
from converters.reading.coreference.cast import Cast, Draft, Sighting
from converters.reading.coreference.descriptions import (
    ARMED,
    beside,
    compatible,
    definite,
    draft_of,
    holds_office,
    repeats,
    stands_for,
    written_title,
)
from converters.reading.coreference.names import Aliases, Key, body_key, find_aliases, key_of
from converters.reading.coreference.pronouns import antecedent, empty_it
from converters.reading.mentions.marks import is_adjective
from converters.reading.mentions.model import Found
from converters.reading.mentions.peoples import is_government, is_one_of_people
from converters.reading.mentions.words import entity_words

_NARROWING = frozenset({"relcl", "acl"})


@dataclass(slots=True)
class Resolver:
    """Resolves the mentions of one article. `numbers` gives the draft of a mention by the body offset of its head."""

    names: dict[int, Found]
    aliases: Aliases
    cast: Cast = field(default_factory=Cast)
    numbers: dict[int, int] = field(default_factory=dict)
    first_person: list[tuple[Found, Sighting]] = field(default_factory=list)

    def take(self, found: Found, sighting: Sighting) -> None:
        """Gives one mention its entity. Mentions come in text order."""
        if found.kind == "pronoun" and entity_words().pronouns[found.head.lower_].startswith("first"):
            self.first_person.append((found, sighting))
            return
        number = self._number(found, sighting)
        if number is not None:
            self.put(found, sighting, number)

    def put(self, found: Found, sighting: Sighting, number: int) -> None:
        self.cast.drafts[number].take(found, sighting)
        self.numbers[found.place] = number

    def _number(self, found: Found, sighting: Sighting) -> int | None:
        if found.kind == "pronoun":
            return self._pronoun(found, sighting)
        if found.kind == "nominal":
            return self._nominal(found)
        return self.named(found)

    def named(self, found: Found) -> int:
        """The entity of a name."""
        if code := is_government(found):
            return self.cast.keyed(("Country", code), "Country")
        key = key_of(found, self.aliases)
        if key[0] in {"Branch", "Body"} and key[-1] is None and (owner := self._owner_country(found.head)):
            key = (*key[:-1], owner)
        if key[0] == "Person" and (known := self._surname(found)) is not None:
            return known
        return self.cast.keyed(key, self._type(found, key))

    def _type(self, found: Found, key: Key) -> str:
        if key[0] == "Country":
            return "Country"
        if key[0] == "Branch":
            return entity_words().branch_types.get(str(key[1]), "MilitaryUnit")
        return self.aliases.types.get(str(key[1]), found.type) if found.type == "Organisation" else found.type

    def _surname(self, found: Found) -> int | None:
        """The latest person with this surname, if the article has several and the name is only that."""
        full = self.aliases.people.get(found.name or "", ())
        keys = [key_of(Found(found.doc, 0, 0, found.head, "name", "Person", name), self.aliases) for name in full]
        known = [n for key in keys if (n := self.cast.get(key)) is not None]
        return max(known, key=lambda n: self.cast.drafts[n].last()) if len(full) > 1 and known else None

    def _owner_country(self, head: Token) -> str | None:
        """The country of the possessive pronoun before a name or noun ("its army"), once that is resolved."""
        for token in head.lefts:
            owner = self.numbers.get(token.start) if token.dep_ == "poss" else None
            if owner is not None and self.cast.drafts[owner].type in {"Country", "GovernmentBody", "Person"}:
                return self.cast.drafts[owner].country
        return None

    def _pronoun(self, found: Found, sighting: Sighting) -> int | None:
        """What a pronoun stands for; an entity of its own if that is not clear; None for "it is possible"."""
        if empty_it(found.head):
            return None
        known = antecedent(found.head, sighting, self.cast)
        return self.cast.new(Draft(found.type, plural=found.type == "PersonGroup")) if known is None else known

    def _nominal(self, found: Found) -> int:
        head = found.head
        if (key := self._collective(found)) is not None:
            return self.cast.keyed(key, self._type(found, key))
        for step in (self._apposed, self._members):
            if (name := step(found)) is not None:
                return name
        people = demonym_country(head.text) and not is_one_of_people(head)
        if people and found.first < head.i and head.doc[found.first].lower_ == "the":
            return self.cast.keyed(("Country", demonym_country(head.text)), "Country")
        draft = draft_of(found)
        known = self._described(found, draft)
        return self.cast.new(draft) if known is None else known

    def _collective(self, found: Found) -> Key | None:
        """The key of a country's forces or organs ("Estonian troops", "its army"), unless counted or narrowed."""
        head, words = found.head, entity_words()
        if any(t.dep_ == "nummod" for t in head.lefts) or any(t.dep_ in _NARROWING for t in head.rights):
            return None
        if any(c.dep_ == "conj" and demonym_country(c.text) for t in head.lefts for c in t.rights):
            return None  # "the Estonian and Latvian troops"
        phrase = " ".join(t.lower_ for t in head.lefts if t.dep_ in {"amod", "compound"} and not is_adjective(t.text))
        if self.aliases.types.get(f"{phrase} {head.lower_}"):
            return "Name", f"{phrase} {head.lower_}"
        pair = head.doc.part(max(head.i - 1, 0), head.i + 1).text.lower()
        text = pair if pair in words.branches or pair in words.lists["bodies"] else head.lower_
        special = set(phrase.split()) - words.lists["neutral_modifiers"] - set(text.split())
        if special:
            return None
        key = body_key(text, found.country or self._owner_country(head))
        if key[0] == "Name" or (key[-1] is None and (not definite(head) or not self._has(key))):
            return None
        return key if found.country or key[-1] is None or head.doc[found.first].dep_ == "poss" else None

    def _has(self, key: Key) -> bool:
        return any(d.key is not None and d.key[:-1] == key[:-1] for d in self.cast.drafts)

    def _apposed(self, found: Found) -> int | None:
        """The named entity that a description stands beside ("Avon, the capital") or introduces ("town of Avon")."""
        head = found.head
        if any(t.dep_ == "poss" and t.lower_ in {"our", "my"} for t in head.lefts):
            return None
        for token in (*beside(head), *self._introduced(head)):
            name = self.names.get(token.start)
            if name is not None and name.kind == "name" and compatible(found.type, name.type):
                number = self.named(name)
                draft = self.cast.drafts[number]
                draft.country = draft.country or found.country or self._inner_country(found)
                if name.type == "Person" and draft.title is None:
                    draft.title = written_title(found)
                return number
        return None

    def _introduced(self, head: Token) -> list[Token]:
        """The head of the name right behind a noun that introduces it ("the ferry Silver Heron")."""
        if head.lemma_.lower() not in entity_words().introducers:
            return []
        after = (self.names.get(t.start) for t in head.doc[head.i + 1 : head.i + 6])
        return [name.head for name in after if name is not None and name.first == head.i + 1]

    def _members(self, found: Found) -> int | None:
        """The force or armed group whose name stands before a plain noun ("Avon fighters", "the Avon group")."""
        if not entity_words().listed("members", found.head.lemma_.lower()):
            return None
        near = [t for t in found.head.lefts if t.dep_ in {"compound", "nmod", "amod"}]
        if any(t.dep_ == "nummod" for t in found.head.lefts):
            return None
        names = (self.names.get(t.start) for t in near)
        return next((self.named(n) for n in names if n is not None and n.type in ARMED and n.kind == "name"), None)

    def _inner_country(self, found: Found) -> str | None:
        """The country of a body named inside a description ("the Avon Ministry spokesman")."""
        inner = (self.numbers.get(t.start) for t in found.doc[found.first : found.last])
        return next((c for n in inner if n is not None and (c := self.cast.drafts[n].country)), None)

    def _described(self, found: Found, draft: Draft) -> int | None:
        """The entity that a definite description takes up ("the city", "the ships", "the president").

        It is none that the description is a part of ("a town near the city").
        """
        if not definite(found.head) or any(t.dep_ in _NARROWING or t.lower_ == "of" for t in found.head.rights):
            return None
        barred = self._doers(found.head) | {self.numbers.get(above.start) for above in found.head.ancestors}

        def latest(fits: Callable[[Draft, Found, Draft], bool]) -> int | None:
            known = (n for n, other in enumerate(self.cast.drafts) if fits(draft, found, other) and n not in barred)
            return self.cast.latest(known, found.place)

        if (holder := latest(holds_office)) is not None:
            return holder
        named, repeated = latest(stands_for), latest(repeats)
        return repeated if named is None or self._told_with(repeated, named, found.place) else named

    def _told_with(self, thing: int | None, named: int, before: int) -> bool:
        """Whether a thing without a name was told in the sentence of the name or after it ("a village near Avon")."""
        if thing is None:
            return False
        last, other = (self.cast.sighted(number, before) for number in (thing, named))
        return last.head.dep_ != "attr" and last.sentence >= other.sentence

    def _doers(self, head: Token) -> set[int | None]:
        """The subjects of the clauses a description stands in: a pronoun would be used for them."""
        verbs = [a for a in head.ancestors if a.pos_ in {"VERB", "AUX"}]
        subjects = [c for verb in verbs for c in verb.children if c.dep_ == "nsubj"]
        return {self.numbers.get(c.start) for c in subjects if c != head}


def resolver(blocks: list[tuple[Found, ...]]) -> Resolver:
    """A resolver that knows all names of the article."""
    names = {f.place: f for block in blocks for f in block}
    return Resolver(names, find_aliases(blocks))
