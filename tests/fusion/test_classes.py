"""What the classes mean for identity: the data that ships, and how strictly it is read."""

from pathlib import Path

import pytest

from converters.errors import BadData
from converters.fusion import classes as module
from converters.fusion.classes import Classes, classes
from converters.lexicon.load import load
from converters.resources import resource


@pytest.fixture(scope="module")
def known() -> Classes:
    return classes(load().superclass)


@pytest.mark.parametrize(("a", "b"), [("DroneStrike", "Strike"), ("Attack", "DroneStrike"), ("Capture", "Capture")])
def test_related(known: Classes, a: str, b: str) -> None:
    assert known.related(a, b)
    assert known.related(b, a)
    assert known.family[a] == known.family[b]


@pytest.mark.parametrize(("a", "b"), [("DroneStrike", "MissileStrike"), ("MilitaryAction", "Capture")])
def test_not_related(known: Classes, a: str, b: str) -> None:
    assert not known.related(a, b)


def test_a_class_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = resource("ontology", "lexicon", "identity.yaml").read_text(encoding="utf-8")
    path = tmp_path / "identity.yaml"
    path.write_text(text.replace("once: [Cessation]", "once: [Cessations]"), encoding="utf-8")
    monkeypatch.setattr(module, "resource", lambda *_: path)
    with pytest.raises(BadData, match="Cessations"):
        classes({**load().superclass, "Unused": "Event"})
