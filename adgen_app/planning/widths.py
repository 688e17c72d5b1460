"""How much room a text takes: a Chinese character as much as two Latin letters."""

import unicodedata


def width(text: str) -> int:
    """Room in Latin letters."""
    return sum(2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text)
