"""On the project's own seeds, the fast engines find and infer what the references do."""

from itertools import chain
from pathlib import Path

import pytest

from converters.graph.assemble import Assembly, chunks, shared
from converters.graph.inference import infer
from converters.validation.shacl import validate_edition

Parts = tuple[list[str], str]
ATTRIBUTED, FACT = "status-attributed_claim", "status-publisher_fact"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(project: Path) -> Assembly:
    """All articles of `seeds/`."""
    from converters.pipeline import assemble, find_sources, read_all
    from converters.settings import Settings

    readings, _ = read_all(find_sources([project / "seeds"]), Settings(), lambda *_: None)
    if not readings:
        pytest.skip("seeds/ holds no article yet")
    return assemble(readings, Settings(), lambda *_: None)


@pytest.fixture(scope="module")
def seeds(made: Assembly) -> Parts:
    """The N-Triples of each article of `seeds/`, and those shared."""
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


def test_both_engines_infer_the_same(made: Assembly) -> None:
    parts = [chunk.nodes for chunk in chunks(made)]
    fast, reference = (sorted(chain.from_iterable(infer(parts, engine))) for engine in ("fast", "reference"))
    assert fast == reference
    assert fast
