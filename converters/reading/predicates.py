"""Of whom a nominal predicate is said: an adjective, or a participle that stands for people ("the wounded")."""

from converters.language.tree import Token
from converters.reading.syntax.relations import objects, surface_subjects
from converters.reading.syntax.tree import children, is_verbal, with_conjuncts


def all_bearers(word: Token) -> list[Token]:
    """Who or what an adjective is said of, with all that is coordinated; one before a noun is said of nothing that has
    words of its own before it ("the wounded man and two guards").
    """
    found = with_conjuncts(bearers(word))
    own = ("det", "poss", "nummod", "amod")
    return [b for b in found if b is word.head or not children(b, *own)] if word.dep_ == "amod" else found


def bearers(word: Token) -> list[Token]:
    """Who or what an adjective is said of: its own subject, its noun, or the subject or object of its verb."""
    if own := children(word, "nsubj"):
        return own
    if word.dep_ == "conj" and (counted := [n for n in children(word, "npadvmod") if n.pos_ == "NUM"]):
        return counted  # "four are dead, about 20 injured"
    if word.dep_ == "amod":
        return [word.head]
    above = word.head
    while above.dep_ == "conj" and not is_verbal(above):
        above = above.head
    if not is_verbal(above):
        return [above]
    return objects(above) if word.dep_ == "oprd" and objects(above) else surface_subjects(above)


def members_of(word: Token) -> list[Token]:
    """Who is told to be of those that a word names: "among the dead were three", "he was among those arrested", "the
    dead included two children".
    """
    first = word.head if word.dep_ == "conj" and word.head.dep_ == "acl" else word  # "those killed and hurt"
    group = first.head if first.dep_ == "acl" else first
    among = group.head
    if group.dep_ == "nsubj" and among.lemma == "include" and is_verbal(among):
        return objects(among)
    if group.dep_ != "pobj" or among.lower_ != "among" or among.head.lemma_ != "be" or children(group, "nummod"):
        return []
    return with_conjuncts(children(among.head, "nsubj") or children(among.head, "attr"))
