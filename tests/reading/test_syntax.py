"""Deep subjects and objects in the constructions that news uses."""

from collections.abc import Callable

import pytest

from converters.language.tree import Doc
from converters.reading.syntax.prepositions import prepositions
from converters.reading.syntax.relations import objects, subjects

CASES = [
    ("Rebels attacked the convoy.", "attacked", ["Rebels"], ["convoy"]),
    ("The convoy was attacked by rebels.", "attacked", ["rebels"], ["convoy"]),
    ("The army and the police attacked the camp and the market.", "attacked", ["army", "police"], ["camp", "market"]),
    ("Soldiers entered the town and killed two men.", "killed", ["Soldiers"], ["men"]),
    ("The navy tried to seize the island.", "seize", ["navy"], ["island"]),
    ("The president ordered troops to seize the island.", "seize", ["troops"], ["island"]),
    ("Drones hit the depot, wounding four guards.", "wounding", ["Drones"], ["guards"]),
    ("The guerrillas who attacked the village fled.", "attacked", ["guerrillas"], ["village"]),
    ("The village that guerrillas attacked is empty.", "attacked", ["guerrillas"], ["village"]),
    ("The village attacked by guerrillas is empty.", "attacked", ["guerrillas"], ["village"]),
    ("Forces holding the bridge retreated.", "holding", ["Forces"], ["bridge"]),
    ("The army denied attacking the village.", "attacking", ["army"], ["village"]),
    ("The army was accused of shelling the village.", "shelling", ["army"], ["village"]),
    ("Critics accuse the army of shelling the village.", "shelling", ["army"], ["village"]),
    ("The navy kept a policy of shelling the village.", "shelling", ["navy"], ["village"]),
    ("Talks stalled over who holds the village.", "holds", [], ["village"]),
    ("Three guards wounded in the market", "wounded", [], ["guards"]),
]


@pytest.mark.parametrize(("text", "verb", "who", "whom"), CASES)
def test_participants(sentence: Callable[[str], Doc], text: str, verb: str, who: list[str], whom: list[str]) -> None:
    token = next(t for t in sentence(text) if t.text == verb)
    assert [t.text for t in subjects(token)] == who
    assert [t.text for t in objects(token)] == whom


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("The rebels camped north of the town.", "camped", ("north of", "town")),
        ("Troops pulled out of the valley.", "pulled", ("out of", "valley")),
    ],
)
def test_prepositions_of_several_words(
    sentence: Callable[[str], Doc], text: str, verb: str, found: tuple[str, str]
) -> None:
    token = next(t for t in sentence(text) if t.text == verb)
    assert found in [(name, t.text) for name, t in prepositions(token)]
