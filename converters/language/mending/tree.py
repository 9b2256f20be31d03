"""Trees as rules change them: what hangs where, and hanging it elsewhere."""

from converters.language.tree import Token

SUBJECT = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUXILIARY = frozenset({"aux", "auxpass"})


def hang(token: Token, head: Token, label: str) -> None:
    """Hangs a token on another, unless that one hangs on it: no rule makes a circle."""
    if is_below(head, token) or token.head is token:
        return
    token.head.children.remove(token)
    token.head, token.dep_ = head, label
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)


def put_above(token: Token, other: Token) -> None:
    """Puts a token in the place of one above it, which then hangs on it."""
    if is_below(other, token):
        return
    token.head.children.remove(token)
    if other.head is other:
        token.head = token
    else:
        token.head = other.head
        other.head.children.remove(other)
        other.head.children.append(token)
        other.head.children.sort(key=lambda child: child.i)
    token.dep_ = other.dep_
    other.head = token
    token.children.append(other)
    token.children.sort(key=lambda child: child.i)


def is_below(token: Token, other: Token) -> bool:
    """Whether a token is another or hangs on it, however deep."""
    while token is not other and token.head is not token:
        token = token.head
    return token is other


def is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ in AUXILIARY and c.tag_ in FINITE for c in verb.children)


def auxiliaries(verb: Token) -> frozenset[str]:
    return frozenset(c.lower_ for c in verb.children if c.dep_ in AUXILIARY)


def objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "dobj"]


def left_of(token: Token) -> Token:
    """The first token of all that hangs on a token."""
    while token.children and token.children[0].i < token.i:
        token = token.children[0]
    return token


def right_of(token: Token) -> Token:
    """The last token of all that hangs on a token."""
    while token.children and token.children[-1].i > token.i:
        token = token.children[-1]
    return token


def is_whole_that_clause(clause: Token) -> bool:
    """Whether a clause with "that" lacks nothing, so that it narrows no noun, whatever the parser says."""
    marked = any(c.lower_ == "that" and (c.dep_ == "mark" or c.tag_ == "IN") for c in clause.children)
    return marked and any(c.dep_ in SUBJECT and c.lower_ != "that" for c in clause.children)
