"""Signs that are no words: emoji and the invisible letters that hold them together."""

import re
import unicodedata


def without_signs(text: str) -> str:
    """The text with `|` where signs stood: a phrase ends there."""
    text = "".join(" | " if unicodedata.category(c) in ("So", "Sk", "Cs") and c not in "°™®©" else c for c in text)
    return re.sub(r"[\ufe0f\u200d\u20e3]", "", text)
