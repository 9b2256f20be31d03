"""On the project's own seeds, the fast engines find and infer what the references do."""

from pathlib import Path

import pytest

from converters.graph.inference import infer
from converters.validation.shacl import validate_edition

Parts = tuple[list[str], str]
ATTRIBUTED, FACT = "status-attributed_claim", "status-publisher_fact"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def seeds(project: Path) -> Parts:
    """The N-Triples of each article of `seeds/`, and those shared."""
    from converters.graph.assemble import chunks, shared
    from converters.pipeline import assemble, find_sources, read_all
    from converters.settings import Settings

    readings, _ = read_all(find_sources([project / "seeds"]), Settings(), lambda *_: None)
    if not readings:
        pytest.skip("seeds/ holds no article yet")
    made = assemble(readings, Settings(), lambda *_: None)
    return [chunk.ntriples() for chunk in chunks(made) if chunk.kind in ("article", "provenance")], shared(made)


def test_the_seeds_conform_in_both_engines(seeds: Parts) -> None:
    fast = validate_edition(*seeds, "fast")
    assert fast.conforms
    assert fast == validate_edition(*seeds, "reference")


def test_both_engines_find_the_same_in_broken_seeds(seeds: Parts) -> None:
    articles, shared = seeds
    broken = [text.replace(ATTRIBUTED, FACT) for text in articles]
    fast = validate_edition(broken, shared, "fast")
    assert not fast.conforms
    assert fast == validate_edition(broken, shared, "reference")


def test_both_engines_infer_the_same(seeds: Parts) -> None:
    fast, reference = ("".join(infer(*seeds, engine)).splitlines() for engine in ("fast", "reference"))
    assert sorted(fast) == sorted(reference)
    assert fast
