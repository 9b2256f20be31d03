"""Blocks keep their place in the body, whatever the line breaks."""

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


def test_a_bare_date_line_is_no_block() -> None:
    assert [b.text for b in cut("Monday, May 4, 2020\n\nIt rained.")] == ["It rained."]
