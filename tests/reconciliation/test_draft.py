"""Queries as the draft of API 1.0 writes them: names, ids, and conditions that are required, all or none."""

from typing import Any

import pytest

from converters.errors import BadInput
from converters.reconciliation.draft import Draft
from converters.reconciliation.model import TooLarge
from converters.reconciliation.service import BATCH, Service
from tests.reconciliation.test_service import service as service

NAME = {"matchType": "name", "propertyValue": "Xan"}


def found(service: Service, *conditions: dict[str, Any], **more: Any) -> list[str]:
    (answer,) = Draft(service).match({"queries": [{"conditions": list(conditions), **more}]})["results"]
    return [one["id"] for one in answer["candidates"]]


def of(pid: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"matchType": "property", "propertyId": pid, "propertyValue": value, **more}


def test_several_names_and_an_id_are_looked_for(service: Service) -> None:
    names = {"matchType": "name", "propertyValue": ["Kupyansk", "Ruth Orlo"]}
    assert set(found(service, names)) == {"Q889555", "n-ruth-orlo-person"}
    assert found(service, {"matchType": "id", "propertyValue": [{"id": "n-xan-vessel"}, "nobody"]}) == ["n-xan-vessel"]


def test_answers_come_in_the_order_of_the_queries(service: Service) -> None:
    queries = [{"conditions": [{"matchType": "name", "propertyValue": name}]} for name in ("London", "nix", "Kupiansk")]
    results = Draft(service).match({"queries": queries})["results"]
    assert [[one["id"] for one in result["candidates"]] for result in results] == [["Q84"], [], ["Q889555"]]


def test_what_is_required_rules_out_what_is_not_only_lowers(service: Service) -> None:
    country = of("country", "DE")
    assert set(found(service, NAME, country)) == {"n-xan-person", "n-xan-vessel"}
    assert found(service, NAME, {**country, "required": True}) == []
    assert found(service, NAME, of("shoe", 38)) != []
    assert found(service, NAME, of("shoe", 38, required=True)) == [], "nothing here has such a property"


def test_any_all_or_none_of_the_values(service: Service) -> None:
    cole = {"matchType": "name", "propertyValue": "Ann Cole"}
    for quantifier, values, fits in (
        ("any", ["a", "z"], True),
        ("all", ["a", "z"], False),
        ("all", ["a", "b"], True),
        ("none", ["z"], True),
        ("none", ["a"], False),
    ):
        asked = of("article", values, required=True, matchQuantifier=quantifier)
        assert (found(service, cole, asked) == ["n-ann-cole-person"]) is fits, (quantifier, values)


def test_a_type_narrows(service: Service) -> None:
    assert found(service, NAME, type="Vessel") == ["n-xan-vessel"]


@pytest.mark.parametrize(
    ("batch", "told"),
    [
        ({"q0": {"query": "Xan"}}, "'queries', a list"),
        ({"queries": [{"conditions": [NAME]}, {"conditions": []}]}, "query 1: .*'conditions'"),
        ({"queries": [{"conditions": [{"propertyValue": "Xan"}]}]}, "query 0: 'matchType'"),
        ({"queries": [{"conditions": [{"matchType": "property", "propertyValue": 1}]}]}, "'propertyId'"),
        ({"queries": [{"conditions": [of("country", "DE", matchQuantifier="most")]}]}, "'matchQuantifier'"),
        ({"queries": [{"conditions": [of("country", "D*", matchQualifier="WildcardMatch")]}]}, "'matchQualifier'"),
        ({"queries": [{"conditions": [NAME], "limit": "9"}]}, "'limit'"),
        ({"queries": [{"conditions": [{"matchType": "id", "propertyValue": {"name": "x"}}]}]}, "has an 'id'"),
    ],
)
def test_bad_queries_are_told(service: Service, batch: Any, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        Draft(service).match(batch)


def test_a_batch_that_is_too_large_is_told(service: Service) -> None:
    with pytest.raises(TooLarge):
        Draft(service).match({"queries": [{"conditions": [NAME]}] * (BATCH + 1)})
