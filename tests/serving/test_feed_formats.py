"""Atom and ActivityStreams as their standards have them, by rules that are tried on the validators' examples."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
from lxml import etree

from tests.serving.conftest import PROJECT

CONFORMANCE = PROJECT.parent / "shared" / "conformance"
SCHEMA = json.loads((PROJECT / "tests" / "fixtures" / "activitystreams.schema.json").read_text(encoding="utf-8"))
ATOM = "{http://www.w3.org/2005/Atom}"
_ONCE = {
    "feed": ("id", "title", "updated", "subtitle", "generator", "icon", "logo", "rights"),
    "entry": ("id", "title", "updated", "published", "rights", "summary", "content", "source"),
    "source": ("id", "title", "updated", "subtitle", "generator", "icon", "logo", "rights"),
    "author": ("name", "uri", "email"),
    "contributor": ("name", "uri", "email"),
}
_NEEDED = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated"), "author": ("name",)}
_NEEDED |= {"contributor": _NEEDED["author"], "source": ()}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def atom_faults(text: bytes) -> Iterator[tuple[str, str]]:
    """What breaks RFC 4287 (4.1.1, 4.1.2, 3.2, 3.3, 4.2.7), as W3C's validator calls it, with the element."""
    root = etree.fromstring(text)
    for node in root.iter(*(ATOM + name for name in _ONCE)):
        kind = etree.QName(node).localname
        counted = Counter(etree.QName(child).localname for child in node.iterchildren(f"{ATOM}*"))
        yield from (("MissingElement", name) for name in _NEEDED[kind] if not counted[name])
        yield from (("DuplicateElement", name) for name in _ONCE[kind] if counted[name] > 1)
    if root.find(f"{ATOM}author") is None:
        entries = root.findall(f"{ATOM}entry")
        yield from (("MissingElement", "author") for entry in entries if entry.find(f".//{ATOM}author") is None)
    for node in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        if not _is_time((node.text or "").strip()):
            yield "InvalidRFC3339Date", etree.QName(node).localname
    ids = Counter(node.text for node in root.findall(f"{ATOM}entry/{ATOM}id"))
    yield from (("DuplicateEntries", "id") for number in ids.values() if number > 1)
    yield from (("MissingHref", "link") for node in root.iter(f"{ATOM}link") if not node.get("href"))


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return bool(_TIME.fullmatch(text))


def examples() -> list[tuple[Path, bool, str, str]]:
    """The validator's examples of those faults: file, whether it has it, fault, element."""
    found = []
    for path in sorted((CONFORMANCE / "feedvalidator" / "atom").rglob("*.xml")):
        said = re.search(
            r"Expect:\s*(!?)(MissingElement|DuplicateElement|InvalidRFC3339Date|DuplicateEntries|MissingHref)"
            r"\{[^}]*element:(\w+)",
            path.read_text(encoding="utf-8", errors="replace"),
        )
        if said and not path.match("*modified*"):  # those are of Atom 0.3
            found.append((path, not said[1], said[2], said[3]))
    return found


def test_the_rules_find_what_the_validator_finds() -> None:
    cases = examples()
    if not cases:
        pytest.skip("../shared/conformance/feedvalidator is not there")
    wrong = []
    for path, has, fault, element in cases:
        try:
            found = (fault, element) in set(atom_faults(path.read_bytes()))
        except etree.XMLSyntaxError:
            continue
        if found != has:
            wrong.append((path.name, fault, element))
    assert len(cases) > 70
    assert not wrong


@pytest.mark.parametrize("path", ["feeds/atom", "feeds/query/atom?name=timeline"])
def test_our_atom_breaks_no_rule(server: str, path: str) -> None:
    answer = httpx.get(server + path).raise_for_status()
    assert list(atom_faults(answer.content)) == []
    root = etree.fromstring(answer.content)
    assert root.findall(f"{ATOM}entry")
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    itself = {link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"}
    assert itself == {server + path}
    assert all(re.match(r"\w+:", str(node.text)) for node in root.iter(f"{ATOM}id"))


def valid(document: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(document))


def test_the_schema_tells_good_activitystreams_from_bad() -> None:
    folder = CONFORMANCE / "activitystreams" / "test"
    if not folder.is_dir():
        pytest.skip("../shared/conformance/activitystreams is not there")
    good = [path for path in folder.glob("*.json") if not path.match("simple*")]  # those are drafts of 1.0
    refused = [path.name for path in good if not valid(json.loads(path.read_text(encoding="utf-8"), strict=False))]
    taken = []
    for path in (folder / "fail").glob("*.json"):
        text = path.read_bytes()
        try:
            taken += [path.name] if valid(json.loads(text.decode(), strict=False)) else []
        except UnicodeDecodeError:
            assert path.name == "bad-character-set.json"
    assert len(good) > 150
    assert (refused, taken) == ([], [])


def test_our_activitystreams_keep_to_it(server: str) -> None:
    collection = httpx.get(f"{server}feeds/activities").json()
    page = httpx.get(collection["first"]).json()
    one = httpx.get(f"{server}feeds/activity/0", headers={"Accept": "application/activity+json"})
    assert one.headers["content-type"].startswith("application/activity+json")
    assert one.json() in [{"@context": page["@context"], **item} for item in page["orderedItems"]]
    for document in (collection, page, one.json()):
        assert valid(document)
        assert not valid({**document, "name": 1})
