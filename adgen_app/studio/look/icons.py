"""Line icons by keyword: Lucide's, ISC licence in `icons/`."""

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import skia

from adgen_app.studio.look.pen import stroke

_FOLDER = Path(__file__).parent.parent / "icons"
GRID = 24
_COMMON = 400
_CERTAIN = 12.0
_ENOUGH = 3
"""Shorter words say nothing."""


class _Words(TypedDict):
    meant: dict[str, str]
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
def matching(text: str) -> Icon | None:
    """The icon whose name and keywords meet the text's words best; None when no word says anything."""
    scores: dict[str, float] = {}
    said = re.findall(r"[^\W\d_]+", text.lower())
    for rank, word in enumerate(said):
        if meant := _meant().get(_stem(word)):
            scores[meant] = scores.get(meant, 0.0) + _CERTAIN
        bearers = _index().get(_stem(word), ())
        for name, weight in bearers:
            scores[name] = scores.get(name, 0.0) + weight * math.log(_COMMON / len(bearers)) * (
                1.0 + 0.4 * rank / len(said)
            )
    return icon(max(sorted(scores), key=scores.__getitem__)) if scores else None


@cache
def _meant() -> dict[str, str]:
    return {_stem(word): name for word, name in _words()["meant"].items()}


@cache
def _index() -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for name, entry in _table().items():
        parts = name.split("-")
        for part in parts:
            _add(found, part, name, 3.0 / len(parts))
        for tag in entry["tags"]:
            words = tag.split()
            for word in words:
                _add(found, word, name, 1.4 / len(words))
    return found


def _add(found: dict[str, list[tuple[str, float]]], word: str, name: str, weight: float) -> None:
    if len(word) >= _ENOUGH and word not in _words()["idle"]:
        found.setdefault(_stem(word), []).append((name, weight))


def _stem(word: str) -> str:
    return re.sub(r"(ies|ing|es|s|ed|y|e)$", "", word) if len(word) > _ENOUGH + 1 else word


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return json.loads((_FOLDER / "lucide.json").read_text("utf-8"))


@cache
def _words() -> _Words:
    """`meant`: words of advertisements with the icon that a designer would take; `idle`: words that say nothing."""
    return json.loads((_FOLDER / "words.json").read_text("utf-8"))


def _path(strokes: str) -> skia.Path:
    path = skia.Path()
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Q": path.quadTo, "Z": path.close}
    for part in re.findall(r"[MLCQZ][^MLCQZ]*", strokes):
        draw[part[0]](*(float(number) for number in part[1:].split()))
    return path
