"""Where captions stand, and how what a scene shows makes room for them."""

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.studio.look.style import Spot

_TALL = 0.165
_LOW = 0.1
"""Height for two lines, in landscape for one, as a share of the shorter side."""
_GAP = 0.028
"""Between what a scene shows and the band."""
_NAME = 0.075
"""What the brand's name takes at the top, which stays where it is."""
_SMALLER = 0.94
"""A circle gets a little smaller than its place: what is painted in it reaches out of it."""


def band(aspect_ratio: AspectRatio) -> Box:
    """The lowest part of the safe area, in the middle of the frame."""
    safe, (width, height) = aspect_ratio.safe_area, aspect_ratio.size
    inset = max(safe.left, width - safe.right)
    tall = _LOW if aspect_ratio is AspectRatio.WIDE else _TALL
    return Box(inset, safe.bottom - round(tall * min(width, height)), width - inset, safe.bottom)


def above(aspect_ratio: AspectRatio) -> Box:
    """What the band leaves of the safe area."""
    gap = round(_GAP * min(aspect_ratio.size))
    return aspect_ratio.safe_area._replace(bottom=band(aspect_ratio).top - gap)


def cleared(box: Box, aspect_ratio: AspectRatio) -> Box:
    """A box out of the band's way: nearer to the top, in proportion, or what of it lies under the safe area."""
    safe, left = aspect_ratio.safe_area, above(aspect_ratio)
    if box.top + box.bottom > 2 * safe.bottom:
        return box._replace(top=max(box.top, safe.bottom + round(_GAP * min(aspect_ratio.size))))
    still = safe.top + round(_NAME * min(aspect_ratio.size))
    share = (left.bottom - still) / (safe.bottom - still)
    top, bottom = (y if y < still else still + round((y - still) * share) for y in (box.top, box.bottom))
    return box._replace(top=top, bottom=min(bottom, left.bottom))


def cleared_spot(spot: Spot, aspect_ratio: AspectRatio) -> Spot:
    """The same for a circle, which gets smaller."""
    around = Box(0, round(spot.y - spot.radius), 0, round(spot.y + spot.radius))
    kept = cleared(around, aspect_ratio)
    return Spot(spot.x, (kept.top + kept.bottom) / 2, _SMALLER * spot.radius * kept.height / around.height)
