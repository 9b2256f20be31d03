"""What the queries for any release answer over the invented edition (`tests/fixtures/edition.py`)."""

from pathlib import Path

import pytest
from pyoxigraph import Store
from typer.testing import CliRunner

from converters.cli import app
from converters.query import open_release, sparql_of
from converters.query import rows as solutions

RETAKEN = "Recapture (claimed) in Vintsel by Orlan Guard"
CONTENT = "recapture in Vintsel by Orlan Guard"
ANSWERS = {
    "casualty-figures": (
        "what number bound counted source status",
        [
            "losses|2.5|exact|mass|Ada Quill|attributed_claim",
            "losses|1027|more_than|crates|Ada Quill|attributed_claim",
        ],
    ),
    "claims-by-source": (
        "source status claims articles",
        [
            "Ada Quill|attributed_claim|2|1",
            "Vintsel Courier|publisher_fact|2|1",
            'Radio "Lumen"|attributed_claim|1|1',
            "Vintsel Courier|non_factual|1|1",
            "the publisher|publisher_fact|1|1",
        ],
    ),
    "contested-events": (
        "what property how source article",
        [
            f"{RETAKEN}|-|asserted|Ada Quill|b-harbour",
            f'{RETAKEN}|-|asserted|Radio "Lumen"|a-council',
            f"{RETAKEN}|-|denied|the council|a-council",
            f"{RETAKEN}|participants|asserted|Ada Quill|b-harbour",
            f'{RETAKEN}|participants|asserted|Radio "Lumen"|a-council',
            f"{RETAKEN}|place|asserted|Ada Quill|b-harbour",
            f'{RETAKEN}|place|asserted|Radio "Lumen"|a-council',
        ],
    ),
    "changes-of-an-event": ("what change source", []),
    "contradicting-figures": ("what counted number", []),
    "control-of-a-place": (
        "place begins what holder source status disputed_by article",
        [
            'Vintsel|-|recapture|Orlan Guard|Radio "Lumen"|attributed_claim|-|a-council',
            "Vintsel|2031-05-09|recapture|Orlan Guard|Ada Quill|attributed_claim|-|b-harbour",
        ],
    ),
    "events-on-a-map": (
        "wkt place what source status article",
        [
            "POINT(-0.25 49.5)|Vintsel|disaster|Vintsel Courier|publisher_fact|b-harbour",
            "POINT(-0.25 49.5)|Vintsel|recapture|Ada Quill|attributed_claim|b-harbour",
            'POINT(-0.25 49.5)|Vintsel|recapture|Radio "Lumen"|attributed_claim|a-council',
        ],
    ),
    "non-factual-claims": (
        "modality what source article words",
        ["planned|Meeting (not factual) “held”|Vintsel Courier|b-harbour|Talks may be held by October 17."],
    ),
    "one-origin": (
        "what origin articles",
        [
            "Denial by the council|the publisher|1",
            "Disaster “rained”|Vintsel Courier|1",
            "Losses (claimed) “lost”|Ada Quill|1",
            f"Statement by Ada Quill about {CONTENT}|Vintsel Courier|1",
        ],
    ),
    "one-sided-claims": ("source what article", ["Ada Quill|Losses (claimed) “lost”|b-harbour"]),
    "planned-events": (
        "begins ends what source article",
        ["-|--10-17|Meeting (not factual) “held”|Vintsel Courier|b-harbour"],
    ),
    "provenance": (
        "part name version",
        [
            "article|a-council|-",
            "article|b-harbour|-",
            "material|event lexicon|-",
            "material|language model|3.7.1",
            "software|eventwire|0.1.0",
        ],
    ),
    "quotes-of-a-person": (
        "name words quoted medium stance article",
        [
            "Ada Quill|the Orlan Guard retook the harbour of Vintsel|false|Plauder|asserts|b-harbour",
            "Ada Quill|were lost|false|-|asserts|b-harbour",
        ],
    ),
    "sources-of-an-event": (
        "what source status article",
        [
            f"{RETAKEN}|Ada Quill|attributed_claim|b-harbour",
            f'{RETAKEN}|Radio "Lumen"|attributed_claim|a-council',
        ],
    ),
    "ranges-of-figures": ("what counted", []),
    "statements-and-replies": (
        "name what answer source article",
        [
            f'Ada Quill|{RETAKEN}|asserts|Radio "Lumen"|a-council',
            f"Ada Quill|{RETAKEN}|denies|the publisher|a-council",
        ],
    ),
    "status-ledger": (
        "what property standing origins how holder said article",
        [
            "Denial by the council|-|asserted|1|asserted|the council|-|a-council",
            "Disaster “rained”|-|asserted|1|asserted|Vintsel Courier|2031-05-12|b-harbour",
            "Losses (claimed) “lost”|-|asserted|1|asserted|Ada Quill|2031-05-12|b-harbour",
            "Meeting (not factual) “held”|-|planned|-|planned|Vintsel Courier|2031-05-12|b-harbour",
            f'{RETAKEN}|-|contested|2|asserted|Radio "Lumen"|-|a-council',
            f"{RETAKEN}|-|contested|2|asserted|Ada Quill|2031-05-12|b-harbour",
            f"{RETAKEN}|-|contested|2|denied|the council|-|a-council",
            f'{RETAKEN}|participants|contested|-|asserted|Radio "Lumen"|-|a-council',
            f"{RETAKEN}|participants|contested|-|asserted|Ada Quill|2031-05-12|b-harbour",
            f'{RETAKEN}|place|contested|-|asserted|Radio "Lumen"|-|a-council',
            f"{RETAKEN}|place|contested|-|asserted|Ada Quill|2031-05-12|b-harbour",
            f"Statement by Ada Quill about {CONTENT}|-|asserted|1|asserted|Ada Quill|2031-05-12|b-harbour",
        ],
    ),
    "timeline": (
        "begins ends precision what source status article",
        [
            f"2031-05-09|2031-05-09|day|{RETAKEN}|Ada Quill|attributed_claim|b-harbour",
            "2031-05-10T09:30:00|-|minute|Denial by the council|the publisher|publisher_fact|a-council",
        ],
    ),
    "unlinked-entities": (
        "name type state candidate mentions",
        [
            "Ada Quill|person|none|-|2",
            "Orlan Guard|military unit|possible|http://www.wikidata.org/entity/Q90000002|2",
            'Radio "Lumen"|news agency|none|-|1',
            "Vintsel Courier|news agency|none|-|1",
        ],
    ),
    "wordings-of-an-utterance": ("speaker words", []),
    "who-denies-what": (
        "article denier what denied words",
        [f"a-council|the council|denial|{RETAKEN}|The council denied it."],
    ),
}
"""For each query the columns that are looked at, and the rows in their order; "-" stands for what is not known."""


@pytest.fixture(scope="module")
def edition(release: Path) -> Store:
    return open_release(release)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_invented_edition_answers(name: str, edition: Store) -> None:
    columns, expected = ANSWERS[name]
    told = ["|".join(row.get(column, "-") for column in columns.split()) for row in solutions(edition, sparql_of(name))]
    assert told == expected


def test_each_query_that_is_no_export_and_no_question_is_looked_at(project: Path) -> None:
    shipped = {path.stem for path in (project / "ontology" / "queries").glob("*.rq")}
    assert {name for name in shipped if not name.startswith("export-")} == ANSWERS.keys()


def test_the_list_describes_them() -> None:
    listed = CliRunner().invoke(app, ["query", "--list"]).stdout
    assert all(name in listed for name in ANSWERS)
    assert "Who denies what" in listed
