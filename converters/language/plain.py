"""Takes a parsed block out of spaCy."""

from itertools import pairwise

from spacy.tokens import Doc as Parsed
from spacy.tokens import Token as ParsedToken

from converters.language.mend import mend
from converters.language.tokens import abbreviated_titles, closing_verbs, fixed_tokens, lemmas
from converters.language.tree import Doc, Token, TokenSpan


def plain(parsed: Parsed, offset: int) -> Doc:
    """The tree of a block that begins at `offset` of the article's body."""
    doc = Doc(_token(token, offset) for token in parsed)
    doc.text, doc.offset = parsed.text, offset
    doc.starts = tuple(token.idx for token in doc)
    doc.ends = {token.idx + len(token.text): token.i for token in doc}
    doc.ents = tuple((doc.part(entity.start, entity.end), entity.label_) for entity in parsed.ents)
    _join(doc, parsed)
    return doc


def _token(token: ParsedToken, offset: int) -> Token:
    text, lower = token.text, token.lower_
    lemma = lemmas().get(lower) or token.lemma_
    return Token(
        i=token.i,
        idx=token.idx,
        start=offset + token.idx,
        end=offset + token.idx + len(text),
        text=text,
        lower_=lower,
        lemma=fixed_tokens().get(lower) or lemma.lower(),
        lemma_=lemma,
        pos_=token.pos_,
        tag_=token.tag_,
        dep_=token.dep_,
        morph=str(token.morph),
        ent_type_=token.ent_type_,
        ent_iob_=token.ent_iob_,
        is_punct=token.is_punct,
        is_quote=token.is_quote,
        like_num=token.like_num,
    )


def _goes_on(part: TokenSpan) -> bool:
    """Whether somebody whose title the parser cut off says what stands before ("in Avon, Brig. | Gen. Holm said").

    That is then hung on the verb, and the title on the name.
    """
    if part.start < 2 or part[0].doc[part.start - 1].text not in abbreviated_titles():
        return False
    title, said = part[0].nbor(-1), part.root
    above = title
    while above.head is not above:
        above = above.head
    if title.nbor(-1).text != "," or said.lemma not in closing_verbs() or above is title:
        return False
    above.head, above.dep_ = said, "ccomp"
    title.head, title.dep_ = part[0].head, "compound"
    return True


def _join(doc: Doc, parsed: Parsed) -> None:
    for token, source in zip(doc, parsed, strict=True):
        token.doc, token.head, token.children = doc, doc[source.head.i], []
    breaks = [s.start for s in parsed.sents if not _goes_on(doc.part(s.start, s.end))]
    doc.sents = tuple(doc.part(start, end) for start, end in pairwise([*breaks, len(doc)]))
    for sentence in doc.sents:
        for token in sentence:
            token.sent = sentence
            if token.head is not token:
                token.head.children.append(token)
    mend(doc)
    for sentence in doc.sents:
        for token in sentence:
            if token.head is token:
                _gather(token)


def _gather(token: Token) -> None:
    """Gives a token and all below it their subtrees: a child's stands before the token or behind, as the child does."""
    token.subtree, token.left_edge = [token], token
    for child in token.children:
        _gather(child)
        if child.left_edge.i < token.left_edge.i:
            token.left_edge = child.left_edge
        if child.i < token.i:
            token.subtree[-1:-1] = child.subtree
        else:
            token.subtree += child.subtree
