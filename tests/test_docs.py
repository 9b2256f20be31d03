"""The documents say what is: commands, changelog, glossary, links, and no path of anybody's machine."""

import importlib.util
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import typer.main

from converters import __version__
from converters.cli import app


def commands_page(project: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("commands_page", project / "docs" / "commands.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tracked(project: Path) -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [project / name for name in listed.decode().split("\0") if name and (project / name).is_file()]


def test_the_page_about_commands_is_what_help_says(project: Path) -> None:
    page = (project / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == commands_page(project).page(), "run `make docs`"


def test_the_page_about_commands_has_every_command(project: Path) -> None:
    assert set(commands_page(project).COMMANDS) == set(commands(typer.main.get_command(app)))


def commands(group: object, above: str = "") -> Iterator[str]:
    """Every command below a group by its full name."""
    for name, command in getattr(group, "commands", {}).items():
        inner = list(commands(command, f"{above}{name} "))
        yield from inner or [f"{above}{name}"]


def test_the_changelog_speaks_of_this_version(project: Path) -> None:
    assert re.search(rf"^## {re.escape(__version__)}\b", (project / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)


def test_every_link_between_documents_leads_somewhere(project: Path) -> None:
    pages = [path for path in tracked(project) if path.suffix == ".md"]
    assert len(pages) >= 8
    for page in pages:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page}: {target}"


def test_every_decision_is_dated_and_decided(project: Path) -> None:
    decisions = list((project / "docs" / "decisions").glob("*.md"))
    assert decisions
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert re.match(r"\d{4}-\d{2}-\d{2}-", path.name), path
        for heading in ("**Question.**", "**Decision.**", "**Why.**", "**Costs.**"):
            assert re.search(re.escape(heading) + r" \w", text), f"{path}: {heading}"


def test_the_readme_opens_with_the_two_commands(project: Path) -> None:
    opening = (project / "README.md").read_text(encoding="utf-8").split("\n## ")[0]
    assert "make demo" in opening
    assert "make test" in opening


def test_no_path_of_a_machine_is_tracked(project: Path) -> None:
    # put together here, so that this file does not find itself
    paths = re.compile("|".join(f"/{folder}/" for folder in ("root", "work", "home")))
    for path in tracked(project):
        if path.suffix in {".py", ".md", ".toml", ".ttl", ".rq", ".yaml", ".json", ".jsonld"}:
            assert not paths.search(path.read_text(encoding="utf-8")), path


def test_seeds_are_in_our_own_words(project: Path) -> None:
    others = project.parent / "shared" / "seeds"
    if not others.is_dir():
        pytest.skip("../shared/seeds is not there: nothing to compare the seeds with")
    ours = sorted((project / "seeds").glob("*.txt"))
    assert len(ours) == 3
    theirs = set().union(*(runs(path) for path in others.glob("*.txt")))
    for path in ours:
        assert not runs(path) & theirs, path


def runs(path: Path, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_the_readme_shows_what_the_release_holds(project: Path) -> None:
    """The counts of claims it prints, and the claim it shows, word for word."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    release = project / "output" / "latest"
    claims = [json.loads(line) for line in (release / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    shown = {name: int(number) for name, number in re.findall(r"converted: seeds/(\S+)\.txt: (\d+) claims", readme)}
    assert shown == Counter(claim["article"] for claim in claims)
    (excerpt,) = re.findall(r"```turtle\n(.*?)```", readme, re.S)
    assert excerpt.partition("\n")[2] in (release / "graph.ttl").read_text(encoding="utf-8")
