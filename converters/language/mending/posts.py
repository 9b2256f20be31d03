"""Posts told beside the names of those who hold them."""

from converters.language.mending.tree import SUBJECT, hang, left_of, put_above, right_of
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


def post_before_name(verb: Token) -> None:
    """In "Minister for the Middle East Ana Holm condemned it" she did: a verb has one subject, and no comma parts the
    post from the name.
    """
    found = [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]
    if len(found) == 1:
        _part_name(found[0])
    names = [c for c in found[0].children if c.dep_ == "appos" and c.i > found[0].i] if len(found) == 1 else []
    for post, name in zip(found, names or found[1:], strict=False):
        links = [c for c in post.children if c.dep_ == "prep" and c.lower_ in {"of", "for"}]
        if links and name.ent_type_ == "PERSON" and right_of(links[-1]).i + 1 == left_of(name).i:
            if name.head is post:
                put_above(name, post)
            hang(post, name, "compound")
            post.dep_ = "compound"
            return


def _part_name(post: Token) -> None:
    """Parts a name from what a post is for ("Minister for Foreign Affairs Ana Holm")."""
    for link in [c for c in post.children if c.dep_ == "prep" and c.lower_ == "for"]:
        for name in [c for c in link.children if c.dep_ == "pobj" and c.ent_type_ == "PERSON"]:
            words = [c for c in name.children if c.dep_ == "compound" and c.i < name.i and c.ent_type_ != "PERSON"]
            if words and post.pos_ == "PROPN":
                hang(words[-1], link, "pobj")
                for word in words[:-1]:
                    hang(word, words[-1], "compound")
                hang(name, post, "appos")
