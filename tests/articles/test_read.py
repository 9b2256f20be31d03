"""Reading the seed format: exact bodies, exact offsets, and a reason for everything that is refused."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.articles.find import Source
from converters.articles.model import Arrival, Article, Span
from converters.articles.read import decode, read_article, read_articles, split_marker
from converters.errors import BadInput

LIMIT = 10_000
PIECES = [
    "“",
    "’",
    "—",
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "e\u0301",
    "\U0001f33e",
    "\u200d",
    "\ufeff",
    "\u00a0",
    " date ",
    "Orla ",
]
BODIES = st.lists(st.sampled_from(PIECES) | st.text(), min_size=1).map("".join).filter(lambda text: text.strip())


def article(tmp_path: Path, content: bytes, name: str = "orla.txt") -> Article:
    path = tmp_path / name
    path.write_bytes(content)
    return read_article(path, LIMIT)


@given(body=BODIES.filter(lambda text: "\0" not in text), day=st.dates(), bom=st.booleans())
def test_the_body_is_exactly_what_follows_the_marker_and_its_space(body: str, day: date, bom: bool) -> None:
    content = (b"\xef\xbb\xbf" if bom else b"") + f" date {day.isoformat()} {body}".encode()
    assert split_marker(decode(content)) == (body, day)


@given(before=BODIES, word=st.sampled_from(["harbour", "cafe\u0301", "\U0001f33e"]), after=st.text())
def test_an_offset_counts_code_points_of_the_body(before: str, word: str, after: str) -> None:
    body, _ = split_marker(f" date 2031-05-12 {before}{word}{after}")
    assert Span(len(before), len(before) + len(word)).of(body) == word


@given(BODIES.filter(lambda text: "date" not in text))
def test_without_marker_the_whole_text_is_body_and_there_is_no_date(body: str) -> None:
    assert split_marker(body) == (body, None)


def test_only_one_space_belongs_to_the_marker(tmp_path: Path) -> None:
    assert article(tmp_path, b" date 2031-05-12   Rain.").body == "  Rain."


def test_white_space_may_stand_before_the_marker_or_not(tmp_path: Path) -> None:
    for before in (b"", b" ", b"\r\n\t"):
        assert article(tmp_path, before + b"date 2031-05-12 Rain.").published == date(2031, 5, 12)


def test_the_stem_is_the_file_name_without_its_ending(tmp_path: Path) -> None:
    assert article(tmp_path, b"Rain.", "orla.2031.txt").stem == "orla.2031"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "there is no text"),
        (b" \r\n\t\xc2\xa0", "there is no text"),
        (b" date 2031-05-12  \n", "there is no text"),
        (b"PK\x03\x04\x00\x01", "NUL at byte 4"),
        ("Rain.".encode("utf-16"), "NUL at byte 3"),
        (b"Caf\xe9 Orla", "byte 0xE9 at byte 3"),
        (b"\xef\xbb\xbfCaf\xe9 Orla", "byte 0xE9 at byte 6"),
        (b"Rain \xf0\x9f\x8c", "byte 0xF0 at byte 5"),
        (b" date 2031-02-30 Rain.", "impossible date, 2031-02-30"),
        (b" date 2031-13-01 Rain.", "impossible date, 2031-13-01"),
        (b" date 0000-01-01 Rain.", "impossible date, 0000-01-01"),
        (b" date 31-5-12 Rain.", "31-5-12, not YYYY-MM-DD"),
        (b" date 2031-05-12\nRain.", "not followed by one space"),
        (b" date 2031-05-12T10:00 Rain.", "not followed by one space"),
        (b"x" * (LIMIT + 1), "larger than 10,000 bytes"),
    ],
)
def test_what_is_refused_names_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        article(tmp_path, content)
    assert reason in str(refused.value)


def test_a_file_of_exactly_the_largest_size_is_read(tmp_path: Path) -> None:
    assert len(article(tmp_path, b"x" * LIMIT).body) == LIMIT


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        read_article(tmp_path / "none.txt", LIMIT)
    with pytest.raises(BadInput, match="Is a directory"):
        read_article(tmp_path, LIMIT)


def test_a_file_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = Path(f"{tmp_path}/caf\udce9.txt")
    try:
        path.write_bytes(b"Rain.")
    except OSError:
        pytest.skip("this file system wants file names in UTF-8")
    with pytest.raises(BadInput, match="file name is not UTF-8"):
        read_article(path, LIMIT)


def state(arrival: Arrival) -> str:
    return "read" if arrival.article else arrival.refused


def test_a_bad_article_does_not_stop_the_others(tmp_path: Path) -> None:
    names = ["a.txt", "b.txt", "c.txt"]
    for name, content in zip(names, [b"Rain.", b"\0", b"Snow."], strict=True):
        (tmp_path / name).write_bytes(content)
    arrivals = list(read_articles((Source(tmp_path / name) for name in names), LIMIT))
    assert [state(arrival) for arrival in arrivals] == ["read", "failed", "read"]
    assert [arrival.article is None for arrival in arrivals] == [False, True, False]


def test_the_same_text_is_read_once_whatever_its_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b" date 2031-05-12 Rain.")
    first, second = read_articles((Source(tmp_path / name) for name in ("a.txt", "b.txt")), LIMIT)
    assert (state(first), state(second)) == ("read", "skipped")
    assert (second.path, second.reason) == (tmp_path / "b.txt", "the same text as a.txt")


def test_the_same_path_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Rain.")
    assert [state(arrival) for arrival in read_articles([Source(path), Source(path)], LIMIT)] == ["read", "skipped"]


def test_the_same_words_of_another_day_are_another_article(tmp_path: Path) -> None:
    for day in ("11", "12"):
        (tmp_path / f"{day}.txt").write_text(f" date 2031-05-{day} Rain.")
    arrivals = read_articles((Source(tmp_path / f"{day}.txt") for day in ("11", "12")), LIMIT)
    assert [state(arrival) for arrival in arrivals] == ["read", "read"]


def test_articles_are_read_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Rain.")
    arrivals = read_articles((Source(tmp_path / name) for name in ("a.txt", "later.txt")), LIMIT)
    assert state(next(arrivals)) == "read"
    (tmp_path / "later.txt").write_bytes(b"Snow.")
    assert state(next(arrivals)) == "read"
