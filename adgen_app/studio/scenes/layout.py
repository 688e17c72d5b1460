"""Where text and picture stand in each format."""

from dataclasses import dataclass

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Place
from adgen_app.studio.look.style import Spot


@dataclass(frozen=True, slots=True)
class Layout:
    """The text's box and the picture's circle; they don't overlap."""

    text: Box
    picture: Spot


_LAYOUTS: dict[AspectRatio, tuple[Layout, Layout]] = {
    AspectRatio.VERTICAL: (
        Layout(Box(120, 300, 888, 1090), Spot(540, 1440, 285)),
        Layout(Box(120, 800, 888, 1248), Spot(540, 500, 250)),
    ),
    AspectRatio.PORTRAIT: (
        Layout(Box(84, 110, 996, 770), Spot(540, 1045, 215)),
        Layout(Box(84, 590, 996, 1205), Spot(540, 320, 215)),
    ),
    AspectRatio.SQUARE: (
        Layout(Box(84, 90, 996, 585), Spot(540, 800, 175)),
        Layout(Box(84, 485, 996, 965), Spot(540, 270, 175)),
    ),
    AspectRatio.WIDE: (
        Layout(Box(130, 120, 1130, 930), Spot(1480, 520, 300)),
        Layout(Box(130, 120, 1130, 930), Spot(1480, 520, 300)),
    ),
}
"""Text above the picture, text below it; in landscape side by side."""


def layout(aspect_ratio: AspectRatio, place: Place, *, centred: bool) -> Layout:
    """The layout for a text at a place; centred texts stand on the frame's axis."""
    chosen = _LAYOUTS[aspect_ratio][place is Place.BOTTOM]
    if aspect_ratio is not AspectRatio.WIDE and centred:
        return Layout(on_axis(chosen.text, aspect_ratio), chosen.picture)
    return chosen


def on_axis(box: Box, aspect_ratio: AspectRatio) -> Box:
    """The widest box within this one that is symmetrical to the frame's axis."""
    width = aspect_ratio.size.width
    inset = max(box.left, width - box.right)
    return Box(inset, box.top, width - inset, box.bottom)


def text_only(aspect_ratio: AspectRatio, *, centred: bool) -> Box:
    """The box for a text with nothing beside it."""
    safe = aspect_ratio.safe_area
    box = Box(safe.left, safe.top + 10, safe.right, safe.bottom - 10)
    return on_axis(box, aspect_ratio) if centred else box


def stacked(box: Box, share: float, gap: int) -> tuple[Box, Box]:
    """A box cut in two, one above the other; the upper takes `share` of the height."""
    edge = box.top + round((box.height - gap) * share)
    return Box(box.left, box.top, box.right, edge), Box(box.left, edge + gap, box.right, box.bottom)
