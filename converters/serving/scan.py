"""Looks at the words of a SPARQL query, as little as needed to know what must not even be tried, or not be kept."""

import re

_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>                       # an IRI
    | \#[^\n\r]*                                       # a comment
    | '{3}(?:\\.|'{0,2}[^'\\])*'{3} | "{3}(?:\\.|"{0,2}[^"\\])*"{3}
    | '(?:\\.|[^'\\\n\r])*' | "(?:\\.|[^"\\\n\r])*"    # strings
    | [?$@:][\w:.%-]*                                  # a variable, a language, a name without prefix
    | \w[\w.-]*:[\w:.%-]*                              # a name with a prefix
    | \w+ | .""",
    re.VERBOSE | re.DOTALL,
)


def uses(query: str, words: frozenset[str]) -> bool:
    """Whether any of these words, in capitals, is one of the query's; most have their letters nowhere."""
    capitals = query.upper()
    return any(word in capitals for word in words) and not words.isdisjoint(keywords(query))


def keywords(query: str) -> frozenset[str]:
    """Every bare word outside of names, strings, IRIs and comments, in capitals."""
    return frozenset(token.upper() for token in _TOKEN.findall(query) if token[0].isalpha() and ":" not in token)
