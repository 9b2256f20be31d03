"""A built wheel holds everything that a run needs, and works from an empty folder."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

NEEDED = (
    "ontology/context.jsonld",
    "ontology/eventwire.ttl",
    "ontology/lexicon/",
    "ontology/gazetteer/",
    "ontology/rules/10-standing.rq",
    "shapes/claim.ttl",
)


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(project)]
    built = subprocess.run(build, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_knowledge_shapes_and_licences(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for needed in NEEDED:
        assert any(name.startswith(f"converters/resources/{needed}") for name in names), needed
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {"converters/serving/pages/templates/base.html", "converters/serving/pages/static/style.css"} <= set(names)
    static = {name.removeprefix("converters/serving/pages/static/") for name in names}
    assert {"yasgui/yasgui.min.js", "yasgui/LICENSE", "leaflet/leaflet.js", "leaflet/LICENSE"} <= static
    assert {"outline/outline.json", "outline/LICENSE", "vendored.json", "map.js", "ask.js"} <= static
    assert not any(name.startswith(("tests/", "seeds/", "output/")) for name in names)


def test_the_wheel_works_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    installed, empty = tmp_path / "installed", tmp_path / "empty"
    ZipFile(wheel).extractall(installed)
    empty.mkdir()
    (empty / "a.txt").write_text(" date 2031-05-12 The Orlan Guard retook the harbour of Vintsel on Friday.")
    command = [sys.executable, "-m", "converters", "convert", "a.txt", "--out", "out", "--quiet"]
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    run = subprocess.run(command, cwd=empty, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert (empty / "out" / "latest" / "graph.ttl").is_file()
