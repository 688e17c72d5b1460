"""The figure in a brief that is worth a scene of its own."""

import re

from adgen_app.planning.reading import Number

_FIGURE = r"(?P<value>\d{1,3}(?:,\d{3})+\+?|\d+(?:\.\d+)?\s?(?:%|x|k|m)?\+?)"
_LAST = re.compile(
    (
        rf"^(?P<meaning>\S+ .{{3,30}}?) (?:for |in |over |up to |within |just |only |of |all )*{_FIGURE} "
        r"(?P<unit>hours?|days?|weeks?|months?|years?|minutes?|mins?|seconds?|washes|miles|km|countries)(?P<more> "
        r"a (?:day|week))?$"
    ),
    re.IGNORECASE,
)
_FIRST = re.compile(
    (
        rf"^(?:over |more than |up to |nearly |almost )?{_FIGURE}(?P<unit>-(?:hour|day|minute|year|month|week)| "
        r"(?:km|miles|kg|ml|mah|mp|hours?|days?|nights?|weeks?|months?|minutes?|years?|inch|inches|litres?|watts?)"
        r"(?= of | [a-z]))? "
        rf"(?P<meaning>[a-z][\w', -]{{3,30}})$"
    ),
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"^(?:am|pm|a\.m|p\.m|o'clock|street|st|road|rd|avenue|ave|lane|for|to|till|until|of)\b", re.IGNORECASE
)
_UNFINISHED = re.compile(
    r"(?:^\S+|\b(?:for|in|of|up|to|by|within|every|at))$|^(?:at|in|on|for|with|from|by) ", re.IGNORECASE
)
_UNIT = re.compile(r"^(?:minutes?|hours?|days?|weeks?|months?|years?|nights?|miles|km)$", re.IGNORECASE)
_ONE_OF_MANY = re.compile(r"[ -](?:hour|day|night|week|month|minute|year|watt|litre)$", re.IGNORECASE)
"""Stands alone as "12 months", though the brief says "12 month warranty" or "12-month warranty"."""
_UNKNOWN = re.compile(
    r"[a-z]+[^s\W](?<!range)(?<!warranty)(?<!guarantee)(?<!battery)(?<!trial)(?<!life)(?<!comfort)(?<!capacity)",
    re.IGNORECASE,
)
"""A measure that few know: "22 momme"."""
_OF_EACH = re.compile(r"-")
"""Measures each of many: "10-minute lessons" are no 10 minutes."""
_TWO_FIGURES = 2
_AT_MOST = re.compile(r"\b(?:up to|as much as|nearly|almost|close to) \d", re.IGNORECASE)
_MERE = re.compile(r"^(?:pages|colou?rs|sizes|pieces)$|\band\b|, |^per\b", re.IGNORECASE)
"""Counts what nobody is proud of, or two things at once."""
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def find_number(features: list[str]) -> Number | None:
    """The first feature that is a figure with a meaning."""
    return next((number for feature in features if (number := _number(feature))), None)


def _number(feature: str) -> Number | None:
    if _AT_MOST.search(feature):
        return None  # alone, the figure would promise more than the brief does
    if (match := _LAST.match(feature)) and not _UNFINISHED.search(match["meaning"]):
        return Number(f"{match['value']} {match['unit']}{match['more'] or ''}", match["meaning"], feature)
    match = _FIRST.match(feature)
    if (
        not match
        or _CLOCK.match(match["meaning"])
        or _UNIT.match(match["meaning"])
        or _YEAR.match(match["value"])
        or _MERE.search(match["meaning"])
        or _UNKNOWN.fullmatch(match["meaning"])
        or (_OF_EACH.match(match["unit"] or "") and match["meaning"].split()[0].endswith("s"))
        or len(match["value"]) < _TWO_FIGURES
    ):
        return None
    unit = match["unit"] or ""
    plural = "s" if _ONE_OF_MANY.match(unit) and match["value"] != "1" else ""
    return Number(f"{match['value']}{unit.replace('-', ' ')}{plural}", match["meaning"], feature)
