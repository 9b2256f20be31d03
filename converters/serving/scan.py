"""Looks at the words of a SPARQL query, as little as needed to refuse what must not even be tried."""

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


def keywords(query: str) -> frozenset[str]:
    """Every bare word outside of names, strings, IRIs and comments, in capitals."""
    return frozenset(token.upper() for token in _TOKEN.findall(query) if token[0].isalpha() and ":" not in token)
