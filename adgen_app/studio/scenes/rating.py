"""Stars that a text gives, read from its own words."""

import re

BEST = 5
_FIGURE = r"(?<![\d.,/])(?P<{}>[0-5](?:[.,]\d)?)"
_STAR = r"(?:stars?|sterne?n?|étoiles?|estrellas?|estrelas?|stelle|sterren)\b|つ?星|★|⭐"
_STATED = re.compile(
    rf"{_FIGURE.format('stars')}[\s-]?(?:{_STAR})"
    rf"|{_FIGURE.format('share')}\s?(?:/|out of)\s?5(?![\d.,/]\d|\s+of\b|\d)"
    r"|\b(?P<word>one|two|three|four|five)[\s-]stars?\b"
    r"|(?P<signs>[★⭐]+)",
    re.IGNORECASE,
)
_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}


def rating(text: str) -> float:
    """How many of five stars the text says; 0 when it says nothing of the kind."""
    match = _STATED.search(text)
    if match is None:
        return 0.0
    if match["word"]:
        return _WORDS[match["word"].lower()]
    if match["signs"]:
        return float(min(BEST, len(match["signs"])))
    return min(float(BEST), float((match["stars"] or match["share"]).replace(",", ".")))
