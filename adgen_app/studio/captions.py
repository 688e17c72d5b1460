"""What an ad says, timed, for those who can't hear or see it and for machines that read."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from adgen_app.domain.formats import FPS
from adgen_app.domain.storyboard import Scene, SceneKind, Storyboard
from adgen_app.studio.phrases import Phrase, Reach, phrases, width
from adgen_app.studio.scenes.stage import beats
from adgen_app.studio.speech import speech, written
from adgen_app.studio.timeline import shots

_LINES = 2
"""Texts that share a cue."""
_LONG = 42
"""Letters of a line, Netflix timed text style guide."""
_REACH = Reach(words=20, letters=2 * _LONG - 6, stays=1.5)
"""A little less than two full lines, which words seldom fill."""


class Cue(NamedTuple):
    """A caption; seconds from the ad's start."""

    start: float
    end: float
    text: str


def captions(storyboard: Storyboard) -> list[Cue]:
    """What a voice says, else the texts of every scene as long as they stand; never two cues at once."""
    said = speech(storyboard)
    if said:
        return [Cue(each.start, min(each.end, storyboard.duration), _lines(each)) for each in phrases(said, _REACH)]
    found: list[Cue] = []
    for cue in _shown(storyboard):
        if found and found[-1].text == cue.text:
            found[-1] = found[-1]._replace(end=cue.end)
        else:
            found.append(cue)
    return found


def srt(cues: list[Cue]) -> str:
    """As SubRip."""
    blocks = (
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{cue.text}\n"
        for number, cue in enumerate(cues, 1)
    )
    return "\n".join(blocks)


def vtt(cues: list[Cue]) -> str:
    """As WebVTT, whose text is markup."""
    blocks = (f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n{_escaped(cue.text)}\n" for cue in cues)
    return "\n".join(["WEBVTT\n", *blocks])


def _shown(storyboard: Storyboard) -> Iterator[Cue]:
    for shot, (first, last) in zip(shots(storyboard), pairwise(storyboard.cuts), strict=True):
        groups = _groups(shot.stage.scene, storyboard)
        for beat in beats(shot.stage, len(groups)):
            begins = max(first, shot.first + round(beat.start * FPS))
            ends = min(last, shot.first + round(beat.end * FPS))
            yield Cue(begins / FPS, ends / FPS, "\n".join(groups[beat.number % len(groups)]))


def _lines(phrase: Phrase) -> str:
    """In one line or, of what is too long for it, in two of nearly the same length."""
    words = phrase.words
    if width(phrase.text) <= _LONG or len(words) == 1:
        return phrase.text
    halves = [(written(words[:at]), written(words[at:])) for at in range(1, len(words))]
    return "\n".join(min(halves, key=lambda half: abs(width(half[0]) - width(half[1]))))


def _groups(scene: Scene, storyboard: Storyboard) -> list[list[str]]:
    """Texts that are read together, as the stagings show them: headline with support, points two at a time."""
    texts = [overlay.text for overlay in scene.overlays]
    if scene.kind is SceneKind.END_CARD:
        said = {text.casefold() for text in texts}
        name, action = storyboard.brand.name, storyboard.call_to_action
        texts = [name] * (name.casefold() not in said) + texts + [action] * (action.casefold() not in said)
    return [texts[at : at + _LINES] for at in range(0, len(texts), _LINES)]


def _clock(seconds: float, point: str) -> str:
    whole = round(seconds * 1000)
    minutes, rest = divmod(whole, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{point}{rest % 1000:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
