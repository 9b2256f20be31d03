"""Who is chosen for a post, told beside a name."""

from converters.language.mending.tree import hang, left_of, put_above
from converters.language.tokens import choosing_verbs
from converters.language.tree import Token


def chosen_in_apposition(verb: Token) -> None:
    """In "Ana Holm, appointed minister in 2021, left" she was appointed, to be minister: no minister stands there."""
    post = verb.head
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or verb.lemma not in choosing_verbs() or verb.i > post.i:
        return
    comma = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if comma.text != "," or comma.i == verb.sent.start:
        return
    name = comma.nbor(-1)
    if name.pos_ != "PROPN" or any(c.dep_ == "det" for c in post.children):
        return
    if post.dep_ == "appos":
        name = post.head
    elif name.head is post and name.dep_ in {"amod", "compound", "nmod"}:
        put_above(name, post)
        for mark in [c for c in post.children if c.is_punct]:
            hang(mark, name, "punct")
    else:
        return
    hang(verb, name, "acl")
    hang(post, verb, "oprd")
    for link in [c for c in post.children if c.dep_ == "prep" and c.lower_ != "of" and left_of(c).i > post.i]:
        hang(link, verb, "prep")
