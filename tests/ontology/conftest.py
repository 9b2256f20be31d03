"""The ontology as the tests see it: each file parsed on its own, then joined."""

import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

from converters.resources import resource

ONTOLOGY = resource("ontology")


def parse(*paths: Path) -> Graph:
    """The triples of all `paths` in one graph; fails on the first file that is not Turtle."""
    graph = Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="session")
def module_files() -> list[Path]:
    return sorted(ONTOLOGY.joinpath("modules").glob("*.ttl"))


@pytest.fixture(scope="session")
def alignment_files() -> list[Path]:
    return sorted(ONTOLOGY.joinpath("alignments").glob("*.ttl"))


@pytest.fixture(scope="session")
def core(module_files: list[Path]) -> Graph:
    """The aggregator and the modules: the terms without commitments to other vocabularies."""
    return parse(ONTOLOGY / "eventwire.ttl", *module_files)


@pytest.fixture(scope="session")
def alignments(alignment_files: list[Path]) -> Graph:
    return parse(*alignment_files)


@pytest.fixture(scope="session")
def everything(core: Graph, alignments: Graph) -> Graph:
    return core + alignments


@pytest.fixture(scope="session")
def sample() -> Graph:
    return parse(Path(__file__).with_name("sample.ttl"))


@pytest.fixture(scope="session")
def model_page() -> str:
    return ONTOLOGY.parent.joinpath("docs", "model.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def context() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(ONTOLOGY.joinpath("context.jsonld").read_text(encoding="utf-8"))
    terms: dict[str, Any] = document["@context"]
    return terms


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout that holds the contract and the verified identifiers."""
    folder = ONTOLOGY.parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not there: nothing to compare the ontology with")
    return folder
