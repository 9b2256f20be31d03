"""What the queries about several voices answer, and how an event's accounts are told, over short invented articles."""

from pathlib import Path

import pytest
from pyoxigraph import Store
from typer.testing import CliRunner

from converters.cli import app
from converters.pipeline import convert
from converters.query import open_release, rows, sparql_of
from converters.settings import Settings

TEXTS = {
    "morning": " date 2024-05-03 A blast killed 12 people in Oslo on May 2, police said. Norway claimed to have"
    " captured Uppsala, which Sweden denied. “Nobody will ever take this harbour from our people,” Ann Lee said.",
    "evening": " date 2024-05-04 The blast in Oslo on May 2 killed 14 people in Oslo, Ann Lee said. Jan Korda visited"
    " Stockholm, Radio Nord reported.",
    "later": " date 2024-05-05 President Jan Korda visited Stockholm, according to Radio Nord."
    " Ann Lee said: “Nobody is going to take that harbour away from our people.”",
}
ANSWERS = {
    "status-ledger": (
        "what property standing how holder said",
        {
            "Capture (claimed) of Uppsala by Norway|-|contested|asserted|Norway|2024-05-03",
            "Capture (claimed) of Uppsala by Norway|-|contested|denied|Sweden|2024-05-03",
            "Killing (claimed) in Oslo|numbers|contested|asserted|Ann Lee|2024-05-04",
        },
    ),
    "ranges-of-figures": (
        "counted low best high number source",
        {"killed|12|14|14|12|police", "killed|12|14|14|14|Ann Lee"},
    ),
    "contradicting-figures": (
        "counted number other_number article other_article",
        {"killed|14|12|evening|morning", "killed|12|14|morning|evening"},
    ),
    "wordings-of-an-utterance": (
        "speaker words article",
        {
            "Ann Lee|“Nobody will ever take this harbour from our people,” Ann Lee said.|morning",
            "Ann Lee|Ann Lee said: “Nobody is going to take that harbour away from our people.”|later",
        },
    ),
    "control-of-a-place": ("place what holder source disputed_by", {"Uppsala|capture|Norway|Norway|Sweden"}),
    "changes-of-an-event": ("published change article earlier_article", {"2024-05-04|contradicts|evening|morning"}),
}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("across")
    for stem, text in TEXTS.items():
        (home / f"{stem}.txt").write_text(text, encoding="utf-8")
    made = convert([home], home / "out", Settings())
    assert made.release
    return made.release


@pytest.fixture(scope="module")
def store(release: Path) -> Store:
    return open_release(release)


def told(store: Store, name: str, columns: str) -> set[str]:
    return {"|".join(row.get(column, "-") for column in columns.split()) for row in rows(store, sparql_of(name))}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(name: str, store: Store) -> None:
    columns, expected = ANSWERS[name]
    assert expected & told(store, name, columns) == expected


def test_three_outlets_are_not_three_sources(store: Store) -> None:
    assert "Visit (claimed) to Stockholm by Jan Korda|Radio Nord|2" in told(store, "one-origin", "what origin articles")
    assert not any("Killing" in line for line in told(store, "one-origin", "what"))


def test_what_two_voices_tell_is_not_one_sided(store: Store) -> None:
    one_sided = told(store, "one-sided-claims", "source what")
    assert not any("Killing" in line for line in one_sided)
    assert any(line.startswith("Radio Nord|Visit") for line in one_sided)


def test_an_event_is_explained_by_its_competing_accounts(store: Store, release: Path) -> None:
    (capture,) = rows(store, "SELECT DISTINCT ?e { ?c ew:eventClass ew:Capture ; ew:about ?e }")
    shown = CliRunner().invoke(app, ["explain", capture["e"], "--data", str(release)]).stdout
    assert "said by\n    Norway (morning, 2024-05-03)" in shown
    assert "denied by\n    Sweden (morning, 2024-05-03)" in shown
    assert "Sweden denies it" in shown


def test_an_event_is_explained_by_how_it_and_its_properties_stand(store: Store, release: Path) -> None:
    (capture,) = rows(store, "SELECT DISTINCT ?e { ?c ew:eventClass ew:Capture ; ew:about ?e }")
    shown = CliRunner().invoke(app, ["explain", capture["e"], "--data", str(release)]).stdout
    assert "how it stands: contested (told as so in 1 claim, denied in 2 claims, 1 independent origin)" in shown
    (killing,) = rows(store, "SELECT DISTINCT ?e { ?c ew:eventClass ew:Killing ; ew:about ?e }")
    shown = CliRunner().invoke(app, ["explain", killing["e"], "--data", str(release)]).stdout
    assert "how many: contested" in shown
    assert "range (killed): low 12, best 14, high 14 person, from 2 counts" in shown


def test_an_event_is_explained_by_who_lays_it_on_whom(tmp_path: Path) -> None:
    told = {
        "one": "A drone struck a market in Uppsala on May 2. Sweden said that Norway had carried out the strike.",
        "two": "Norway said that Danish drones had struck Uppsala on May 2. Norway denied it was behind the strike.",
    }
    for stem, text in told.items():
        (tmp_path / f"{stem}.txt").write_text(f" date 2024-05-03 {text}", encoding="utf-8")
    made = convert([tmp_path], tmp_path / "out", Settings())
    assert made.release
    (strike,) = rows(open_release(made.release), "SELECT DISTINCT ?e { ?c ew:eventClass ew:DroneStrike ; ew:about ?e }")
    shown = CliRunner().invoke(app, ["explain", strike["e"], "--data", str(made.release)]).stdout
    assert "who: contested (told as so in 3 claims, denied in 1 claim)" in shown
    assert "who did it: Norway (Sweden), Denmark (Norway), not Norway (Norway)" in shown
    assert "how it stands: independently confirmed" in shown


def test_figures_stand_side_by_side(store: Store, release: Path) -> None:
    (killing,) = rows(store, "SELECT DISTINCT ?e { ?c ew:eventClass ew:Killing ; ew:about ?e }")
    shown = CliRunner().invoke(app, ["explain", killing["e"], "--data", str(release)]).stdout
    (line,) = [line for line in shown.splitlines() if "how many (killed)" in line]
    assert "12" in line
    assert "one event because: same day, same place" in shown
    assert "14 person (Ann Lee)" in line
