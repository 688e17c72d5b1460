"""Features: a headline and its points, each with its icon."""

from dataclasses import dataclass

import skia

from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Overlay
from adgen_app.studio.look.icons import icon, matching
from adgen_app.studio.look.motion import in_cubic, out_cubic, out_expo, ramp
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.pen import fill
from adgen_app.studio.scenes.column import shown
from adgen_app.studio.scenes.layout import stacked, text_only
from adgen_app.studio.scenes.pictured import pictured
from adgen_app.studio.scenes.product import BELOW, product
from adgen_app.studio.scenes.sign import ghost
from adgen_app.studio.scenes.stage import Beat, Drawing, Stage, beats
from adgen_app.studio.scenes.staging import Staging
from adgen_app.studio.text.words import rtl

_TONE = Tone.BASE


@dataclass(frozen=True, slots=True)
class _Row:
    overlay: Overlay
    box: Box
    start: float
    active: Beat


def direct(stage: Stage) -> Staging:
    """The headline stands; the points come in one by one, the current one lit."""
    title, *points = stage.scene.overlays
    if not points:
        return pictured(stage, _TONE, own_icons=False)
    photo = stage.photo
    upper, lower = _boxes(stage)
    upper, zone = _shared(stage, upper) if photo else (upper, upper)
    drawings: list[Drawing] = product(stage, photo, zone, _TONE) if photo else []
    for beat in beats(stage, 1) if stage.seconds < 9 else beats(stage, max(1, round(stage.seconds / 9))):
        if not photo:
            drawings.append(ghost(stage, stage.icon(), _TONE, beat))
        head = stage.block(
            title.text,
            upper,
            tone=_TONE,
            biggest=stage.short * _biggest(stage),
            lines=3,
            anchor=_anchor(stage),
            animation=title.animation,
        )
        drawings.append(shown(head, beat.start + 0.05, beat.end))
        drawings += [_row(stage, row, beat.end) for row in _rows(stage, points, lower, beat)]
    return Staging(_TONE, tuple(drawings))


def _biggest(stage: Stage) -> float:
    """In landscape the headline has a half of the frame to itself, unless a photo shares it."""
    return 0.17 if stage.aspect_ratio is AspectRatio.WIDE and not stage.photo else 0.115


def _anchor(stage: Stage) -> float:
    return 0.5 if stage.aspect_ratio is AspectRatio.WIDE else 1.0


def _boxes(stage: Stage) -> tuple[Box, Box]:
    safe = text_only(stage)
    if stage.aspect_ratio is AspectRatio.WIDE:
        middle = safe.left + round(safe.width * 0.44)
        return Box(safe.left, safe.top, middle - 40, safe.bottom), Box(middle + 40, safe.top, safe.right, safe.bottom)
    return stacked(safe, 0.3, round(stage.short * 0.05))


def _shared(stage: Stage, box: Box) -> tuple[Box, Box]:
    """The headline's box, shared with the product: under it, or at its right where there is no room under it."""
    if stage.aspect_ratio is AspectRatio.VERTICAL:
        return box, BELOW
    if stage.aspect_ratio is AspectRatio.WIDE:
        return stacked(box, 0.36, round(stage.short * 0.03))
    edge = box.left + round(box.width * 0.62)
    return box._replace(right=edge - 30), Box(edge, box.top - round(stage.short * 0.07), box.right, box.bottom)


def _rows(stage: Stage, points: list[Overlay], box: Box, beat: Beat) -> list[_Row]:
    gap = round(stage.short * 0.022)
    tall = min(round(stage.short * 0.19), (box.height - gap * (len(points) - 1)) // len(points))
    used = tall * len(points) + gap * (len(points) - 1)
    top = box.top + ((box.height - used) // 2 if stage.aspect_ratio is AspectRatio.WIDE else 0)
    first = beat.start + 0.55
    share = (beat.end - 0.4 - first) / len(points)
    step = min(share, 0.9)
    rows: list[_Row] = []
    for at, overlay in enumerate(points):
        place = Box(box.left, top + at * (tall + gap), box.right, top + at * (tall + gap) + tall)
        rows.append(_Row(overlay, place, first + at * step, Beat(at, first + at * share, first + (at + 1) * share)))
    return rows


def _row(stage: Stage, row: _Row, end: float) -> Drawing:
    look, colours, box = stage.look, stage.palette(_TONE), row.box
    mirrored = rtl(row.overlay.text)
    chip = box.height * 0.32
    inset = round(box.height * 0.95)
    inner = Box(box.left + (0 if mirrored else inset), box.top, box.right - (inset if mirrored else 0), box.bottom)
    inner = Box(
        inner.left + round(28 * mirrored), inner.top + 14, inner.right - (28 * (not mirrored)), inner.bottom - 14
    )
    text = stage.block(
        row.overlay.text,
        inner,
        tone=_TONE,
        biggest=stage.short * 0.066,
        lines=2,
        headline=False,
        align=1.0 if mirrored else 0.0,
    )
    picture = matching(row.overlay.text, stage.language) or icon("check")
    centre = (box.right - box.height / 2 if mirrored else box.left + box.height / 2, (box.top + box.bottom) / 2)
    corner = look.corner * box.height
    panel = colours.ground.mix(colours.glow, 0.5)

    def draw(canvas: skia.Canvas, t: float) -> None:
        if not row.start <= t < end:
            return
        come = out_expo(ramp(t, row.start, 0.6))
        gone = in_cubic(ramp(t, end - 0.3, 0.3))
        lit = ramp(t, row.active.start, 0.25) * (1 - ramp(t, row.active.end, 0.25))
        canvas.save()
        canvas.translate((1 - come) * stage.short * (-0.35 if mirrored else 0.35), -gone * 46)
        rect = skia.Rect.MakeLTRB(*box).makeOutset(6 * lit, 6 * lit)
        canvas.drawRoundRect(rect, corner, corner, fill(panel.argb(0.92 * come * (1 - gone))))
        grown = chip * (0.92 + 0.14 * lit)
        shape = skia.Rect.MakeXYWH(centre[0] - grown, centre[1] - grown, 2 * grown, 2 * grown)
        round_by = max(look.corner * 2, 0.0) * grown
        canvas.drawRoundRect(shape, round_by, round_by, fill(colours.accent.argb(come * (1 - gone))))
        drawn = out_cubic(ramp(t, row.start + 0.15, 0.7))
        picture.draw(canvas, *centre, grown * 0.62, (colours.on_accent.argb(1 - gone), look.line), drawn)
        canvas.restore()
        text.draw(canvas, t, row.start + 0.12, end)

    return draw
