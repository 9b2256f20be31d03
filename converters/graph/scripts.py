"""The language tag of a name: English, unless it is written in another script."""

from functools import lru_cache

from rigour.text.scripts import text_scripts

from converters.graph.articles import LANGUAGE

CODES = {
    "Arabic": "Arab",
    "Armenian": "Armn",
    "Cyrillic": "Cyrl",
    "Devanagari": "Deva",
    "Georgian": "Geor",
    "Greek": "Grek",
    "Han": "Hani",
    "Hangul": "Hang",
    "Hebrew": "Hebr",
    "Thai": "Thai",
}
"""ISO 15924 codes by Unicode's names of scripts."""


@lru_cache(maxsize=4096)
def language_of(name: str) -> str:
    """The tag (BCP 47) of a name in an English article: `und-Cyrl` for Cyrillic, as its language is not told.

    A name of several scripts, or of one without a code here, is of an undetermined language (`und`).
    """
    scripts = text_scripts(name)
    if scripts <= {"Latin"}:
        return LANGUAGE
    (script, *others) = sorted(scripts)
    return f"und-{CODES[script]}" if not others and script in CODES else "und"
