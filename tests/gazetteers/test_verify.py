"""Ids of a gazetteer compared with a dump."""

import json
from pathlib import Path
from typing import Any

import pytest

from converters.errors import BadInput
from converters.gazetteers.recipe import recipe
from converters.gazetteers.verify import Verified, verify
from converters.linking.index import Index
from tests.fixtures.wikidata import dump, item
from tests.gazetteers.conftest import Build

TABLE = "qid,label,type\nQ1,Ann Cole,Person\nQ2,Bea Cole,Person\nQ3,Xan,City\nQ4,Xanland,Country\nQ5,Uvw,City\n"


@pytest.fixture
def index(make: Build) -> Index:
    return make({"own.csv": TABLE})


def told(index: Index, path: Path, text: str) -> Verified:
    path.write_text(text, encoding="utf-8")
    return verify(index, path, recipe(), lambda stage, done: None)


def problems(result: Verified) -> dict[str, tuple[str, str | None]]:
    return {finding.qid: (finding.problem, finding.now) for finding in result.findings}


GOOD: list[dict[str, Any]] = [
    item("Q90", "river town", P279="Q515"),
    item("Q1", "Ann Cole", "Q5"),
    item("Q2", "Bea Cole", "Q5"),
    item("Q3", "Xán", "Q90"),
    item("Q4", "Republic of Xanland", "Q6256", aliases=["Xanland"]),
    item("Q5", "Uvw", "Q19478619"),
]


def test_nothing_is_told_of_ids_that_are_what_they_were(index: Index, tmp_path: Path) -> None:
    result = told(index, tmp_path / "d.json", dump(GOOD))
    assert (result.checked, problems(result)) == (5, {})


def test_redirects_are_followed_deleted_and_changed_items_are_reported(index: Index, tmp_path: Path) -> None:
    changed = [
        {"entity": "Q1", "redirect": "Q11"},
        {"entity": "Q11", "redirect": "Q12"},
        item("Q12", "Ann Cole", "Q5"),
        item("Q3", "Rst", "Q515"),
        item("Q4", "Xanland", "Q5"),
        item("Q5", "Uvw", "Q515"),
    ]
    result = told(index, tmp_path / "d.json", dump(changed))
    assert problems(result) == {
        "Q1": ("redirected", "Q12"),
        "Q2": ("deleted", None),
        "Q3": ("renamed", "Rst"),
        "Q4": ("retyped", "of person, not a Country"),
    }
    assert result.counts.total() == 4


def test_an_answer_of_wikidata_tells_of_missing_and_redirected_ids(index: Index, tmp_path: Path) -> None:
    entities: dict[str, Any] = {one["id"]: one for one in GOOD[2:]}
    entities["Q1"] = {"id": "Q1", "missing": ""}
    entities["Q2"] = item("Q22", "Bea Cole", "Q5")
    result = told(index, tmp_path / "a.json", json.dumps({"entities": entities, "success": 1}))
    assert problems(result) == {"Q1": ("deleted", None), "Q2": ("redirected", "Q22")}


def test_a_dump_that_is_cut_off_verifies_nothing(index: Index, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cut off"):
        told(index, tmp_path / "d.json", dump(GOOD)[:-30])
