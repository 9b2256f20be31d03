"""Chains of accounts kept from run to run: the same edition, and only what a new article is tied to is fused again."""

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.errors import BadData
from converters.fusion import join as joining
from converters.fusion.chains import Chain
from converters.fusion.join import join
from converters.fusion.kept import KeptChains, kept_chains
from converters.fusion.model import Edition
from converters.lexicon.load import load
from converters.linking.model import LinkedReading
from tests.fusion.test_join import linked
from tests.fusion.test_properties import TEXTS

BATTLE = "The army of Sweden retook Stockholm on Thursday."
OF_IT = "Swedish forces have recaptured Stockholm, officials said. Norway denied it."
ELSEWHERE = "Ann Lee met Jan Korda in Madrid on Monday."


def edition(readings: list[LinkedReading], kept: KeptChains | None = None) -> Edition:
    return join(readings, load().superclass, kept)


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8, unique=True))
def test_articles_that_come_one_by_one_are_joined_as_all_at_once(texts: list[str]) -> None:
    kept = KeptChains({})
    for readings in accumulate([linked(text)] for text in texts):
        found = edition(readings, kept)
        kept = KeptChains(kept.now)
    assert found == edition([linked(text) for text in texts])


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), min_size=2, max_size=8, unique=True))
def test_an_article_that_goes_leaves_the_rest_as_if_it_had_not_been(texts: list[str]) -> None:
    kept = KeptChains({})
    edition([linked(text) for text in texts], kept)
    rest = [linked(text) for text in texts[1:]]
    assert edition(rest, KeptChains(kept.now)) == edition(rest)


def test_only_what_a_new_article_is_tied_to_is_fused_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptChains({})
    edition([linked(BATTLE), linked(ELSEWHERE)], kept)
    fused: list[set[str]] = []
    fuse = joining.fuse

    def seen(chain: Chain, **rest: object) -> object:
        fused.append({profile.type for profile in chain.accounts.values()})
        return fuse(chain, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(joining, "fuse", seen)
    found = edition([linked(BATTLE), linked(ELSEWHERE), linked(OF_IT)], KeptChains(kept.now))
    assert any("Recapture" in types for types in fused)
    assert not any("Meeting" in types for types in fused)
    assert {"Recapture", "Meeting"} <= {event.type for event in found.events}


def test_what_is_kept_comes_back_from_disk(tmp_path: Path) -> None:
    readings = [linked(BATTLE), linked(OF_IT)]
    with kept_chains(tmp_path / "kept", "state") as first:
        whole = edition(readings, first)
    with kept_chains(tmp_path / "kept", "state") as again:
        assert again.before == first.now
        assert edition(readings, again) == whole
    with kept_chains(tmp_path / "kept", "another state") as other:
        assert not other.before


def test_a_run_that_breaks_off_leaves_what_was_kept(tmp_path: Path) -> None:
    with kept_chains(tmp_path, "state") as first:
        edition([linked(BATTLE)], first)
    with pytest.raises(KeyboardInterrupt), kept_chains(tmp_path, "state"):
        raise KeyboardInterrupt
    with kept_chains(tmp_path, "state") as again:
        assert again.before == first.now


def test_a_file_that_holds_no_chains_is_named(tmp_path: Path) -> None:
    with kept_chains(tmp_path, "state"):
        pass
    (path,) = tmp_path.iterdir()
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(BadData, match=path.name), kept_chains(tmp_path, "state"):
        pass
