"""What is mended in a parse, and that it stays a tree."""

import pytest

from converters.articles.model import Article
from converters.language.parse import parse
from converters.language.tree import Doc
from converters.settings import Settings

MENDED = {
    "Officials say at least eight rebels and four soldiers were killed.": ("soldiers", "conj", "rebels"),
    "Tamil rebels killed 60 troops near the town, a pro-rebel report said, but the government denied it.": (
        "report",
        "nsubj",
        "said",
    ),
    "A spokesman said guards patrolling the port came under fire.": ("guards", "nsubj", "came"),
    "A driver was arrested hours after an explosion killed at least six people on a busy street.": (
        "explosion",
        "nsubj",
        "killed",
    ),
    "At least five people were killed and many more injured in two separate bomb attacks.": (
        "more",
        "nsubjpass",
        "injured",
    ),
    "Two women were killed and a child injured late on Sunday in an explosion in Aleppo.": (
        "child",
        "nsubjpass",
        "injured",
    ),
    "Doctors treated the wounded as shelling continued.": ("shelling", "nsubj", "continued"),
    "The men were already transported via ambulance to Kabul for treatment.": ("to", "prep", "transported"),
    "The minister blamed the bomb assault on the Avon Party.": ("on", "prep", "blamed"),
    "The general ordered the bridge destroyed.": ("bridge", "nsubjpass", "destroyed"),
    "The military reported an air strike on Homs, killing 27 civilians.": ("killing", "acl", "strike"),
    "The rebels were blamed for bombing a bus, killing 27 civilians.": ("killing", "advcl", "bombing"),
    "The army reported a clash, saying it had won.": ("saying", "advcl", "reported"),
    "He warned civilians in territory held by armed groups to flee.": ("held", "acl", "territory"),
    "The strikes killed 11 civilians and wounded 11 more, a spokeswoman said.": ("more", "dobj", "wounded"),
    "U.N. staff kidnapped in Zandia": ("staff", "nsubjpass", "kidnapped"),
    "He told how soldiers stopped the men, loaded them into trucks, and shot them.": ("loaded", "conj", "stopped"),
    "Balori extremists holding 20 hostages, including three Norvians, clashed with the military on Sunday.": (
        "clashed",
        "ROOT",
        "clashed",
    ),
    "Resk warned men in land held by rebels to prepare for a raid, the agency reported.": (
        "warned",
        "ccomp",
        "reported",
    ),
    "The minister said the army had warned that rebels would attack, the paper reported.": (
        "said",
        "ccomp",
        "reported",
    ),
    "The ministry is convinced that rebels attacked the convoy.": ("convinced", "acomp", "is"),
    "The tribunal found two former chiefs guilty of genocide.": ("chiefs", "dobj", "found"),
    "He was convinced by the police that rebels attacked.": ("convinced", "ROOT", "convinced"),
    "The minister accused the militia in the north of shelling the town.": ("of", "prep", "accused"),
    "It said it hit men who were firing on the base and was investigating the incident.": (
        "investigating",
        "conj",
        "hit",
    ),
}


def doc_of(text: str) -> Doc:
    return parse(Article("invented", text), Settings().model).blocks[0].doc


@pytest.mark.parametrize("text", MENDED, ids=[text[:40] for text in MENDED])
def test_words_hang_where_grammar_puts_them(text: str) -> None:
    word, label, head = MENDED[text]
    token = next(t for t in doc_of(text) if t.text == word)
    assert (token.dep_, token.head.text) == (label, head)


@pytest.mark.parametrize("text", MENDED, ids=[text[:40] for text in MENDED])
def test_a_mended_parse_is_a_tree(text: str) -> None:
    doc = doc_of(text)
    for sentence in doc.sents:
        (root,) = [t for t in sentence if t.head is t]
        assert sorted(t.i for t in root.subtree) == list(range(sentence.start, sentence.end))
    for token in doc:
        assert all(child.head is token for child in token.children)
        assert [c.i for c in token.children] == sorted(c.i for c in token.children)
        assert token.left_edge.i == min(t.i for t in token.subtree)
