"""A client that is not ours (the package `reconciler`, in an environment of its own) reconciles a table."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

CLIENT = Path(__file__).parents[1] / "reconciliation" / "client"
PYTHON = CLIENT / ".venv" / "bin" / "python"
pytestmark = pytest.mark.skipif(
    not PYTHON.exists(), reason="needs the environment of tests/reconciliation/client; .ci/run makes it"
)


def reconciled(server: str, names: list[str], type_: str | None = None, **properties: list[str]) -> Any:
    asked = {"endpoint": f"{server}reconcile", "names": names, "type": type_, "properties": properties}
    done = subprocess.run(
        [PYTHON, CLIENT / "reconcile_table.py"], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {row["input_value"]: row for row in json.loads(done.stdout)}


def test_a_table_is_reconciled(server: str) -> None:
    nobodies = [f"Nobody Number {number}" for number in range(12)]  # more than one batch of this client
    found = reconciled(server, ["Vintsel", "VINTSEL", "Ada Quill", "Quill", *nobodies])
    assert len(found) == 16
    assert (found["Vintsel"]["id"], found["Vintsel"]["type_id"]) == ("wd:Q90000001", "City")
    assert found["VINTSEL"]["id"] == "wd:Q90000001"
    assert found["Ada Quill"]["match"] is True and found["Quill"]["match"] is False
    assert found["Ada Quill"]["id"] == found["Quill"]["id"]
    assert all(found[name]["id"] is None and found[name]["match"] is False for name in nobodies)


def test_a_type_and_a_property_narrow(server: str) -> None:
    assert reconciled(server, ["Vintsel"], "Person")["Vintsel"]["id"] is None
    right = reconciled(server, ["Vintsel"], "City", country=["XV"])["Vintsel"]
    wrong = reconciled(server, ["Vintsel"], "City", wikidata=["Q90000009"])["Vintsel"]
    assert right["match"] is True and wrong["match"] is False and wrong["score"] < right["score"]
