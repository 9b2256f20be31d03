"""Readings kept from run to run: the same release, for less."""

from datetime import date
from pathlib import Path

import pytest

from converters import pipeline
from converters.articles.model import Article
from converters.errors import BadData
from converters.linking.kept import KeptReadings
from converters.pipeline import convert
from converters.settings import Settings
from tests.fusion.test_join import linked

TEXTS = {
    "a": " date 2024-05-03 Swedish forces have recaptured Stockholm, officials said.",
    "b": " date 2024-05-03 The army of Sweden retook more than 2.5 km of Stockholm on Thursday.",
}


def released(home: Path, texts: Path, settings: Settings) -> str:
    made = convert([texts], home, settings)
    assert made.release
    return made.release.name


def test_an_article_is_read_once_and_the_release_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, settings = tmp_path / "texts", Settings(readings=tmp_path / "kept")
    texts.mkdir()
    for stem, text in TEXTS.items():
        (texts / f"{stem}.txt").write_text(text, encoding="utf-8")
    plain = released(tmp_path / "plain", texts, Settings())
    assert released(tmp_path / "first", texts, settings) == plain
    monkeypatch.setattr(pipeline, "parse", lambda *_: pytest.fail("an article was read again"))
    assert released(tmp_path / "again", texts, settings) == plain


@pytest.mark.parametrize("text", TEXTS.values())
def test_what_is_kept_comes_back(text: str, tmp_path: Path) -> None:
    reading = linked(text)
    kept = KeptReadings(tmp_path / "kept", "state")
    assert kept.find(reading.reading.article) is None
    kept.keep(reading)
    assert kept.find(reading.reading.article) == reading
    assert KeptReadings(tmp_path / "kept", "another state").find(reading.reading.article) is None
    assert kept.find(Article("another", text, date(2024, 5, 10))) is None


def test_other_settings_keep_other_readings(tmp_path: Path) -> None:
    states = {
        kept.state
        for settings in (Settings(readings=tmp_path), Settings(readings=tmp_path, linked=0.9))
        if (kept := pipeline.kept_readings(settings))
    }
    assert len(states) == 2
    served_elsewhere = pipeline.kept_readings(Settings("https://news.example/", readings=tmp_path, processes=2))
    assert served_elsewhere
    assert served_elsewhere.state in states


def test_a_file_that_holds_no_reading_is_named(tmp_path: Path) -> None:
    reading = linked(TEXTS["a"])
    kept = KeptReadings(tmp_path, "state")
    kept.keep(reading)
    (path,) = tmp_path.iterdir()
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(BadData, match=path.name):
        kept.find(reading.reading.article)
