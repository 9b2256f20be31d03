"""Who says what about whom: voices at the left, classes of events in the middle, those spoken of at the right."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from converters.serving.pages.filters import chosen_page
from converters.serving.selection import Register, Selection
from converters.serving.site import Opened

MOST = 14
"""Names in a column; the table tells of all the others too."""

ROWS = 200
WIDTH, ROW, HEAD = 960.0, 40.0, 34.0
COLUMNS = (230.0, 480.0, 730.0)
"""Where the columns stand: names of the first are left of it, of the last right of it."""

TONES = {
    "publisher_fact": "fact",
    "attributed_claim": "claimed",
    "non_factual": "unreal",
    "asserted_negative": "denied",
}
_SAYINGS = """
SELECT CASE WHEN speaker.entity IS NOT NULL THEN speaker.name
    WHEN told.who = 'the publisher' THEN 'publishers not named' ELSE 'sources not named' END AS who,
  speaker.entity AS voice, class.name AS what, told.class AS class, entity.name AS whom,
  entity.entity AS entity, CASE WHEN denied THEN 'asserted_negative' ELSE status END AS status, COUNT(*) AS claims
FROM told JOIN part USING (claim) JOIN entity USING (entity) LEFT JOIN entity AS speaker ON speaker.entity = told.voice
  JOIN classes AS class ON class.class = told.class AND class.above = told.class
WHERE event IN {events} AND role <> 'voice'
GROUP BY who, speaker.entity, told.class, entity.entity, CASE WHEN denied THEN 'asserted_negative' ELSE status END
ORDER BY claims DESC, who, what, whom, entity LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Saying:
    """So many claims of one voice, of one class, that name one entity; the IRIs are for links."""

    who: str
    voice: str | None
    what: str
    cls: str
    whom: str
    entity: str
    tone: str
    claims: int

    def key(self, column: int) -> str:
        """What stands in a column, told apart from others of the same name."""
        return (self.voice or self.who, self.cls, self.entity)[column]

    def text(self, column: int) -> str:
        return (self.who, self.what, self.whom)[column]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a column of the drawing."""

    text: str
    column: int
    x: float
    y: float
    claims: int
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Strand:
    """A line from a voice through what it says to whom it names."""

    saying: Saying
    d: str
    width: float


def voices_page(opened: Opened, register: Register, chosen: Selection, page: int) -> bytes:
    """The drawing and the table; `page` is of no use here."""
    sayings = [_saying(row) for row in register.rows(_SAYINGS, chosen, ROWS)]
    names, strands, height = drawing(sayings)
    shown = {"sayings": sayings, "names_shown": names, "strands": strands, "height": height, "width": int(WIDTH)}
    return chosen_page(opened, register, chosen, "voices", "voices.html", most=ROWS, **shown)


def _saying(row: dict[str, str]) -> Saying:
    kept = (row["who"], row["voice"], row["what"], row["class"], row["whom"], row["entity"])
    return Saying(*kept, TONES[row["status"]], int(row["claims"]))


def drawing(sayings: Sequence[Saying]) -> tuple[list[Name], list[Strand], int]:
    """Names and strands of the most frequent, each column ordered so that few lines cross; and how high it all is."""
    kept = [_most(sayings, column) for column in range(3)]
    shown = [one for one in sayings if all(one.key(column) in kept[column] for column in range(3))]
    claims = [_claims(shown, column) for column in range(3)]
    height = HEAD + ROW * max(map(len, claims))
    names: list[Name] = []
    places: list[dict[str, float]] = []
    for column in range(3):
        pull = _pull(shown, column, places[-1]) if places else {key: -count for key, count in claims[0].items()}
        ordered = sorted(claims[column], key=lambda key: (pull[key], key))
        room = (height - HEAD) / max(len(ordered), 1)
        places.append({key: round(HEAD + room * (place + 0.5), 1) for place, key in enumerate(ordered)})
        texts = {one.key(column): one.text(column) for one in shown}
        names += [
            Name(texts[key], column, COLUMNS[column], places[column][key], claims[column][key], *_field(key, column))
            for key in ordered
        ]
    strands = [_strand(one, [places[column][one.key(column)] for column in range(3)]) for one in shown]
    return names, strands, int(height)


def _claims(sayings: Iterable[Saying], column: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in sayings:
        found[one.key(column)] += one.claims
    return found


def _most(sayings: Iterable[Saying], column: int) -> set[str]:
    found = _claims(sayings, column)
    return set(sorted(found, key=lambda key: (-found[key], key))[:MOST])


def _pull(sayings: Iterable[Saying], column: int, before: dict[str, float]) -> dict[str, float]:
    """The middle of the places that lines come from."""
    sources: dict[str, list[float]] = {}
    for one in sayings:
        sources.setdefault(one.key(column), []).append(before[one.key(column - 1)])
    return {key: sum(found) / len(found) for key, found in sources.items()}


def _field(key: str, column: int) -> tuple[str, str]:
    """The parameter that chooses a name, and its value; nothing for a voice that has no IRI."""
    return (("voice", "cls", "actor")[column], key if ":" in key else "")


def _strand(one: Saying, ys: Sequence[float]) -> Strand:
    (a, b, c), (first, second, third) = COLUMNS, ys
    left, right = (a + b) / 2, (b + c) / 2
    d = (
        f"M{a + 8:g},{first:g}C{left:g},{first:g} {left:g},{second:g} {b - 70:g},{second:g}"
        f"H{b + 70:g}C{right:g},{second:g} {right:g},{third:g} {c - 8:g},{third:g}"
    )
    return Strand(one, d, round(1 + 1.6 * sqrt(one.claims), 1))
