"""Releases read by processors that are not ours: jsonld.js, pyld and rdflib for JSON-LD, rapper for Turtle."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyld import jsonld
from rdflib import Dataset

HERE = Path(__file__).resolve().parent


def canonical(nquads: str) -> list[str]:
    """Sorted lines in canonical form, whichever escapes their writer used (RDFC-1.0)."""
    dataset = ox.Dataset(ox.parse(nquads.encode(), format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(str(quad) for quad in dataset)


def through_node(path: Path) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not (HERE / "node_modules" / "jsonld").is_dir():
        pytest.skip("jsonld.js is not installed: run `npm ci` in tests/interop")
    command = [node, HERE / "quads.mjs", path]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_jsonld_js_pyld_and_rdflib_read_the_quads_that_graph_nq_states(released: Path) -> None:
    stated = canonical((released / "graph.nq").read_text(encoding="utf-8"))
    path = released / "graph.jsonld"
    document = path.read_text(encoding="utf-8")
    assert canonical(through_node(path)) == stated
    assert canonical(jsonld.to_rdf(json.loads(document), {"format": "application/n-quads"})) == stated
    assert canonical(Dataset().parse(data=document, format="json-ld").serialize(format="nquads")) == stated


@pytest.mark.parametrize("view", ["by-article", "by-event"])
def test_jsonld_js_reads_from_a_view_what_pyld_reads(released: Path, view: str) -> None:
    path = released / f"{view}.jsonld"
    found = canonical(through_node(path))
    assert len(found) > 200
    document = json.loads(path.read_text(encoding="utf-8"))
    assert found == canonical(jsonld.to_rdf(document, {"format": "application/n-quads"}))


def test_rapper_counts_as_many_triples_in_graph_ttl_as_we_state(released: Path) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("rapper is not installed (Debian package raptor2-utils)")
    command = [rapper, "--quiet", "--input", "turtle", "--output", "ntriples", released / "graph.ttl"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert not re.search(r"error|warning", done.stderr, re.IGNORECASE), done.stderr
    counted = json.loads((released / "index.json").read_text(encoding="utf-8"))["counts"]["statements"]
    assert len(done.stdout.splitlines()) == counted
