"""What is told not to be so."""

from converters.language.tree import Token
from converters.lexicon.model import Lexicon
from converters.reading.factuality.forms import IN_SCOPE, SUBJECT, is_bare_infinitive, is_indefinite, negates
from converters.reading.syntax.tree import children, is_verbal

_NO_DENIAL = {"not": {"only", "just", "merely"}, "no": {"fewer", "less", "more", "later"}}
"""Before these words a negator denies nothing."""


def negated_at(node: Token, path: str, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a word above an event, reached from it by `path`, says that it is not so."""
    if not path and node.dep_ == "relcl" and _is_somebody_else(node):
        return True
    if path in SUBJECT and is_unknown(node, lexicon):
        return False
    if path == "nsubj" and node.lemma in lexicon.words["occurring"]:
        return bool(_negations(node))  # "the attack never happened"
    if not path and node.dep_ in {"acl", "relcl"} and is_bare_infinitive(node):
        return any(negates(d, lexicon) for d in children(node.head, "det"))  # "no way to verify"
    if path == "xcomp" and any(c.lower_ == "yet" for c in children(node, "advmod")) and not children(node, "neg"):
        return True  # "has yet to begin"
    if path in {"pcomp", "pobj"} and (negates(node, lexicon) or _is_instead(node, lexicon)):
        return True  # "without firing", "instead of firing"
    if not path and node.dep_ in {"conj", "advcl"} and _is_put_aside(node):
        return True
    if not path and node.nbor(-1).lower_ == "but" and node.nbor(-2).lower_ == "all":
        return True  # "all but captured"
    below_copula = node.lemma == "be" and trigger.head.head is node  # "were not in retreat"
    if path in {"ccomp", "csubj"} and _is_called_untrue(node, lexicon):
        return True
    if path and (path not in IN_SCOPE or (path == "prep" and not (below_copula or _is_light(node, trigger, lexicon)))):
        return False
    if (_negations(node) or (path and _is_behind_nor(node))) and (is_verbal(node) or not path):
        return True
    if path == "dobj" and is_indefinite(trigger) and _nobody_does(node, lexicon):
        return True  # "neither signed a ceasefire"
    return not path and is_denied(node, lexicon)


def _is_behind_nor(verb: Token) -> bool:
    """ "Nor had there been any warning" """
    links = [c for c in children(verb.head, "cc") if c.i < verb.i] if verb.dep_ == "conj" else []
    return bool(links) and links[-1].lower_ == "nor"


def is_unknown(verb: Token, lexicon: Lexicon) -> bool:
    """ "The number of deaths is not known"."""
    words = (verb, *children(verb, "acomp"))
    return any(word.lemma in lexicon.words["knowing"] for word in words) and is_denied(verb, lexicon)


def _is_put_aside(verb: Token) -> bool:
    """ "Rather than fire, they left"."""
    links = [
        c for c in (*children(verb.head, "cc"), *children(verb, "mark")) if c.lower_ == "than" and 0 < c.i < verb.i
    ]
    return any(c.nbor(-1).lower_ == "rather" for c in links)


def _is_somebody_else(clause: Token) -> bool:
    """ "It was not the army that did it"."""
    copula = clause.head.head
    cleft = clause.head.dep_ == "attr" and any(s.lower_ == "it" for s in children(copula, "nsubj"))
    return cleft and bool(children(copula, "neg"))


def _is_instead(preposition: Token, lexicon: Lexicon) -> bool:
    """ "Instead of firing", "came within a mile of capturing it"."""
    if preposition.lower_ == "of" and preposition.head.dep_ == "pobj" and preposition.head.head.lower_ == "within":
        return preposition.head.pos_ == "NOUN" and any(c.tag_ == "VBG" for c in children(preposition, "pcomp"))
    found = (lexicon.governors.get(word.lemma) for word in children(preposition, "advmod"))
    return any(governor is not None and governor.polarity == "negative" for governor in found)


def is_denied(word: Token, lexicon: Lexicon) -> bool:
    """Negated itself or through who takes part: "did not", "no attack", "nobody", "neither side"."""
    listed = _first_of_choice(word)
    taking_part = children(word, "nsubj", "nsubjpass") or children(listed, "nsubj", "nsubjpass") or _raised(word)
    if not _says(word, lexicon):
        taking_part = taking_part + children(word, "dobj")
    words = (
        children(word, "det", "advmod", "preconj", "cc")
        + children(listed, "det")  # "no damage or casualties"
        + _behind_link(listed, word)
        + taking_part
        + [
            d
            for t in taking_part
            for d in children(t, "det", "advmod", "preconj", "neg")
            if d.lower_ not in lexicon.words["approximate"]
        ]
    )
    words = [w for w in words if not _denies_nothing(w)]
    denied = bool(_negations(word)) or any(negates(w, lexicon) for w in words)
    return denied or shares_negation(word)


def _first_of_choice(word: Token) -> Token:
    """The first of what "or" leaves the choice of ("no damage, injuries or deaths", "nobody was hurt or killed")."""
    first, joined = word, {c.lower_ for c in children(word, "cc")}
    while first.dep_ == "conj" and is_verbal(first.head) == is_verbal(word):
        links = {c.lower_ for c in children(first.head, "cc")}
        if "and" in links or children(first, "nsubj", "nsubjpass"):
            break
        first, joined = first.head, joined | links
    return first if joined & {"or", "nor"} else word


def _behind_link(listed: Token, word: Token) -> list[Token]:
    """What stands before the noun above the first of a choice ("no hits to houses or casualties")."""
    if listed is word or listed.dep_ != "pobj" or not is_indefinite(word):
        return []
    return children(listed.head.head, "det") if listed.head.head.pos_ == "NOUN" else []


def _says(word: Token, lexicon: Lexicon) -> bool:
    """Whether what a verb has as its object is what it says: who "reported no losses" did report."""
    return any("object" in entry.complement and not entry.particles for entry in lexicon.reporting.get(word.lemma, ()))


def _negations(word: Token) -> list[Token]:
    return [n for n in children(word, "neg") if not _denies_nothing(n)]


def _denies_nothing(negator: Token) -> bool:
    """ "Not only did they fire, they also …", "no fewer than ten died"."""
    behind = negator.nbor(1) if negator.i + 1 < len(negator.doc) else negator
    return behind.lower_ in _NO_DENIAL.get(negator.lower_, ())


def _is_called_untrue(verb: Token, lexicon: Lexicon) -> bool:
    """ "It is not true that they fired", "it is false that they did"."""
    wrong = lexicon.words["true" if children(verb, "neg") else "untrue"]
    return verb.lemma == "be" and any(word.lemma in wrong for word in children(verb, "acomp", "attr"))


def _nobody_does(verb: Token, lexicon: Lexicon) -> bool:
    who = children(verb, "nsubj")
    return any(negates(t, lexicon) for w in who for t in (w, *children(w, "det", "advmod")))


def _raised(verb: Token) -> list[Token]:
    """The subject of "are believed to have died", which is that of "died"."""
    return children(verb.head, "nsubjpass") if verb.dep_ == "xcomp" else []


def shares_negation(verb: Token) -> bool:
    """The second of "did not confirm or deny", "neither confirmed nor denied"."""
    first = verb.head
    joined = {c.lower_ for c in children(first, "cc", "preconj", "advmod", "neg")}
    return verb.dep_ == "conj" and (
        ("or" in joined and bool(children(first, "neg"))) or bool({"nor", "neither"} & joined)
    )


def _is_light(verb: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only carries the event that its prepositional object names ("came under attack")."""
    return noun.head.pos_ == "ADP" and f"{verb.lemma} {noun.head.lower_}" in lexicon.light_verbs
