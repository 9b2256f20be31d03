"""How the claims of short invented articles relate."""

from collections.abc import Iterable

import pytest

from converters.fusion.model import ClaimRef, Edition
from tests.fusion.test_join import edition

Told = tuple[str, str, str]


def found(texts: Iterable[str]) -> set[Told]:
    """Trigger, relation, trigger."""
    made = edition(texts)
    return {(_trigger(made, r.a), r.relation, _trigger(made, r.b)) for r in made.relations}


def _trigger(made: Edition, ref: ClaimRef) -> str:
    reading = made.readings[ref[0]].reading
    return reading.claims[ref[1]].trigger.of(reading.article.body)


CASES: list[tuple[list[str], Told]] = [
    (
        ["Sweden said its army had recaptured Stockholm.", "Ann Lee said the Swedish army had retaken Stockholm."],
        ("recaptured", "corroborates", "retaken"),
    ),
    (["Norway claimed to have captured Stockholm, which Sweden denied."], ("denied", "denies", "captured")),
    (["Norway claimed to have captured Stockholm, which Sweden denied."], ("claimed", "contradicts", "denied")),
    (
        ["A blast killed 12 people in Oslo on May 2.", "The Oslo blast killed 14 people in Oslo on May 2."],
        ("killed", "contradicts", "killed"),
    ),
    (
        ["Norwegian forces captured Uppsala on May 2, Norway said. Sweden said fighting was ongoing in Uppsala."],
        ("fighting", "contradicts", "captured"),
    ),
    (
        ["Norway said it had captured Stockholm.", "Reporters could not verify that Norway had captured Stockholm."],
        ("verify", "cannot_verify", "captured"),
    ),
    (
        [
            "A blast killed 12 people in Oslo on May 2, Ann Lee said.",
            "Ann Lee said 14 people were killed in Oslo on May 2.",
        ],
        ("killed", "updates", "killed"),
    ),
    (
        ["Norway said it had captured Uppsala. The claim could not be verified."],
        ("verified", "cannot_verify", "captured"),
    ),
    (["Norway said its army had captured Uppsala. Sweden rejected the claim."], ("rejected", "denies", "captured")),
    (
        ["Norway said it had captured Uppsala. However, this claim is disputed."],
        ("disputed", "contradicts", "captured"),
    ),
    (["President Jan Korda visited Oslo. The visit came on Friday."], ("visit", "elaborates", "visited")),
]


@pytest.mark.parametrize(("texts", "relation"), CASES)
def test_relations(texts: list[str], relation: Told) -> None:
    assert {relation, tuple(reversed(relation))} & found(texts)


NOT: list[tuple[list[str], str]] = [
    (["Sweden and Norway are at war. The war goes on.", "The war of Sweden and Norway goes on."], "corroborates"),
    (["Sweden plans to capture Oslo.", "Ann Lee said Sweden planned to capture Oslo."], "corroborates"),
    (["Sweden captured Oslo.", "Sweden captured Uppsala."], "corroborates"),
    (
        ["“We captured Oslo on Friday,” Ann Lee said.", "“We captured Oslo on Friday,” Ann Lee said in a video."],
        "corroborates",
    ),
    (["Norway captured Uppsala in 2011. Sweden said fighting was ongoing in Uppsala."], "contradicts"),
    (["Norway said it had captured Uppsala.", "Norway said fighting was ongoing in Uppsala."], "contradicts"),
    (["Norway said its army had captured Uppsala. It rained. Sweden rejected the claim."], "denies"),
    (["Sweden will not say whether it denies the claim. Norway captured Oslo."], "denies"),
]


@pytest.mark.parametrize(("texts", "relation"), NOT)
def test_no_such_relation(texts: list[str], relation: str) -> None:
    assert relation not in {name for _, name, _ in found(texts)}


def test_more_voices_of_one_side_do_not_bear_out_what_is_denied() -> None:
    claims = ["Norway said it had captured Stockholm.", "The Norwegian army said it had seized Stockholm."]
    assert "corroborates" in {name for _, name, _ in found(claims)}
    denied = [*claims, "Norway claimed to have captured Stockholm, which Sweden denied."]
    assert "corroborates" not in {name for _, name, _ in found(denied)}
