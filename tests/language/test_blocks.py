"""Blocks keep their place in the body, whatever the line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.language.blocks import cut

TEXT = st.text(alphabet=st.sampled_from('ab Z.,"’“\n\r\t\u2028é𝄞(—)1'), max_size=200)


@given(TEXT)
def test_a_block_stands_where_it_says(body: str) -> None:
    for block in cut(body):
        assert body[block.start : block.start + len(block.text)] == block.text


@given(TEXT)
def test_blocks_do_not_overlap_and_come_in_order(body: str) -> None:
    ends = 0
    for block in cut(body):
        assert block.start >= ends
        ends = block.start + len(block.text)


def test_kinds() -> None:
    body = (
        "Harbour strike enters second week\n\n"
        "LUND — Dockers stayed away on Monday.\n"
        "Talks\r\n"
        "The mayor said the\nport would stay closed. (Daily Post)\n"
        "Reporting by Ann Lee in Lund."
    )
    found = [(block.kind, block.text) for block in cut(body)]
    assert found == [
        ("heading", "Harbour strike enters second week"),
        ("paragraph", "Dockers stayed away on Monday."),
        ("heading", "Talks"),
        ("paragraph", "The mayor said the\nport would stay closed. (Daily Post)"),
        ("byline", "Reporting by Ann Lee in Lund."),
    ]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    (author, first, second) = cut("By Ann Lee\nBy Monday, ten people had died.\nBy early evening, the port was shut.")
    assert [block.kind for block in (author, first, second)] == ["byline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "dateline",
    [
        "LUND, May 4 - ",
        "LUND, May 4. /ABCD/. ",
        "LUND/MALMÖ (Abcd) - ",
        "LUND/NEW YORK – ",
        "LUND, Sweden (Abcd) — ",
        "LUND, Sweden, 4 May 2020 (Abcd News) -- ",
        "PORT-AU-LUND, Sweden, May. 04, 2020 (AB) – ",
        "Lund (ABC) - ",
        "MALMÖ: ",
    ],
)
def test_a_dateline_is_no_part_of_its_paragraph(dateline: str) -> None:
    (block,) = cut(f"{dateline}The mayor spoke.")
    assert (block.start, block.text) == (len(dateline), "The mayor spoke.")


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance - met.",
        "The ABC - which had it first - said so.",
        "Old Town - Gates Close",
        "TOWN ON FIRE - MAYOR",
        "UNICEF: Two million are in need.",
        "Malmö: The mayor spoke.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert [b.text for b in cut(text)] == [text]


def test_a_bare_date_line_is_no_block() -> None:
    assert [b.text for b in cut("Monday, May 4, 2020\n\nIt rained.")] == ["It rained."]
