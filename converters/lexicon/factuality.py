"""What makes an event less than a fact: `factuality.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from converters.errors import BadData
from converters.lexicon import strict
from converters.lexicon.model import Governor
from converters.reading.model import Modality

UNCHANGED = "unchanged"
"""Stands for None: what depends on the word stays as factual as the word itself."""
MODALITIES = frozenset(get_args(Modality)) - {"actual"}
LISTS = ("conditional_markers", "inverting_auxiliaries", "hedging_adverbs", "negators")
GOVERNOR_KEYS = frozenset({"modality", "polarity", "ends", "words"})
POLARITIES = frozenset({"positive", "negative"})


@dataclass(frozen=True, slots=True)
class Factuality:
    """The words of `factuality.yaml`; each field is the field of `Lexicon` of the same name."""

    governors: Mapping[str, Governor]
    modals: Mapping[str, Modality | None]
    uncertain_modifiers: Mapping[str, Modality]
    lists: Mapping[str, frozenset[str]]


def load_factuality(path: Path) -> Factuality:
    """What `factuality.yaml` holds. Raises BadData for unknown keys and modalities and for a governor given twice."""
    allowed = frozenset({"governors", "modals", "uncertain_modifiers", *LISTS})
    data = strict.mapping(strict.read(path), path.name, allowed)
    modals = _by_modality(data.get("modals", {}), f"{path.name}: modals", MODALITIES | {UNCHANGED})
    modifiers = _by_modality(data.get("uncertain_modifiers", {}), f"{path.name}: uncertain_modifiers", MODALITIES)
    return Factuality(
        governors=_governors(data.get("governors", {}), f"{path.name}: governors"),
        modals=modals,
        uncertain_modifiers={word: modality for word, modality in modifiers.items() if modality is not None},
        lists={key: frozenset(strict.words(data.get(key, []), f"{path.name}: {key}")) for key in LISTS},
    )


def _governors(value: Any, where: str) -> dict[str, Governor]:
    found: dict[str, Governor] = {}
    for group, body in strict.mapping(value, where).items():
        here = f"{where}: {group}"
        keys = strict.mapping(body, here, GOVERNOR_KEYS)
        modality = _modality(strict.one_of(keys.get("modality"), MODALITIES | {UNCHANGED}, f"{here}: modality"))
        polarity = strict.one_of(keys.get("polarity", "positive"), POLARITIES, f"{here}: polarity")
        for word in strict.words(keys.get("words"), f"{here}: words"):
            if word in found:
                raise BadData(f"{here}: {word} is in an earlier group")
            found[word] = Governor(word, modality, cast(Literal["positive", "negative"], polarity), "ends" in keys)
    return found


def _by_modality(value: Any, where: str, allowed: frozenset[str]) -> dict[str, Modality | None]:
    found: dict[str, Modality | None] = {}
    for modality, listed in strict.mapping(value, where, allowed).items():
        for word in strict.words(listed, f"{where}: {modality}"):
            if word in found:
                raise BadData(f"{where}: {word} is given twice")
            found[word] = _modality(modality)
    return found


def _modality(word: str) -> Modality | None:
    return None if word == UNCHANGED else cast(Modality, word)
