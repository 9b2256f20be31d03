"""Feeds over three releases, as their clients read them: nothing twice, nothing lost, nothing changed afterwards."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import feedparser
import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, URIRef

from converters.serving.feeds import log as logs
from converters.serving.feeds.log import Change, Log
from tests.fixtures.edition import BASE
from tests.fixtures.release import write
from tests.serving.conftest import PROJECT, another_release, serving, until_served

LDES = rdflib.Namespace("https://w3id.org/ldes#")
TREE = rdflib.Namespace("https://w3id.org/tree#")
AS = rdflib.Namespace("https://www.w3.org/ns/activitystreams#")
CLIENT = PROJECT / "tests" / "interop" / "node_modules" / ".bin" / "ldes-client"
CLAIM = f"<{BASE}claim/"


@dataclass(frozen=True)
class Served:
    """A server that has gone through three releases: all, one claim gone and one changed, all again."""

    url: str
    gone: str
    changed: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    output = write(tmp_path_factory.mktemp("feeds") / "out").folder.parent
    lines = (output / "latest" / "graph.nq").read_text(encoding="utf-8").splitlines()
    abouts = [line.split(" ") for line in lines if line.startswith(CLAIM) and "ontology#about>" in line]
    told = Counter(words[2] for words in abouts)
    gone = next(words[0] for words in abouts if told[words[2]] > 1)
    changed = next(words[0] for words in abouts if words[0] != gone)

    def second(quads: list[str]) -> list[str]:
        kept = (line for line in quads if not line.startswith(f"{gone} "))
        return [_negated(line) if line.startswith(changed) else line for line in kept]

    first = (output / "latest").resolve().name
    with serving(output, "--look", "0.1") as url:
        until_served(url, another_release(output, second))
        from converters.publishing.latest import point

        point(output, first)
        until_served(url, first)
        yield Served(url, gone[1:-1], changed[1:-1])


def _negated(line: str) -> str:
    return line.replace("#polarity-positive", "#polarity-negative")


def dataset(url: str, accept: str = "application/trig") -> rdflib.Dataset:
    answer = httpx.get(url, headers={"Accept": accept}).raise_for_status()
    form = {"application/trig": "trig", "application/n-quads": "nquads", "application/ld+json": "json-ld"}[accept]
    found = rdflib.Dataset(default_union=True)
    found.parse(data=answer.text, format=form, publicID=url)
    return found


def activities(url: str) -> list[rdflib.Graph]:
    root = dataset(f"{url}feeds/ldes")
    pages = sorted({str(page) for page in root.objects(None, TREE.node)})
    return [dataset(page) for page in pages]


def test_every_change_is_told_once_in_order(served: Served) -> None:
    told = []
    for page in activities(served.url):
        for member in page.objects(None, TREE.member):
            (kind,) = page.objects(member, RDF.type)
            time, of = (str(page.value(member, predicate)) for predicate in (AS.published, AS.object))
            told.append((time, str(kind).partition("#")[2], of))
    told.sort()
    assert len({time for time, _, _ in told}) == len(told)
    assert {kind for _, kind, _ in told[:-4]} == {"Create"}
    assert len({iri for _, _, iri in told[:-4]}) == len(told) - 4
    assert [change[1:] for change in told[-4:]] == [
        ("Update", served.changed),
        ("Delete", served.gone),
        *sorted([("Create", served.gone), ("Update", served.changed)], key=lambda change: change[1]),
    ]


def test_a_member_carries_what_was_stated_then(served: Served) -> None:
    (page,) = activities(served.url)
    updates = sorted(page.subjects(RDF.type, AS.Update))
    polarity = URIRef("https://w3id.org/eventwire/ontology#polarity")
    told = [str(page.graph(update).value(URIRef(served.changed), polarity)).rpartition("-")[2] for update in updates]
    assert told == ["negative", "positive"]
    (delete,) = page.subjects(RDF.type, AS.Delete)
    left = page.graph(delete)
    assert set(left.subjects()) == {URIRef(served.gone)}
    assert (URIRef(served.gone), RDF.type, AS.Tombstone) in left
    assert URIRef("https://w3id.org/eventwire/ontology#Claim") in set(left.objects(None, AS.formerType))
    assert set(left.predicates()) == {RDF.type, AS.formerType}, "nothing took its place"


def test_the_stream_is_the_same_in_every_format_with_graphs(served: Served) -> None:
    for path in ("feeds/ldes", "feeds/ldes/0", "feeds/activity/3"):
        found = []
        for form in (ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS, ox.RdfFormat.JSON_LD):
            answer = httpx.get(served.url + path, headers={"Accept": form.media_type}).raise_for_status()
            found.append(frozenset(ox.parse(answer.content, format=form)))
        assert found[0] == found[1] == found[2]
    assert httpx.get(f"{served.url}feeds/ldes", headers={"Accept": "image/png"}).status_code == 406
    assert httpx.get(f"{served.url}feeds/ldes/9").status_code == 404
    assert httpx.get(f"{served.url}feeds/activity/999").status_code == 404


def run(*arguments: str | Path) -> list[str]:
    """The real client; what it emits."""
    if not CLIENT.exists() or shutil.which("node") is None:
        pytest.skip("ldes-client is not installed: run `npm ci` in tests/interop")
    command = [CLIENT, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "rror" not in done.stderr, done.stderr
    return [line.split(" ")[2][1:-1] for line in done.stdout.splitlines() if f"<{AS.object}>" in line]


def test_ldes_client_replicates_everything_in_order(served: Served) -> None:
    emitted = run(f"{served.url}feeds/ldes", "--ordered", "ascending")
    size = httpx.get(f"{served.url}feeds/activities").json()["totalItems"]
    assert len(emitted) == size
    assert Counter(emitted)[served.gone] == 3
    assert Counter(emitted)[served.changed] == 3


def test_ldes_client_resumes_where_it_was(served: Served, tmp_path: Path) -> None:
    arguments = (f"{served.url}feeds/ldes", "--save", tmp_path / "state")
    assert run(*arguments)
    assert run(*arguments) == []


def test_ldes_client_knows_the_last_version_of_each(served: Served) -> None:
    emitted = run(f"{served.url}feeds/ldes", "--last-version-only", "--ordered", "ascending")
    assert len(emitted) == len(set(emitted)) == len(set(run(f"{served.url}feeds/ldes")))


def test_ldes_client_goes_on_after_it_was_stopped_while_it_followed(tmp_path: Path) -> None:
    """Members come before the stop or after it, those of a new release included."""
    output = write(tmp_path / "out").folder.parent
    first = (output / "latest").resolve().name
    with serving(output, "--look", "0.1") as url:
        size = httpx.get(f"{url}feeds/activities").json()["totalItems"]
        save = ("--save", str(tmp_path / "state"), "--ordered", "ascending")
        following = [CLIENT, f"{url}feeds/ldes", "--follow", "--poll-interval", "200", *save]
        if not CLIENT.exists() or shutil.which("node") is None:
            pytest.skip("ldes-client is not installed: run `npm ci` in tests/interop")
        with subprocess.Popen(following, stdout=subprocess.PIPE, text=True) as client:
            assert client.stdout
            lines = (line for line in client.stdout if f"<{AS.object}>" in line)
            before = [next(lines).split(" ")[2] for _ in range(size)]
            client.terminate()
        until_served(url, another_release(output, lambda quads: [_negated(line) for line in quads]))
        emitted = run(f"{url}feeds/ldes", *save)
        more = httpx.get(f"{url}feeds/activities").json()["totalItems"] - size
    assert len(set(before)) == size
    new = emitted[-more:]
    assert len(new) == more > 0
    assert f"<{emitted[0]}>" == before[-1] or emitted == new, "only the one it was at may come again"
    assert len(emitted) <= more + 1
    assert (output / "latest").resolve().name != first


def test_feedparser_reads_atom_and_asks_conditionally(served: Served) -> None:
    found = feedparser.parse(f"{served.url}feeds/atom")
    assert not found.bozo
    assert len(found.entries) == len({entry.id for entry in found.entries}) == 7
    newest = found.entries[0]
    assert newest.id in (served.changed, served.gone)
    assert all(entry.title and entry.content[0].value for entry in found.entries)
    again = feedparser.parse(f"{served.url}feeds/atom", etag=found.etag)
    assert again.status == 304


def test_json_feed_says_what_atom_says(served: Served) -> None:
    answer = httpx.get(f"{served.url}feeds/json")
    assert answer.headers["content-type"].startswith("application/feed+json")
    told = answer.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    atom = feedparser.parse(f"{served.url}feeds/atom")
    assert [(item["id"], item["title"]) for item in told["items"]] == [(e.id, e.title) for e in atom.entries]


@pytest.mark.parametrize("kind", ["atom", "json"])
def test_a_query_is_a_feed(served: Served, kind: str) -> None:
    query = "SELECT ?claim ?words WHERE { ?claim a ew:Claim ; ew:evidence/oa:hasSelector/oa:exact ?words }"
    for which in (f"query={quote(query)}", "name=timeline"):
        answer = httpx.get(f"{served.url}feeds/query/{kind}?{which}").raise_for_status()
        atom = feedparser.parse(answer.content).entries
        ids = [entry.id for entry in atom] if kind == "atom" else [item["id"] for item in answer.json()["items"]]
        assert ids and len(ids) == len(set(ids))
        if "query" in which:
            assert len(ids) == 7
            assert set(ids[:2]) == {served.changed, served.gone}, "what changed last comes first"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("query/atom", 400),
        ("query/atom?name=unheard-of", 404),
        ("query/atom?query=ASK%20%7B%7D", 400),
        ("query/atom?query=SELECT%20(1%20AS%20%3Fx)%20%7B%7D", 400),
        ("query/atom?query=rubbish", 400),
        ("query/rss?name=timeline", 404),
        ("rss", 404),
        ("atom/0", 404),
    ],
)
def test_what_is_no_feed_is_told(served: Served, path: str, status: int) -> None:
    answer = httpx.get(f"{served.url}feeds/{path}")
    assert answer.status_code == status
    assert answer.text


def test_activitystreams_collection(served: Served) -> None:
    answer = httpx.get(f"{served.url}feeds/activities").raise_for_status()
    assert answer.headers["content-type"].startswith("application/activity+json")
    collection = answer.json()
    assert collection["@context"] == "https://www.w3.org/ns/activitystreams"
    assert collection["type"] == "OrderedCollection"
    page = httpx.get(collection["first"]).json()
    assert page["partOf"] == collection["id"]
    assert len(page["orderedItems"]) == collection["totalItems"]
    assert [item["published"] for item in page["orderedItems"]] == sorted(
        (item["published"] for item in page["orderedItems"]), reverse=True
    )
    assert {item["type"] for item in page["orderedItems"]} == {"Create", "Update", "Delete"}
    terms = PROJECT.parent / "shared" / "conformance" / "activitystreams" / "ns" / "activitystreams.jsonld"
    if terms.is_file():
        known = set(json.loads(terms.read_text())["@context"])
        items = page["orderedItems"]
        used = {key for item in (collection, page, *items, *(item["object"] for item in items)) for key in item}
        assert used - {"@context"} <= known


def test_the_page_lists_the_feeds(served: Served) -> None:
    page = httpx.get(f"{served.url}feeds", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "feeds/query/atom?name=timeline" in page.text


def change(number: int) -> Change:
    iri = f"{BASE}claim/{number}"
    payload = f'<{iri}> <http://x.example/p> "{number}" .\n'
    return Change("Create", "claim", iri, f"title {number}", "", payload, str(number))


def test_pages_that_are_full_never_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from converters.serving.feeds import entries, ldes
    from converters.serving.writing import write as written

    monkeypatch.setattr(logs, "PAGE", 3)
    monkeypatch.setattr(entries, "PAGE", 3)
    monkeypatch.setattr(ldes, "PAGE", 3)
    log = Log(tmp_path / "log.db")
    log.write("a", map(change, range(4)))

    def page(number: int) -> bytes:
        found = ldes.page(log, number, BASE, BASE)
        assert found
        return written(found, "trig")

    since = log.page(0)[0].time
    before = page(0), entries.archived(log, 0, "u", "p", since)
    assert b"immutable true" in before[0]
    assert b"immutable false" in page(1)
    log.write("b", map(change, range(4, 8)))
    assert (page(0), entries.archived(log, 0, "u", "p", since)) == before
    assert entries.archived(log, 2, "u", "p", since) is None
    newest = entries.newest(log, "u", "p", since)
    assert newest.older == "u/0"
    reached = {entry.iri for entry in newest.entries} | {entry.iri for entry in before[1].entries}  # type: ignore[union-attr]
    assert reached == {f"{BASE}claim/{number}" for number in range(8)}


def test_a_release_whose_recording_fails_is_not_half_told(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.db")

    def broken() -> Iterator[Change]:
        yield change(1)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        log.write("a", broken())
    assert (log.size(), log.last_release(), log.digests()) == (0, None, {})
    assert log.write("a", map(change, range(2))) == 2
    assert log.size() == 2


def test_feeds_tell_what_a_reader_need_not_fetch_again(served: Served) -> None:
    for path in ("atom", "json", "activities", "activities/0", "ldes", "ldes/0", "activity/0"):
        answer = httpx.get(f"{served.url}feeds/{path}").raise_for_status()
        again = httpx.get(f"{served.url}feeds/{path}", headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", answer.headers["etag"]), path
    atom = httpx.get(f"{served.url}feeds/atom").headers["last-modified"]
    assert httpx.get(f"{served.url}feeds/atom", headers={"If-Modified-Since": atom}).status_code == 304
