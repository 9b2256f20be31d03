"""Phrases that another phrase parts from the noun they belong to."""

from converters.language.mending.tree import hang, left_of
from converters.language.tokens import series
from converters.language.tree import Token

_WHEN = frozenset({"DATE", "TIME"})
_RANKS = frozenset({"JJS", "JJ", "CD"})


def deed_of_behind_day(noun: Token) -> None:
    """In "the killing on Monday of three men" and "the arrest in Avon of a journalist" the last phrase tells whom the
    deed befell: nobody's is a day, and only what has a name of its own is a town's.
    """
    links = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i]
    if noun.nbor(1).dep_ == "prep" and noun.nbor(1).head.pos_ == "VERB":
        links.append(noun.nbor(1))  # "killed in the ambush on Thursday of a convoy"
    for link in links:
        for between in [c for c in link.children if c.dep_ == "pobj"]:
            for of in [c for c in between.children if c.lower_ == "of" and c.i > between.i]:
                whom = next((c for c in of.children if c.dep_ == "pobj"), None)
                in_town = between.ent_type_ == "GPE" and whom is not None and whom.pos_ == "NOUN"
                if between.pos_ == "PROPN" and (between.ent_type_ in _WHEN or in_town):
                    hang(of, noun, "prep")


def doer_behind_series(noun: Token) -> None:
    """In "the latest in a string of attacks by rebels" and "one of a series of raids by troops" the doer belongs to the
    deed, right before it.
    """
    for rank in [a for a in _above(noun) if a.tag_ in _RANKS or a.lemma in series()]:
        for by in [c for c in rank.children if c.lower_ == "by" and c.i == noun.i + 1]:
            hang(by, noun, "prep")


def _above(noun: Token) -> list[Token]:
    """What stands above a noun, up to the first verb."""
    found = [noun]
    while found[-1].dep_ in {"pobj", "prep"} and found[-1].head is not found[-1]:
        found.append(found[-1].head)
    return found[1:]


def who_of_town(who: Token) -> None:
    """In "an official in the town of Avon, who asked not to be named" the official asked: no town is a "who"."""
    clause = who.head
    town = clause.head
    if clause.dep_ != "relcl" or town.ent_type_ not in {"GPE", "LOC"} or left_of(clause) is not who:
        return
    above = [a for a in _above(town) if a.pos_ == "NOUN" and a.dep_ != "pobj"]
    if above and above[-1].i < town.i and town.i in {who.i - 1, who.i - 2}:
        hang(clause, above[-1], "relcl")
