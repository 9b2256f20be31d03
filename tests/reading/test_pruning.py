"""Nameless entities that nothing is said of leave a reading; everything else stays and keeps its meaning."""

from converters.articles.model import Article, Span
from converters.reading.model import Claim, Entity, Mention, Reading, Role, Voice
from converters.reading.pruning import pruned

BODY = "A crowd near Velmar watched the mayor open a bridge by a mill."


def entity(words: str, *names: str) -> Entity:
    start = BODY.index(words)
    mention = Mention(Span(start, start + len(words)), "name" if names else "nominal")
    return Entity("Thing", words, names, (mention,))


CROWD, VELMAR, MAYOR, BRIDGE, MILL = (
    entity("A crowd"), entity("Velmar", "Velmar"), entity("the mayor"), entity("a bridge"), entity("a mill")
)  # fmt: skip
CITED = Voice(source=2, span=Span(28, 37), cue=None, content=(), medium=None, stance="asserts")


def claim(*roles: Role, voices: tuple[Voice, ...] = ()) -> Claim:
    return Claim(0, "Event", Span(38, 42), Span(0, 62), roles, None, (), voices, "actual", "positive", "publisher_fact")


def reading(*claims: Claim, publisher: int | None = None) -> Reading:
    return Reading(Article("mill", BODY), publisher, (CROWD, VELMAR, MAYOR, BRIDGE, MILL), claims)


def test_what_is_neither_named_nor_spoken_of_goes() -> None:
    assert pruned(reading()).entities == (VELMAR,)


def test_what_plays_a_role_speaks_or_publishes_stays() -> None:
    told = claim(Role("theme", 3, None, None), Role("topic", None, 0, None), voices=(CITED,))
    assert pruned(reading(told, publisher=4)).entities == (VELMAR, MAYOR, BRIDGE, MILL)


def test_numbers_still_mean_the_same_entities() -> None:
    whole = reading(claim(Role("theme", 3, None, None), voices=(CITED,)), publisher=4)
    less = pruned(whole)
    (told,) = less.claims
    assert less.entities[told.roles[0].entity or 0] == BRIDGE
    assert less.entities[told.voices[0].source or 0] == MAYOR
    assert less.entities[less.publisher or 0] == MILL
    assert told.roles[0].role == "theme"


def test_a_reading_without_such_entities_stays_as_it_is() -> None:
    less = pruned(reading(claim(Role("theme", 3, None, None))))
    assert pruned(less) == less
