"""Puts mentions together in text order: names by key, descriptions by noun and type, pronouns by salience.

"I" and "we" wait until the whole article is known: the speaker may be named behind the quotation.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from converters.language.demonyms import demonym_country
from converters.language.model import span_of
from converters.reading.coreference_cast import Cast, Draft, Sighting
from converters.reading.coreference_names import Aliases, Key, body_key, find_aliases, key_of
from converters.reading.coreference_pronouns import antecedent, empty_it
from converters.reading.mentions_model import BODIES, PLACES, Found
from converters.reading.mentions_names import is_government
from converters.reading.mentions_nominals import plural
from converters.reading.mentions_spots import is_adjective
from converters.reading.mentions_words import entity_words

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_ARMED, _PRESS = frozenset({"MilitaryUnit", "ArmedGroup"}), frozenset({"Publisher", "NewsAgency", "Platform"})
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
            owner = self.numbers.get(span_of(token).start) if token.dep_ == "poss" else None
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
        if demonym_country(head.text) and found.first < head.i and head.doc[found.first].lower_ == "the":
            return self.cast.keyed(("Country", demonym_country(head.text)), "Country")
        draft = Draft(found.type, None, _noun(head), _modifiers(head), plural(head), country=found.country)
        known = self._described(found, draft)
        return self.cast.new(draft) if known is None else known

    def _collective(self, found: Found) -> Key | None:
        """The key of a country's forces or organs ("Estonian troops", "its army"), unless counted or narrowed."""
        head, words = found.head, entity_words()
        if any(t.dep_ == "nummod" for t in head.lefts) or any(t.dep_ in _NARROWING for t in head.rights):
            return None
        phrase = " ".join(t.lower_ for t in head.lefts if t.dep_ in {"amod", "compound"} and not is_adjective(t.text))
        if self.aliases.types.get(f"{phrase} {head.lower_}"):
            return "Name", f"{phrase} {head.lower_}"
        pair = head.doc[max(head.i - 1, 0) : head.i + 1].text.lower()
        text = pair if pair in words.branches or pair in words.lists["bodies"] else head.lower_
        special = set(phrase.split()) - words.lists["neutral_modifiers"] - set(text.split())
        if special:
            return None
        key = body_key(text, found.country or self._owner_country(head))
        if key[0] == "Name" or (key[-1] is None and (not _definite(head) or not self._has(key))):
            return None
        return key if found.country or key[-1] is None or head.doc[found.first].dep_ == "poss" else None

    def _has(self, key: Key) -> bool:
        return any(d.key is not None and d.key[:-1] == key[:-1] for d in self.cast.drafts)

    def _apposed(self, found: Found) -> int | None:
        """The named entity that a description stands beside ("Avon, the capital") or introduces ("town of Avon")."""
        head = found.head
        if any(t.dep_ == "poss" and t.lower_ in {"our", "my"} for t in head.lefts):
            return None
        near = [t for t in head.children if t.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
        near += [
            t
            for c in head.children
            if c.lower_ == "of" and head.lemma_.lower() in entity_words().introducers
            for t in c.children
        ]
        near += [
            t for c in head.children if c.lower_ == "of" for p in c.children for t in p.children if t.dep_ == "appos"
        ]
        near += self._introduced(head)
        for token in near:
            name = self.names.get(span_of(token).start)
            if name is not None and name.kind == "name" and compatible(found.type, name.type):
                number = self.named(name)
                draft = self.cast.drafts[number]
                draft.country = draft.country or found.country or self._inner_country(found)
                if name.type == "Person" and draft.title is None:
                    draft.title = " ".join(
                        t.text for t in head.doc[found.first : head.i + 1] if t.dep_ not in {"det", "poss", "case"}
                    )
                return number
        return None

    def _introduced(self, head: Token) -> list[Token]:
        """The head of the name right behind a noun that introduces it ("the ferry Silver Heron")."""
        if head.lemma_.lower() not in entity_words().introducers:
            return []
        after = (self.names.get(span_of(t).start) for t in head.doc[head.i + 1 : head.i + 6])
        return [name.head for name in after if name is not None and name.first == head.i + 1]

    def _members(self, found: Found) -> int | None:
        """The force or armed group whose name stands before a plain noun ("Avon fighters", "the Avon group")."""
        if not entity_words().listed("members", found.head.lemma_.lower()):
            return None
        near = [t for t in found.head.lefts if t.dep_ in {"compound", "nmod", "amod"}]
        if any(t.dep_ == "nummod" for t in found.head.lefts):
            return None
        names = (self.names.get(span_of(t).start) for t in near)
        return next((self.named(n) for n in names if n is not None and n.type in _ARMED and n.kind == "name"), None)

    def _inner_country(self, found: Found) -> str | None:
        """The country of a body named inside a description ("the Avon Ministry spokesman")."""
        inner = (self.numbers.get(span_of(t).start) for t in found.doc[found.first : found.last])
        return next((c for n in inner if n is not None and (c := self.cast.drafts[n].country)), None)

    def _described(self, found: Found, draft: Draft) -> int | None:
        """The entity that a definite description takes up ("the city", "the ships", "the president")."""
        if not _definite(found.head) or any(t.dep_ in _NARROWING or t.lower_ == "of" for t in found.head.rights):
            return None
        doers = self._doers(found.head)
        recent = [n for n in self.cast.recent(found.place) if n not in doers]
        for test in (_holds_office, _stands_for, _repeats):
            for number in recent:
                if test(draft, found, self.cast.drafts[number]):
                    return number
        return None

    def _doers(self, head: Token) -> set[int | None]:
        """The subjects of the clauses a description stands in: a pronoun would be used for them."""
        verbs = [a for a in head.ancestors if a.pos_ in {"VERB", "AUX"}]
        subjects = [c for verb in verbs for c in verb.children if c.dep_ == "nsubj"]
        return {self.numbers.get(span_of(c).start) for c in subjects if c != head}


def _holds_office(new: Draft, found: Found, known: Draft) -> bool:
    """Whether a person has the office of a description, the end of the title written with the name."""
    if known.type != "Person" or known.title is None or new.type != "Person" or new.country:
        return False
    office = " ".join(t.lower_ for t in found.doc[found.first : found.last + 1] if t.dep_ != "det")
    words = [word.rstrip(".") for word in known.title.lower().split()]
    return " ".join(entity_words().abbreviations.get(word, word) for word in words).endswith(office)


def _stands_for(new: Draft, found: Found, known: Draft) -> bool:
    """Whether a description stands for a name by its type ("the city"), or shares a word with it ("the corps")."""
    words, lemma = entity_words(), found.head.lemma_.lower()
    if new.plural or not known.names:
        return False
    if known.type in BODIES and any(name.lower().split()[-1] == lemma for name in known.names):
        return True
    by_type = known.type in words.anaphors.get(lemma, ()) and not words.listed("anaphors_by_name", lemma)
    return by_type and not new.modifiers


def _repeats(new: Draft, _: Found, known: Draft) -> bool:
    """Whether a description repeats an earlier one, with no modifier that it had not."""
    return (
        known.lemma == new.lemma
        and not known.names
        and known.plural == new.plural
        and new.modifiers <= known.modifiers
        and new.country in {None, known.country}
    )


def compatible(a: str, b: str) -> bool:
    """Whether a description of type `a` can be of a thing of type `b`."""
    places = PLACES | {"Country"}
    bodies = a in BODIES and b in BODIES and ("Organisation" in {a, b} or {a, b} <= _ARMED or {a, b} <= _PRESS)
    return a == b or (a in places and b in places) or bodies


def _noun(head: Token) -> str:
    lemma = head.lemma_.lower()
    return entity_words().synonyms.get(lemma, lemma)


def _modifiers(head: Token) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in head.lefts if t.dep_ in {"amod", "compound", "nummod"} and t.is_alpha)


def _definite(head: Token) -> bool:
    return any(t.dep_ == "det" and t.lower_ in _POINTING for t in head.lefts)


def resolver(blocks: list[tuple[Found, ...]]) -> Resolver:
    """A resolver that knows all names of the article."""
    names = {f.place: f for block in blocks for f in block}
    return Resolver(names, find_aliases(blocks))
