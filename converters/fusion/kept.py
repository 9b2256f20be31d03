"""Chains kept from run to run, once fused: a new article then costs the chains that it is tied to.

What becomes of a chain follows from its accounts, those from their articles, the settings and the code; all of them
name it, so a change of any makes another chain.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from converters.errors import BadData
from converters.fusion.chains import Chain
from converters.fusion.model import ClaimRef, Fused, Origin
from converters.iris import fingerprint
from converters.linking.kept import READ_BY, code, write_at_once
from converters.linking.model import LinkedReading

Fuse = Callable[[Chain], Fused]


class KeptChains:
    """What chains became: those found `before`, and those of this run, of whose articles' positions nothing is kept."""

    def __init__(self, before: dict[str, Fused]) -> None:
        self.before = before
        self.now: dict[str, Fused] = {}

    def fused(self, chain: Chain, readings: Sequence[LinkedReading], fuse: Fuse) -> Fused:
        """What became of a chain of accounts in the articles `readings`: as kept, or else by `fuse`."""
        articles = sorted({profile.article for profile in chain.accounts.values()})
        name = _name(chain, readings)
        if name in self.before:
            self.now[name] = self.before[name]
            return _moved(self.now[name], articles.__getitem__)
        found = fuse(chain)
        self.now[name] = _moved(found, articles.index)
        return found


@contextmanager
def kept_chains(folder: Path, state: str) -> Iterator[KeptChains]:
    """The chains in `folder`, `state` says in a word with what they were made; on leaving, those of this run.

    Raises BadData, naming the file, if that holds no chains.
    """
    path = folder / f"chains-{fingerprint(state, code(*READ_BY, 'fusion'), length=32)}.json"
    try:
        kept = KeptChains(_adapter().validate_json(path.read_bytes()))
    except FileNotFoundError:
        kept = KeptChains({})
    except ValidationError as error:
        raise BadData(f"{path}: no kept chains, remove it: {error.errors()[0]['msg']}") from error
    yield kept
    write_at_once(path, _adapter().dump_json(kept.now))


def _name(chain: Chain, readings: Sequence[LinkedReading]) -> str:
    """A chain by its accounts: events of articles, as they were read."""
    told = ((readings[profile.article].reading.article, profile.event) for profile in chain.accounts.values())
    return fingerprint(*(f"{article.digest} {article.stem} {event}" for article, event in told), length=32)


def _moved(fused: Fused, position: Callable[[int], int]) -> Fused:
    """The same with other positions of the articles."""

    def ref(old: ClaimRef) -> ClaimRef:
        return position(old[0]), old[1]

    def origin(old: Origin) -> Origin:
        return old if old.copied is None else replace(old, copied=ref(old.copied))

    return Fused(
        tuple(replace(event, claims=tuple(map(ref, event.claims))) for event in fused.events),
        tuple(replace(one, a=ref(one.a), b=ref(one.b)) for one in fused.relations),
        tuple((ref(one), origin(found)) for one, found in fused.origins),
    )


@cache
def _adapter() -> TypeAdapter[dict[str, Fused]]:
    return TypeAdapter(dict[str, Fused])
