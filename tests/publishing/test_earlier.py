"""A release that follows another says what became of its events, and is the same whenever it is made again."""

from pathlib import Path

import pytest

from converters.errors import BadInput
from converters.pipeline import convert
from converters.publishing.earlier import read_earlier
from converters.query import open_release, rows
from converters.settings import Settings

TEXTS = {
    "a": " date 2024-05-03 Swedish forces have recaptured Stockholm, officials said.",
    "b": " date 2024-05-03 The army of Sweden retook Stockholm on Thursday.",
}


def released(home: Path, stems: str, after: Path | None = None) -> Path:
    texts = home / stems
    texts.mkdir(parents=True)
    for stem in stems:
        (texts / f"{stem}.txt").write_text(TEXTS[stem], encoding="utf-8")
    made = convert([texts], home / f"out-{stems}", Settings(), after=after)
    assert made.release
    return made.release


def test_the_event_of_an_article_that_joined_another_is_replaced(tmp_path: Path) -> None:
    apart = {stem: released(tmp_path / stem, stem) for stem in "ab"}
    events = {stem: set(read_earlier(folder).events.values()) for stem, folder in apart.items()}
    (first, second) = (released(tmp_path / f"after-{stem}", "ab", apart[stem]) for stem in "ab")
    now = set(read_earlier(first).events.values())
    replaced = {**read_earlier(first).replaced, **read_earlier(second).replaced}
    assert set(replaced) == (events["a"] | events["b"]) - now
    assert replaced
    (event,) = {
        f"<{row['e']}>"
        for row in rows(open_release(first), "SELECT ?e { ?c ew:eventClass ew:Recapture ; ew:about ?e }")
    }
    assert event in set.union(*map(set, replaced.values()))


def test_the_same_articles_after_the_same_release_give_the_same_version(tmp_path: Path) -> None:
    earlier = released(tmp_path / "earlier", "a")
    once, again = (released(tmp_path / name, "ab", earlier) for name in ("once", "again"))
    assert once.name == again.name
    assert released(tmp_path / "same", "a", earlier).name == earlier.name


def test_what_is_no_release_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no claims\.jsonl"):
        read_earlier(tmp_path)
    (tmp_path / "claims.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(BadInput, match="not a release"):
        read_earlier(tmp_path)
