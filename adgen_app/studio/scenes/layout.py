"""Where text and picture stand in each format."""

from dataclasses import dataclass

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Place
from adgen_app.studio.look.style import Spot
from adgen_app.studio.scenes.stage import Stage

SIGNATURE = 0.042
"""Height of the brand's name at the top of the safe area, as a share of the shorter side."""
_MARGIN = 110
_BELOW = 0.092
"""Where the texts begin under it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The text's box and the picture's circle; they don't overlap."""

    text: Box
    picture: Spot


_LAYOUTS: dict[AspectRatio, tuple[Layout, Layout]] = {
    AspectRatio.VERTICAL: (
        Layout(Box(120, 392, 888, 1120), Spot(540, 1470, 300)),
        Layout(Box(120, 840, 888, 1248), Spot(540, 590, 205)),
    ),
    AspectRatio.PORTRAIT: (
        Layout(Box(84, 178, 996, 800), Spot(540, 1065, 213)),
        Layout(Box(84, 600, 996, 1205), Spot(540, 360, 195)),
    ),
    AspectRatio.SQUARE: (
        Layout(Box(84, 152, 996, 618), Spot(540, 818, 168)),
        Layout(Box(84, 490, 996, 965), Spot(540, 300, 155)),
    ),
    AspectRatio.WIDE: (
        Layout(Box(130, 140, 1090, 950), Spot(1500, 530, 295)),
        Layout(Box(130, 140, 1090, 950), Spot(1500, 530, 295)),
    ),
}
"""Text above the picture, text below it; in landscape side by side."""


def layout(stage: Stage, place: Place) -> Layout:
    """The layout for a text at a place; centred texts stand on the frame's axis, the others across from the picture."""
    chosen = _LAYOUTS[stage.aspect_ratio][place is Place.BOTTOM]
    text, picture = stage.room(chosen.text), stage.spot(chosen.picture)
    if stage.aspect_ratio is AspectRatio.WIDE:
        return Layout(text, picture)
    if stage.look.centred:
        return Layout(on_axis(text, stage.aspect_ratio), picture)
    aside = stage.aspect_ratio.size.width - _MARGIN - picture.radius
    return Layout(text, picture._replace(x=aside))


def on_axis(box: Box, aspect_ratio: AspectRatio) -> Box:
    """The widest box within this one that is symmetrical to the frame's axis."""
    width = aspect_ratio.size.width
    inset = max(box.left, width - box.right)
    return Box(inset, box.top, width - inset, box.bottom)


def text_only(stage: Stage) -> Box:
    """The box for a text with nothing beside it but the brand's name above."""
    safe = stage.safe
    box = Box(safe.left, safe.top + round(_BELOW * stage.short), safe.right, safe.bottom)
    return on_axis(box, stage.aspect_ratio) if stage.look.centred else box


def stacked(box: Box, share: float, gap: int) -> tuple[Box, Box]:
    """A box cut in two, one above the other; the upper takes `share` of the height."""
    edge = box.top + round((box.height - gap) * share)
    return Box(box.left, box.top, box.right, edge), Box(box.left, edge + gap, box.right, box.bottom)
