"""A headline beside the product's photo."""

from pathlib import Path
from typing import NamedTuple

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Place
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.column import column
from adgen_app.studio.scenes.layout import on_axis
from adgen_app.studio.scenes.product import BELOW, product, shape
from adgen_app.studio.scenes.stage import Drawing, Stage, beats, paired
from adgen_app.studio.scenes.staging import Staging

_TALL = 0.8
"""Width to height below which a product stands beside the texts in a square."""


class _Places(NamedTuple):
    text: Box
    product: Box


_ABOVE: dict[AspectRatio, _Places] = {
    AspectRatio.VERTICAL: _Places(Box(120, 392, 888, 790), Box(90, 820, 990, 1690)),
    AspectRatio.PORTRAIT: _Places(Box(84, 150, 996, 500), Box(110, 530, 970, 1270)),
    AspectRatio.SQUARE: _Places(Box(84, 130, 996, 420), Box(170, 440, 910, 1020)),
    AspectRatio.WIDE: _Places(Box(130, 140, 960, 950), Box(1000, 80, 1830, 990)),
}
_BELOW: dict[AspectRatio, _Places] = {
    AspectRatio.VERTICAL: _Places(Box(120, 930, 888, 1248), Box(140, 350, 940, 900)),
    AspectRatio.PORTRAIT: _Places(Box(84, 850, 996, 1205), Box(140, 140, 940, 810)),
    AspectRatio.SQUARE: _Places(Box(84, 690, 996, 965), Box(200, 125, 880, 660)),
    AspectRatio.WIDE: _ABOVE[AspectRatio.WIDE],
}
_OVER_CAPTIONS = _Places(Box(120, 392, 888, 1248), BELOW)
"""In 9:16, where captions part the texts from the product."""
_ASIDE = _Places(Box(84, 130, 570, 965), Box(590, 110, 1050, 1010))
"""In a square, for a product that is tall."""


def presented(stage: Stage, photo: Path, tone: Tone, biggest: float, place: Place | None = None) -> Staging:
    """Pairs of headline and support come and go, the product stays; `place` is the texts', or else as they say."""
    pairs = paired(stage.scene.overlays)
    places = _places(stage, photo, place or pairs[0][0].place)
    drawings: list[Drawing] = product(stage, photo, places.product, tone)
    for beat in beats(stage, len(pairs)):
        pair = pairs[beat.number % len(pairs)]
        drawings += column(stage, pair, places.text, beat, tone=tone, biggest=stage.short * biggest).drawings
    return Staging(tone, tuple(drawings))


def _places(stage: Stage, photo: Path, place: Place) -> _Places:
    if stage.aspect_ratio is AspectRatio.SQUARE and shape(photo) < _TALL:
        return _Places(stage.room(_ASIDE.text), stage.room(_ASIDE.product))
    chosen = (_BELOW if place is Place.BOTTOM else _ABOVE)[stage.aspect_ratio]
    if stage.captioned and stage.aspect_ratio is AspectRatio.VERTICAL:
        chosen = _OVER_CAPTIONS
    text, zone = stage.room(chosen.text), stage.room(chosen.product)
    if stage.look.centred and stage.aspect_ratio is not AspectRatio.WIDE:
        return _Places(on_axis(text, stage.aspect_ratio), zone)
    return _Places(text, zone)
