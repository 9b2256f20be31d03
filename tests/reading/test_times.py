"""Times in invented sentences, published on Wednesday 15 September 2021."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.articles.model import Article
from converters.language.parse import parse
from converters.reading.model import TimeExpression
from converters.reading.times.find import find_times
from converters.settings import Settings

PUBLISHED = date(2021, 9, 15)


def times(text: str, published: date | None = PUBLISHED) -> list[TimeExpression]:
    document = parse(Article("invented", text), Settings().model)
    return [mention.expression for block in document.blocks for mention in find_times(block.doc, published)]


DATED = [
    # weekdays lie behind unless the verb says otherwise
    ("The mayor resigned on Friday.", "Friday", "2021-09-10", "2021-09-10", "day"),
    ("The mayor resigned on Wednesday.", "Wednesday", "2021-09-15", "2021-09-15", "day"),
    ("The choir will sing on Monday.", "Monday", "2021-09-20", "2021-09-20", "day"),
    ("He said the council would meet on Monday.", "Monday", "2021-09-20", "2021-09-20", "day"),
    ("Talks start Thursday.", "Thursday", "2021-09-16", "2021-09-16", "day"),
    ("The vote is due on Tuesday.", "Tuesday", "2021-09-21", "2021-09-21", "day"),
    ("They agreed to pay the toll on Monday.", "Monday", "2021-09-20", "2021-09-20", "day"),
    ("The clerk told reporters on Monday that he was tired.", "Monday", "2021-09-13", "2021-09-13", "day"),
    ("The ship may have sunk on Monday.", "Monday", "2021-09-13", "2021-09-13", "day"),
    ("Monday's attack will be investigated.", "Monday", "2021-09-13", "2021-09-13", "day"),
    ("Ahead of Monday's vote, the party split.", "Monday", "2021-09-20", "2021-09-20", "day"),
    ("He left last Wednesday.", "last Wednesday", "2021-09-08", "2021-09-08", "day"),
    ("The fair opens next Friday.", "next Friday", "2021-09-17", "2021-09-17", "day"),
    ("She arrived on Thursday morning.", "Thursday morning", "2021-09-09", "2021-09-09", "day"),
    ("The vote was held on Tuesday, Sept. 7.", "Tuesday, Sept. 7", "2021-09-07", "2021-09-07", "day"),
    # days by name
    ("The mast fell today.", "today", "2021-09-15", "2021-09-15", "day"),
    ("The mast fell yesterday evening.", "yesterday evening", "2021-09-14", "2021-09-14", "day"),
    ("The mast fell the day before yesterday.", "the day before yesterday", "2021-09-13", "2021-09-13", "day"),
    ("The choir sings tomorrow.", "tomorrow", "2021-09-16", "2021-09-16", "day"),
    ("The lamp broke this morning.", "this morning", "2021-09-15", "2021-09-15", "day"),
    # several days
    ("The fair was held on Sept. 4 and 5.", "Sept. 4 and 5", "2021-09-04", "2021-09-05", "interval"),
    ("The fair was held on 4 and 5 September.", "4 and 5 September", "2021-09-04", "2021-09-05", "interval"),
    ("On Sept. 4 and 5 carts burned.", "Sept. 4", "2021-09-04", "2021-09-04", "day"),
    ("The fair was held on Monday and Tuesday.", "Monday and Tuesday", "2021-09-13", "2021-09-14", "interval"),
    ("Ten lamps broke over the past day.", "over the past day", "2021-09-14", "2021-09-15", "interval"),
    (
        "Ten lamps broke in the first six months of 2019.",
        "the first six months of 2019",
        "2019-01-01",
        "2019-06-30",
        "interval",
    ),
    # nights cover two days
    ("Two ships collided overnight.", "overnight", "2021-09-14", "2021-09-15", "night"),
    ("Rain fell during the night.", "during the night", "2021-09-14", "2021-09-15", "night"),
    ("The barn burned last night.", "last night", "2021-09-14", "2021-09-15", "night"),
    ("Overnight into Monday, the roof fell.", "Overnight into Monday", "2021-09-12", "2021-09-13", "night"),
    # dates
    ("The bridge fell on April 11, 2013.", "April 11, 2013", "2013-04-11", "2013-04-11", "day"),
    ("The bridge fell on 11 April 2013.", "11 April 2013", "2013-04-11", "2013-04-11", "day"),
    ("The bridge fell on 2013-04-11.", "2013-04-11", "2013-04-11", "2013-04-11", "day"),
    ("The morning of April 11, 2013, was calm.", "The morning of April 11, 2013", "2013-04-11", "2013-04-11", "day"),
    ("The bridge fell on Dec. 5.", "Dec. 5", "2020-12-05", "2020-12-05", "day"),
    ("The bridge will open on Dec. 5.", "Dec. 5", "2021-12-05", "2021-12-05", "day"),
    ("The hut burned down on Christmas Eve.", "Christmas Eve", "2020-12-24", "2020-12-24", "day"),
    # months, seasons, years
    ("The school opened in August.", "August", "2021-08-01", "2021-08-31", "month"),
    ("The school will close in May.", "May", "2022-05-01", "2022-05-31", "month"),
    ("They met last month.", "last month", "2021-08-01", "2021-08-31", "month"),
    ("The law was passed at the end of November.", "the end of November", "2020-11-21", "2020-11-30", "interval"),
    ("The siege began early last month.", "early last month", "2021-08-01", "2021-08-10", "interval"),
    ("The law passed in mid-October 2019.", "mid-October 2019", "2019-10-11", "2019-10-20", "interval"),
    ("The mill shut in February 2020.", "February 2020", "2020-02-01", "2020-02-29", "month"),
    ("The lake dried out in the summer of 2018.", "the summer of 2018", "2018-06-01", "2018-08-31", "season"),
    ("The lake froze in the winter of 2018.", "the winter of 2018", "2018-12-01", "2019-02-28", "season"),
    ("The lake dried out last summer.", "last summer", "2021-06-01", "2021-08-31", "season"),
    ("The mill was built in 1912.", "1912", "1912-01-01", "1912-12-31", "year"),
    ("The town's 2014 flood killed four.", "2014", "2014-01-01", "2014-12-31", "year"),
    ("The mill was sold last year.", "last year", "2020-01-01", "2020-12-31", "year"),
    ("Exports fell in the first quarter of 2020.", "the first quarter of 2020", "2020-01-01", "2020-03-31", "interval"),
    ("Looms were built in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "decade"),
    ("Looms were built in the early 1990s.", "the early 1990s", "1990-01-01", "1993-12-31", "interval"),
    # weeks
    ("The fair takes place this week.", "this week", "2021-09-13", "2021-09-19", "week"),
    ("The ferry sank over the weekend.", "over the weekend", "2021-09-11", "2021-09-12", "interval"),
    ("They would meet over the weekend.", "over the weekend", "2021-09-18", "2021-09-19", "interval"),
    # counted from today
    ("The king was crowned two years ago.", "two years ago", "2019-01-01", "2019-12-31", "year"),
    ("The king fell three days ago.", "three days ago", "2021-09-12", "2021-09-12", "day"),
    (
        "Less than three months ago the pier burned.",
        "Less than three months ago",
        "2021-06-15",
        "2021-09-15",
        "interval",
    ),
    ("More than two months ago the pier burned.", "More than two months ago", None, "2021-07-15", "interval"),
    ("In the last 24 hours, eight boats sank.", "the last 24 hours", "2021-09-14", "2021-09-15", "interval"),
    ("Over the past three weeks it rained.", "the past three weeks", "2021-08-25", "2021-09-15", "interval"),
    # open ends
    ("Since Dec. 5 the harbour has been closed.", "Since Dec. 5", "2020-12-05", None, "interval"),
    ("The strike, starting on Aug. 3, cost much.", "starting on Aug. 3", "2021-08-03", None, "interval"),
    ("From 2014 onwards the mill stood still.", "From 2014 onwards", "2014-01-01", None, "interval"),
    ("It must be done by Friday.", "by Friday", None, "2021-09-17", "interval"),
    ("The mill worked until 2014.", "until 2014", None, "2014-12-31", "interval"),
    ("The pool did not open until Monday.", "Monday", "2021-09-13", "2021-09-13", "day"),
    # stretches
    ("It was closed from Aug. 20 to Sept. 8.", "from Aug. 20 to Sept. 8", "2021-08-20", "2021-09-08", "interval"),
    (
        "From Sept. 19 to Dec. 9, 2014, it rained.",
        "From Sept. 19 to Dec. 9, 2014",
        "2014-09-19",
        "2014-12-09",
        "interval",
    ),
    ("Between 2014 and 2016, he lived in Arland.", "Between 2014 and 2016", "2014-01-01", "2016-12-31", "interval"),
    ("The games took place on July 3-5.", "July 3-5", "2021-07-03", "2021-07-05", "interval"),
    ("The 2015–2016 season was long.", "2015–2016", "2015-01-01", "2016-12-31", "interval"),
    # times of day
    (
        "At 10:30 a.m. on Friday the mast fell.",
        "10:30 a.m. on Friday",
        "2021-09-10T10:30",
        "2021-09-10T10:30",
        "minute",
    ),
    ("On Friday at 9:05 p.m. it fell.", "Friday at 9:05 p.m.", "2021-09-10T21:05", "2021-09-10T21:05", "minute"),
    ("The gate opens at noon on Sunday.", "noon on Sunday", "2021-09-19T12:00", "2021-09-19T12:00", "hour"),
    ("It fell at 3.30am on Friday.", "3.30am on Friday", "2021-09-10T03:30", "2021-09-10T03:30", "minute"),
    ("It fell at around 2100 GMT on Friday.", "2100 GMT on Friday", "2021-09-10T21:00", "2021-09-10T21:00", "minute"),
    ("It fell shortly before midnight on Friday.", "midnight on Friday", "2021-09-10", "2021-09-10", "day"),
    ("As of Tuesday, nobody knew.", "Tuesday", "2021-09-14", "2021-09-14", "day"),
    # timetables
    ("Voters go to the polls on Sunday.", "Sunday", "2021-09-19", "2021-09-19", "day"),
]


@pytest.mark.parametrize(("sentence", "words", "start", "end", "precision"), DATED)
def test_dates(sentence: str, words: str, start: str | None, end: str | None, precision: str) -> None:
    (found,) = times(sentence)
    assert (found.span.of(sentence), found.start, found.end, found.precision) == (words, start, end, precision)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("In recent months, prices rose.", "In recent months"),
        ("The king recently fell.", "recently"),
        ("In the days ahead, talks will go on.", "In the days ahead"),
        ("Three days after the flood, the dam broke.", "Three days after"),
        ("At 10:30 a.m. the mast fell.", "10:30 a.m."),
        ("The contract was signed a week earlier.", "a week earlier"),
        ("The cave was painted 9000 years ago.", "9000 years ago"),
    ],
)
def test_what_cannot_be_resolved_keeps_its_words(sentence: str, words: str) -> None:
    (found,) = times(sentence)
    assert (found.span.of(sentence), found.start, found.end) == (words, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "They fought for months.",
        "A 12-year lull ended and the nearly six-year drought went on.",
        "The Good Friday accord holds.",
        "He bought 2000 boats and 1999 oars.",
        "The crowd may march to the square.",
        "The post-2014 order fell.",
        "The fall of the old tower was loud.",
        "Shops stay closed on Sundays.",
        "The road is now closed and has so far stayed empty.",
        "Ann Bell bought a third of the mill.",
    ],
)
def test_no_times(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words", "start", "end"),
    [
        (
            "The isles were sold in 2012 and won back in the autumn of that year.",
            "the autumn of that year",
            "2012-09-01",
            "2012-11-30",
        ),
        (
            "On April 8, 2013, the fire broke out. Two days later the tower fell.",
            "Two days later",
            "2013-04-10",
            "2013-04-10",
        ),
        ("On April 8, 2013, it rained. The next day it snowed.", "The next day", "2013-04-09", "2013-04-09"),
        ("In March 2013 the dam broke. Later that year the mill shut.", "Later that year", "2013-01-01", "2013-12-31"),
        (
            "In March 2013 the dam broke. The following month the mill shut.",
            "The following month",
            "2013-04-01",
            "2013-04-30",
        ),
    ],
)
def test_times_that_lean_on_earlier_ones(sentence: str, words: str, start: str, end: str) -> None:
    found = times(sentence, None)[-1]
    assert (found.span.of(sentence), found.start, found.end, found.basis) == (words, start, end, "inferred")


def test_a_clause_opens_the_time_of_what_it_depends_on() -> None:
    sentence = "Nobody has swum there since the pool closed on Aug. 3."
    closed, since = times(sentence)
    assert (closed.span.of(sentence), closed.start, closed.end) == ("Aug. 3", "2021-08-03", "2021-08-03")
    assert (since.span.of(sentence), since.start, since.end) == ("since the pool closed on Aug. 3", "2021-08-03", None)


@pytest.mark.parametrize(
    ("sentence", "words", "start", "end"),
    [
        (
            "They have ruled since the fall of the king in 2014.",
            "since the fall of the king in 2014",
            "2014-01-01",
            None,
        ),
        ("He ruled until the revolt in 2014.", "until the revolt in 2014", None, "2014-12-31"),
    ],
)
def test_so_does_a_noun_behind_since_or_until(sentence: str, words: str, start: str | None, end: str | None) -> None:
    dated, opened = times(sentence)
    assert (dated.span.of(sentence), dated.start, dated.end) == ("2014", "2014-01-01", "2014-12-31")
    assert (opened.span.of(sentence), opened.start, opened.end) == (words, start, end)


@pytest.mark.parametrize(
    ("sentence", "start", "end", "basis"),
    [
        ("The bridge fell on Dec. 5.", "--12-05", "--12-05", "explicit"),
        ("Since Dec. 5 the harbour has been closed.", "--12-05", None, "explicit"),
        ("From Sept. 19 to Dec. 9 it rained.", "--09-19", "--12-09", "explicit"),
        ("The bridge fell on April 11, 2013.", "2013-04-11", "2013-04-11", "explicit"),
        ("The bridge fell on Friday.", None, None, "relative"),
        ("The bridge fell overnight.", None, None, "relative"),
        ("The bridge fell in October.", None, None, "relative"),
        ("The bridge fell last month.", None, None, "relative"),
        ("The bridge fell two weeks ago.", None, None, "relative"),
    ],
)
def test_without_publication_date(sentence: str, start: str | None, end: str | None, basis: str) -> None:
    (found,) = times(sentence, None)
    assert (found.start, found.end, found.basis) == (start, end, basis)


def test_tokens_and_offsets_belong_to_the_block() -> None:
    text = "A first line stands here.\nThe mast fell on Friday morning."
    block = parse(Article("invented", text), Settings().model).blocks[-1]
    (found,) = find_times(block.doc, PUBLISHED)
    assert block.doc.part(found.first, found.last + 1).text == found.expression.span.of(text) == "Friday morning"


PHRASES = st.sampled_from(
    [
        "on Friday",
        "in May",
        "since 2014",
        "until Sept. 31",
        "from June 3 to July 9",
        "on Feb. 29",
        "the next day",
        "overnight",
        "two years ago",
        "9000 years ago",
        "in the late 1980s",
        "at noon",
        "by the end of the year",
        "in the past 36 hours",
        "on June 3-1",
        "last winter",
    ]
)
SENTENCES = st.lists(PHRASES, min_size=1, max_size=4).map(
    lambda p: f"The mill stood {' and '.join(p)}, the miller said."
)


@settings(max_examples=40, deadline=None)
@given(SENTENCES, st.dates(date(1990, 1, 1), date(2060, 12, 31)) | st.none())
def test_any_mixture_is_well_formed(text: str, published: date | None) -> None:
    for found in times(text, published):
        assert 0 <= found.span.start < found.span.end <= len(text)
        if found.start and found.end and not found.start.startswith("--"):
            assert found.start <= found.end
        if published is None:
            years = {value[:4] for value in (found.start, found.end) if value and not value.startswith("--")}
            assert all(year[:3] in text for year in years), "a year that nobody wrote"
