"""Which scenes a frame shows, and how strongly."""

from dataclasses import dataclass, replace
from pathlib import Path

from adgen_app.domain.formats import CROSSFADE_SECONDS, FADE_SECONDS, FPS
from adgen_app.domain.storyboard import Storyboard, Transition
from adgen_app.studio.scenes.stage import Stage
from adgen_app.studio.spoken import spoken

_TRANSITION = round(CROSSFADE_SECONDS * FPS)
_BEFORE = _TRANSITION // 2
"""Frames of a transition that lie before the cut."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A scene with the frames in which it is seen: `first` to `last`, the latter excluded."""

    stage: Stage
    first: int
    last: int
    fades_in: bool


@dataclass(frozen=True, slots=True)
class View:
    """What one frame shows: a scene at a time and, in a transition, the next one, as far as `share` of it."""

    shot: Shot
    t: float
    over: "View | None" = None
    share: float = 0.0


def shots(storyboard: Storyboard, media: Path | None = None) -> list[Shot]:
    """The scenes with the frames in which each is seen, transitions included."""
    cuts, found = storyboard.cuts, list[Shot]()
    for at, scene in enumerate(storyboard.scenes):
        fades_in = at > 0 and storyboard.scenes[at - 1].transition is not Transition.CUT
        fades_out = at + 1 < len(storyboard.scenes) and scene.transition is not Transition.CUT
        first = cuts[at] - (_BEFORE if fades_in else 0)
        last = cuts[at + 1] + (_TRANSITION - _BEFORE if fades_out else 0)
        lead, seconds = (cuts[at] - first) / FPS, (cuts[at + 1] - first) / FPS
        stage = replace(_stage(storyboard, at, media, (lead, seconds)), captioned=bool(spoken(storyboard, first, last)))
        found.append(Shot(stage, first, last, fades_in))
    return found


def view(storyboard: Storyboard, number: int, media: Path | None = None) -> View:
    """What frame `number` shows."""
    seen = [shot for shot in shots(storyboard, media) if shot.first <= number < shot.last]
    views = [View(shot, (number - shot.first) / FPS) for shot in seen]
    if len(views) == 1:
        return views[0]
    under, over = views[0], views[1]
    return View(under.shot, under.t, over, (number - over.shot.first + 1) / (_TRANSITION + 1))


def brightness(storyboard: Storyboard, number: int) -> float:
    """Below 1 in the fades from black at the start and to black at the end."""
    fade = round(FADE_SECONDS * FPS)
    return min(1.0, number / fade, (storyboard.frames - 1 - number) / fade)


def _stage(storyboard: Storyboard, at: int, media: Path | None, times: tuple[float, float]) -> Stage:
    return Stage(
        scene=storyboard.scenes[at],
        index=at,
        lead=times[0],
        seconds=times[1],
        style=storyboard.style,
        aspect_ratio=storyboard.aspect_ratio,
        colours=storyboard.brand.colours,
        name=storyboard.brand.name,
        product=storyboard.product,
        call_to_action=storyboard.call_to_action,
        language=storyboard.language,
        logo=storyboard.brand.logo,
        media=media,
    )
