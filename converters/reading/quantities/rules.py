"""What a worded quantity means: its number or range, its bound and its unit (CONTRACT section 4, `quantities`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from converters.reading.model import Bound
from converters.reading.quantities.words import QuantityWords
from converters.reading.wordpatterns import Hit

_LARGE = 1000
_GROUPED = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
"""The blank that parts thousands ("12 000")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range with its bound; `unit` and `dimension` only where a measure or a currency is named."""

    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    dimension: str | None


def amount_of(hit: Hit, words: QuantityWords) -> Amount:
    """The meaning of a hit of the rules `number`, `range` and `vague`."""
    dimension, unit = _measure(hit.parts, words)
    match hit.rule:
        case "number":
            value = number(hit.parts["num"], words) * hit.parts.get("short", 1)
            bound: Bound = hit.parts.get("after") or hit.parts.get("bound") or "exact"
            if value >= words.coins.get(unit or "", inf):
                dimension = "MONEY"  # "pledged 200 million pounds"
            return Amount(value, *_ends(value, bound), bound, unit, dimension)
        case "range":
            low, high = _scaled(number(hit.parts["num"], words), hit.parts["num2"], words)
            scale = hit.parts.get("short2", 1)  # "$2m to $3m", "$2 to $3m"
            low, high = low * hit.parts.get("short", scale), high * scale
            return Amount(None, low, high, "approximate", unit, dimension)
    return Amount(None, None, None, "vague", unit, dimension)


def surpassed(amount: Amount) -> Amount:
    """More than an amount, where no word before it bounds it otherwise."""
    if amount.bound != "exact" or amount.value is None:
        return amount
    low, high = _ends(amount.value, "more_than")
    return replace(amount, low=low, high=high, bound="more_than")


def after_change(hit: Hit) -> Hit:
    """Of a change from one number to another the number that holds now ("rose from 20 to 30")."""
    parts = {name: part for name, part in hit.parts.items() if name in {"measure", "currency2"}}
    where = {name: hit.where[name] for name in parts} | {"num": hit.where["num2"]}
    return Hit("number", min(w[0] for w in where.values()), hit.end, parts | {"num": hit.parts["num2"]}, where)


def _measure(parts: Mapping[str, Any], words: QuantityWords) -> tuple[str | None, str | None]:
    for name in ("measure", "measure2"):
        if name in parts:
            return words.units[parts[name]]
    if "spans" in parts:
        return "TIME", parts["spans"]
    currency = parts.get("currency") or parts.get("currency2")
    return ("MONEY", currency) if currency else (None, None)


def _ends(value: float, bound: Bound) -> tuple[float | None, float | None]:
    """The ends that a bound leaves: both for an exact number, none for an approximate one."""
    match bound:
        case "exact":
            return value, value
        case "more_than" | "at_least":
            return value, None
        case "less_than" | "at_most" | "nearly":
            return None, value
    return None, None


def _scaled(low: float, text: str, words: QuantityWords) -> tuple[float, float]:
    """The ends of a range; "2 to 3 million" gives the scale only once."""
    high = number(text, words)
    scales = [s for word, s in words.patterns.words["SCALE"].items() if word in text.split()]
    if scales and low * max(scales) <= high and low < _LARGE:
        return low * max(scales), high
    return low, high


def number(text: str, words: QuantityWords) -> float:
    """The value of a number in digits or words: "1,027", "2.5 billion", "twenty-five", "half a million"."""
    cardinals, scales = words.patterns.words["CARDINAL"], words.patterns.words["SCALE"]
    total, current = 0.0, 0.0
    for word in re.findall(r"\d[\d,.]*|[a-z]+", _GROUPED.sub("", text.lower())):
        if word in scales:
            current = (current or 1) * scales[word]
            if scales[word] >= _LARGE:
                total, current = total + current, 0.0
        elif word in cardinals:
            current += cardinals[word]
        elif word[0].isdigit():
            current += float(word.replace(",", ""))
        else:
            current += words.patterns.tables["parts"][word]
    return total + current
