"""Lists of casualties at the head of a line: "Six dead, 20 injured in crash"."""

from converters.language.mending.tree import hang, put_above
from converters.language.tokens import befallen, transitive_verbs
from converters.language.tree import Token, TokenSpan

_WORDS_OF_A_NUMBER = 4
_WORDS_OF_A_NAME = 3


def casualties_of_heading(line: TokenSpan) -> None:
    """In "At least 8 killed, dozens hurt in attack" each state is that of those before it, and the attack is of all."""
    if line[-1].is_punct:
        return
    pairs = _pairs(line)
    states = [state for _, state in pairs]
    root = line.root
    if len(pairs) < 2 or root not in {*states, *(who for who, _ in pairs)}:
        return
    first, last = states[0], states[-1]
    if first is not root:
        put_above(first, root)
        root.dep_ = "dep"
    for who, state in pairs:
        passive = state.lemma in transitive_verbs()
        if state is not first:
            hang(state, first, "conj")
        hang(who, state, "nsubjpass" if passive else "nsubj")
        if passive:
            state.pos_, state.tag_ = "VERB", "VBN"
    for word in line[last.i + 1 - line.start :]:
        if word.head.i < last.i:
            hang(word, last, word.dep_)


def _pairs(line: TokenSpan) -> list[tuple[Token, Token]]:
    """Who is counted, and what befell them, as far as the line lists that."""
    found: list[tuple[Token, Token]] = []
    rest = list(line)
    while (pair := _pair(rest)) is not None:
        found.append(pair)
        rest = rest[rest.index(pair[1]) + 1 :]
        if not rest or not (rest[0].text == "," or rest[0].dep_ == "cc"):
            break
        rest = [word for word in rest[:2] if word.text != "," and word.dep_ != "cc"] + rest[2:]
    return found


def _pair(words: list[Token]) -> tuple[Token, Token] | None:
    number = next((w for w in words[:_WORDS_OF_A_NUMBER] if w.pos_ == "NUM" or w.ent_type_ == "CARDINAL"), None)
    if number is None:
        return None
    behind = words[words.index(number) + 1 :]
    if number.pos_ not in {"NUM", "NOUN"}:  # "at" and "least"
        return _pair(behind) if words[0].ent_type_ == "CARDINAL" else None
    for place, word in enumerate(behind[: _WORDS_OF_A_NAME + 1]):
        if word.lower_ in befallen() or (word.lemma in transitive_verbs() and word.tag_ in {"VBN", "VBD", "VBP", "JJ"}):
            return (behind[place - 1] if place else number), word
        if word.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None
