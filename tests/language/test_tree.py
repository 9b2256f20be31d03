"""A parsed block as plain tokens: it answers as spaCy's own parse does."""

from functools import cache

import pytest
from spacy.tokens import Doc as Parsed

from converters.articles.model import Article, Span
from converters.language import parse as parsing
from converters.language.plain import plain
from converters.language.tree import Doc
from converters.settings import Settings

TEXT = "On Monday, the army of Avonia  left the old port (of Exe), which rebels had held. Gov. Holm said it was over."


@cache
def parsed() -> Parsed:
    return parsing._pipeline(Settings().model)(TEXT)


def tree(offset: int = 0) -> Doc:
    return plain(parsed(), offset)


@pytest.mark.parametrize(
    "name", ["i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "is_punct"]
)
def test_tokens_say_what_spacy_says(name: str) -> None:
    assert [getattr(t, name) for t in tree()] == [getattr(t, name) for t in parsed()]


@pytest.mark.parametrize("name", ["children", "lefts", "rights", "subtree", "ancestors"])
def test_relatives_are_those_of_spacy_in_the_same_order(name: str) -> None:
    assert [[r.i for r in getattr(t, name)] for t in tree()] == [[r.i for r in getattr(t, name)] for t in parsed()]


def test_heads_edges_and_sentences_are_those_of_spacy() -> None:
    def places(doc: Doc | Parsed) -> list[tuple[int, int, int, bool]]:
        return [(t.head.i, t.left_edge.i, t.sent.start, bool(t.is_sent_start)) for t in doc]

    assert places(tree()) == places(parsed())


def test_every_part_has_the_text_and_the_root_of_spacys() -> None:
    doc = tree()
    for first in range(len(doc)):
        for end in range(first + 1, len(doc) + 1):
            part, span = doc.part(first, end), parsed()[first:end]
            assert (part.text, part.root.i, part.start, part.end) == (span.text, span.root.i, span.start, span.end)
    assert doc.part(3, 3).text == ""


def test_characters_find_the_tokens_around_them() -> None:
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            if TEXT[start:end].strip():
                span = parsed().char_span(start, end, alignment_mode="expand")
                around = tree_of_text().around(start, end)
                assert (around.start, around.end) == (span.start, span.end), TEXT[start:end]


@cache
def tree_of_text() -> Doc:
    return tree()


def test_characters_outside_of_the_text_are_an_error() -> None:
    with pytest.raises(ValueError, match="no tokens between"):
        tree().around(5, len(TEXT) + 1)


def test_words_are_spelled_only_where_they_end_with_a_token() -> None:
    doc = tree()
    holm = next(t for t in doc if t.text == "Holm")
    old = next(t for t in doc if t.text == "old")
    last = doc.spelling("old port", old)
    assert last is not None and last.text == "port"
    assert doc.spelling("old por", old) is None
    assert doc.spelling("old port", holm) is None


def test_tokens_know_their_place_in_the_body() -> None:
    article = Article("test", f"First words.\n\n{TEXT}", None)
    block = parsing.parse(article, Settings().model).blocks[-1]
    assert all(t.span.of(article.body) == t.text for t in block.doc)
    assert block.doc[1].span == Span(17, 23)


def test_nothing_stands_before_the_first_token_or_behind_the_last() -> None:
    doc = tree()
    for edge in (doc[0].nbor(-1), doc[-1].nbor(1), doc[-1].nbor(7).nbor(1)):
        assert (edge.text, edge.tag_, edge.children, edge.head) == ("", "", [], edge)
