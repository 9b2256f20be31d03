"""Joins what shares a key: of all accounts under one key, those that can be one event become one.

The accounts of a key are met in the order of their times, so that only those whose times still can meet are compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from converters.fusion.cluster import Clusters
from converters.fusion.profile import Profile
from converters.fusion.ties import Blocks, Strength
from converters.fusion.voices import ALIKE
from converters.fusion.wording import one_quotation

FIGURES = 2
"""Counts of one event on one day at one place differ by no more than this factor."""


def settle(shared: Blocks, found: Mapping[int, Profile], clusters: Clusters) -> None:
    """Joins accounts that share one of their keys, the strongest keys first."""
    for strength, by_key in shared.items():
        for key, block in by_key.items():
            match strength:
                case Strength.WORDING:
                    _repeat(block, key, found, clusters)
                case Strength.QUOTATION:
                    _quote(block, key, found, clusters)
                case Strength.VAGUE:
                    _mean(block, key, found, clusters)
                case _:
                    _meet(block, key, strength, clusters)


def _by_time(block: Iterable[int], clusters: Clusters) -> list[int]:
    """The clusters of some accounts, by the day from which they can be."""
    return sorted({clusters.root(n) for n in block}, key=lambda n: (clusters.summaries[n].begun, n))


def _meet(block: Sequence[int], key: str, strength: Strength, clusters: Clusters) -> None:
    """Each cluster joins the first that it fits, of those that are not over before it began."""
    weak = strength not in {Strength.STRONG, Strength.DISPUTED}
    fits = clusters.rivals if strength is Strength.DISPUTED else clusters.fits
    factor = FIGURES if strength in {Strength.DAY_AND_PLACE, Strength.DISPUTED} else 1
    heads: list[int] = []
    for number in _by_time(block, clusters):
        mine = clusters.summaries[number]
        heads = [head for head in heads if clusters.summaries[head].over >= mine.begun]
        for n, head in enumerate(heads):
            if not (weak and clusters.summaries[head].articles & mine.articles) and fits(head, number, factor):
                heads[n] = clusters.join(head, number, key)
                break
        else:
            heads.append(number)


def _mean(block: Sequence[int], key: str, found: Mapping[int, Profile], clusters: Clusters) -> None:
    """An account that says neither whom nor where joins the only cluster of the block that it fits."""
    vague = [n for n in block if found[n].vague]
    told = _by_time((n for n in block if not (found[n].vague or found[n].lasting)), clusters)
    last_over = list(accumulate((clusters.summaries[n].over for n in told), max))
    for number in vague if told else ():
        begun = clusters.summary(number).begun
        fitting: list[int] = []
        for n in range(len(told) - 1, -1, -1):
            if len(fitting) > 1 or last_over[n] < begun:
                break
            if clusters.root(told[n]) not in fitting and clusters.fits(told[n], number):
                fitting.append(clusters.root(told[n]))
        if len(fitting) == 1:
            clusters.join(fitting[0], number, key)


def _repeat(block: Sequence[int], key: str, found: Mapping[int, Profile], clusters: Clusters) -> None:
    """The same sentence of one speaker in several articles is the same event."""
    wordings: dict[tuple[str, ...], int] = {}
    for number in block:
        profile = found[number]
        same = wordings.setdefault(profile.wording, number)
        for other in (same,) if same != number else wordings.values():
            if _alike(found[other], profile) and clusters.fits(other, number):
                clusters.join(other, number, key)
                break


def _quote(block: Sequence[int], key: str, found: Mapping[int, Profile], clusters: Clusters) -> None:
    """Two wordings of what one speaker said are one utterance."""
    quotations: dict[frozenset[str], int] = {}
    for number in block:
        quoted = found[number].quotation
        first = quotations.setdefault(quoted, number)
        for other in (first,) if first != number else quotations.values():
            if other != number and one_quotation(quoted, found[other].quotation) and clusters.fits(other, number):
                clusters.join(other, number, key)
                break


def _alike(a: Profile, b: Profile) -> bool:
    """The same sentence in two articles, by its words."""
    if a.article == b.article or a.type != b.type:
        return False
    if a.wording == b.wording:
        return True
    mine, yours = set(a.wording), set(b.wording)
    return len(mine & yours) >= ALIKE * len(mine | yours)
