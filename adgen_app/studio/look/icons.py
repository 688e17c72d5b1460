"""Line icons by keyword: Lucide's, ISC licence in `icons/`."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import skia

from adgen_app.studio.look.pen import stroke

_FOLDER = Path(__file__).parent.parent / "icons"
GRID = 24
_CERTAIN, _GENERAL = 12.0, 4.0
"""Weights of a word that a designer chose an icon for; what the product is called besides counts less."""
_LATER = 0.4
"""In a name the last word says what the thing is."""
_ENOUGH = 3
"""Shorter words say nothing."""
_ENDINGS = (("ies", ("y",)), ("s", ("",)), ("es", ("",)), ("ing", ("e",)), ("ed", ("e",)))
"""Of English words, with what may stand in their place."""
_HEAD_LAST = "\u1100"
"""From here on, scripts whose languages say last what a thing is."""
_SCRIPTS = "\u0370"
"""From here on, scripts whose words join, take small ones before them or change their ends: found within others."""
_FILMED = re.compile(
    r"\b(?:camera|(?:\w+ )?light(?:ing)?|lens|shot|close-up|macro|push-in|slow|portrait|split screen|plain ground)\b"
)
"""Words of those who film, not of what is filmed."""
_MANNERS = frozenset({"truck", "gift", "ticket-percent", "hand-heart", "leaf"})
"""Icons for how a thing is sold or made, where others say what it is."""
_BESIDES = re.compile(r"(?<=\w) (?:(?:in|on|near|around|at|for) (?:the )?(?=[A-Z]).*$|(?:without|no) \w+)")
"""Where a thing is, for whom, what it is without: no part of what it is."""
_DENIED = re.compile(r"(?:no|zero|without|never) ", re.IGNORECASE)
_LATIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class _Words(TypedDict):
    meant: dict[str, str]
    leading: list[str]
    abroad: dict[str, str]
    general: list[str]
    idle: list[str]


@dataclass(frozen=True, slots=True)
class Icon:
    """Strokes on a grid of 24."""

    name: str
    strokes: tuple[skia.Path, ...]

    def draw(
        self, canvas: skia.Canvas, x: float, y: float, radius: float, paint_of: tuple[int, float], drawn: float = 1.0
    ) -> None:
        """Draw `drawn` (0..1) of it around a point; `paint_of` is colour and line width on the grid."""
        if drawn <= 0:
            return
        argb, width = paint_of
        paint = stroke(argb, width)
        if drawn < 1:
            paint.setPathEffect(skia.TrimPathEffect.Make(0.0, min(0.999, drawn)))
        canvas.save()
        canvas.translate(x - radius, y - radius)
        canvas.scale(2 * radius / GRID, 2 * radius / GRID)
        for path in self.strokes:
            canvas.drawPath(path, paint)
        canvas.restore()


@cache
def icon(name: str) -> Icon:
    """An icon by its name."""
    return Icon(name, tuple(_path(strokes) for strokes in _table()[name]["strokes"]))


@cache
def matching(text: str, language: str = "en") -> Icon | None:
    """The icon that a designer would take for a word of the text; None when no word is sure to mean something."""
    if language != "en":
        return _abroad(text)
    if _DENIED.match(text):
        return None
    scores: dict[str, float] = {}
    said = _said(text)
    for rank, word in enumerate(said):
        deed = rank == 0 and len(said) > 1 and word in _words()["leading"]
        if meant := None if deed else _found(word, _words()["meant"]):
            weight = _GENERAL if word in _words()["general"] else _CERTAIN
            scores[meant] = scores.get(meant, 0.0) + weight * (1.0 + _LATER * rank / len(said))
    return icon(max(sorted(scores), key=scores.__getitem__)) if scores else None


@cache
def akin(text: str, language: str = "en") -> Icon | None:
    """The icon that fits a product's name: one that `matching` finds, or else one with a word of it among its own."""
    if language != "en":
        return _abroad(text)
    named = (_found(word, _index()) for word in reversed(_said(text)))
    return matching(text) or next((icon(name) for name in named if name), None)


@cache
def filmed(visual: str) -> Icon | None:
    """The icon for what a camera is told to show."""
    return matching(_FILMED.sub(" ", visual))


def _abroad(text: str) -> Icon | None:
    """By words of other languages, as English ones mean something else there: "gift", "pain", "salon".

    What is sold comes first in most of them; in Chinese, Japanese, Korean, as in English, last.
    """
    low = text.lower()
    said = {match[0]: match.start() for match in reversed(list(_LATIN.finditer(low)))}
    places = (
        (low.find(word) if word[0] >= _SCRIPTS else said.get(word, -1), name)
        for word, name in _words()["abroad"].items()
    )
    found = [(place, name) for place, name in places if place >= 0]
    things = [(place, name) for place, name in found if name not in _MANNERS] or found
    sold = max if low >= _HEAD_LAST else min
    return icon(sold(things)[1]) if found else None


def _said(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", _BESIDES.sub("", text).lower())


def _found(word: str, meanings: dict[str, str]) -> str | None:
    return next((meanings[form] for form in _forms(word) if form in meanings), None)


def _forms(word: str) -> list[str]:
    """The word, then what it may be a form of: "puppies" of puppy, "baking" of bake; "part" of nothing."""
    forms = [word, f"{word}s"] if len(word) > _ENOUGH else [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _ENOUGH:
            forms += [word.removesuffix(ending) + letter for letter in instead]
    return forms


@cache
def _index() -> dict[str, str]:
    """Names of one word first, then tags of one word, which several icons may share: the first has it."""
    found: dict[str, str] = {}
    for name in _table():
        _add(found, name, name)
    for name, entry in _table().items():
        for tag in entry["tags"]:
            _add(found, tag, name)
    return found


def _add(found: dict[str, str], word: str, name: str) -> None:
    if word.isalpha() and len(word) >= _ENOUGH and word not in _words()["idle"]:
        found.setdefault(word, name)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return json.loads((_FOLDER / "lucide.json").read_text("utf-8"))


@cache
def _words() -> _Words:
    """Words with the icon that a designer would take, those of them that leave it to others, words that say nothing."""
    return json.loads((_FOLDER / "words.json").read_text("utf-8"))


def _path(strokes: str) -> skia.Path:
    path = skia.Path()
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Q": path.quadTo, "Z": path.close}
    for part in re.findall(r"[MLCQZ][^MLCQZ]*", strokes):
        draw[part[0]](*(float(number) for number in part[1:].split()))
    return path
