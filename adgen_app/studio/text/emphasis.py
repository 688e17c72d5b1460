"""Which words of a headline stand out."""

import re
from collections.abc import Sequence

from adgen_app.studio.text.fit import Placed

_FIGURE = re.compile(r"\d")
_BARE = re.compile(r"[^\w]+")
_LONG = 4


def stressed(words: Sequence[Placed]) -> frozenset[int]:
    """Orders of the words with figures or, without any, of the last long word; none in a text of one word."""
    if len(words) < 2:
        return frozenset()
    figures = frozenset(word.order for word in words if _FIGURE.search(word.text))
    if figures and len(figures) < len(words):
        return figures
    long = [word.order for word in words if len(_BARE.sub("", word.text)) >= _LONG]
    return frozenset(long[-1:])
