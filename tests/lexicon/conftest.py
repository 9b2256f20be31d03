"""A lexicon small enough to read, which tests break one rule at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

FILES = {
    "events/small.yaml": """
Event:
  roles: {in, at: place}
  noun_roles: {of: patient}
MilitaryAction:
  verb_roles: {subject: agent, object: patient}
Recapture:
  roles: {from: source}
  verbs:
    - retake, take back
    - regain + control: {roles: {of, over: patient, at: none}}
    - free: {object: [$place, hilltop]}
  nouns:
    - liberation: {not_modifier: [woman]}
    - peace march: {requires: [subject]}
  adjectives: [retaken]
Killing:
  quantity: killed
  verbs: [kill, {wipe out: {quantity: none_left}}]
""",
    "words.yaml": "place: [GPE, village, $water]\nwater: [[river], [lake]]\n",
    "reporting.yaml": """
groups:
  - {class: Statement, stance: asserts, complement: [clause, quote], verbs: [say, point out], nouns: [statement]}
  - {class: Denial, stance: denies, complement: [object], verbs: [deny, point]}
phrases: {asserts: [according to]}
""",
    "factuality.yaml": """
governors:
  plans: {modality: planned, words: [plan]}
  failures: {modality: unchanged, polarity: negative, words: [fail]}
modals: {conditional: [would]}
conditional_markers: [if]
inverting_auxiliaries: [had]
hedging_adverbs: [reportedly]
uncertain_modifiers: {claimed: [alleged]}
negators: [not]
""",
    "light-verbs.yaml": "carry out: {subject: agent}\n",
    "refinements.yaml": "Strike:\n  DroneStrike: [drone, $water]\n",
    "media.yaml": "Telegram: [telegram, telegram channel]\n",
}
"""The files of a complete lexicon."""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes the small lexicon with some files replaced, and gives its folder."""

    def _write(**replaced: str) -> Path:
        for name, text in FILES.items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            key = path.stem.replace("-", "_")
            path.write_text(replaced.get(key, text), encoding="utf-8")
        return tmp_path

    return _write
