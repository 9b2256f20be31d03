"""Prints `docs/commands.md`, the user's page about the commands, from their own `--help`: make docs."""

from typer.testing import CliRunner

from converters.cli import app

COMMANDS = (
    "convert",
    "validate",
    "query",
    "explain",
    "lexicon check",
    "lexicon try",
    "gazetteer build",
    "gazetteer info",
    "gazetteer verify",
    "review",
    "propose",
    "serve",
    "publish",
)
HEAD = """# Commands

Made from `--help` by `make docs`; a test shows that it is up to date.

"""


def page() -> str:
    """The whole page, as Markdown."""
    return HEAD + "\n".join(_section(command) for command in ("", *COMMANDS))


def _section(command: str) -> str:
    arguments = [*command.split(), "--help"]
    told = CliRunner().invoke(app, arguments, prog_name="eventwire", terminal_width=100, catch_exceptions=False)
    lines = "\n".join(line.rstrip() for line in told.stdout.strip().splitlines())
    return f"## eventwire {command}".rstrip() + f"\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    print(page(), end="")
