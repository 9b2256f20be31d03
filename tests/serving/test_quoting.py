"""A limit to quotes holds for everything that a server sends."""

from pathlib import Path

import httpx
from hypothesis import assume, given
from hypothesis import strategies as st

from converters.serving.quoting import CUT, cut
from tests.serving.conftest import serving

LONG = "On Friday the Orlan Guard retook the harbour of Vintsel"
MOST = 30


def test_no_answer_has_more_of_the_words_than_allowed(output: Path) -> None:
    with serving(output, "--quote-length", str(MOST)) as server, httpx.Client(base_url=server) as client:
        query = "SELECT ?words WHERE { ?passage oa:exact ?words }"
        rows = client.get("/sparql", params={"query": query}, headers={"Accept": "application/json"}).json()
        words = [row["words"]["value"] for row in rows["results"]["bindings"]]
        assert max(map(len, words)) <= MOST
        assert any(found.endswith(CUT) for found in words)
        assert "retook" in words, "what is short enough stays as it is"
        for path in ("event/retaking.html", "events.nq", "events.geojson", "events.csv", "search?q=harbour"):
            assert LONG not in client.get(f"/{path}").text, path
        assert LONG not in client.get("/feeds/atom").text
        catalogue = client.get("/catalogue.nt").text
        assert f"Quotes have {MOST} characters at most." in catalogue
        assert "downloadURL" not in catalogue
        version = client.get("/ready").json()["release"]
        assert client.get(f"/download/{version}/graph.nq").status_code == 403


def test_without_a_limit_the_words_are_whole(server: str) -> None:
    assert LONG in httpx.get(f"{server}events.nq").text


@given(st.text(min_size=5), st.integers(min_value=4, max_value=20))
def test_what_is_cut_is_a_beginning(words: str, most: int) -> None:
    assume(len(words) > most)
    kept = cut(words, most)
    assert len(kept) <= most
    assert words.startswith(kept.removesuffix(CUT))
