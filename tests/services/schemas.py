"""The JSON schemas of the Entity Reconciliation API, where they are at hand."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource

FOLDER = Path(__file__).parents[2].parent / "shared" / "conformance" / "reconciliation"


def validate(version: str, name: str, document: object) -> None:
    """Raises if a document breaks a schema; skips where there are none."""
    folder = FOLDER / version / "schemas"
    if not folder.exists():
        pytest.skip("the schemas of the Reconciliation API are not there to check with")
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    registry: Registry = Registry().with_resources(
        (one["$id"], Resource.opaque(one)) for one in schemas if "$id" in one
    )
    schema = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    Draft7Validator(schema, registry=registry).validate(document)
