"""The plan of an ad: everything the studio needs, nothing it has to guess."""

from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from adgen_app.domain.asset import MediaName
from adgen_app.domain.brand import BrandGuidelines, MusicMood, Style
from adgen_app.domain.brief import Framework, OneLine
from adgen_app.domain.formats import FPS, AspectRatio, Duration
from adgen_app.domain.value import Value
from adgen_app.domain.voice import Line

SCENE_MIN_SECONDS = 3
SCENE_MAX_SECONDS = 7


class Role(StrEnum):
    """What a scene does for its framework's arc."""

    PROBLEM = "problem"
    AGITATE = "agitate"
    SOLVE = "solve"
    RESOLUTION = "resolution"
    BEFORE = "before"
    AFTER = "after"
    BRIDGE = "bridge"
    ATTENTION = "attention"
    INTEREST = "interest"
    DESIRE = "desire"
    ACTION = "action"


class SceneKind(StrEnum):
    """How a scene is staged by the studio."""

    HOOK = "hook"
    """Big kinetic words that stop the thumb."""
    PROBLEM = "problem"
    """The pain, said in a darker mood."""
    SPLIT = "split"
    """Before and after side by side: the first overlay is before, the second after."""
    HERO = "hero"
    """The product's name revealed, with one promise."""
    FOOTAGE = "footage"
    """The scene's photo fills the frame, the headline stands over it."""
    FEATURES = "features"
    """A list: the first overlay is the headline, the others its points."""
    NUMBER = "number"
    """A counted-up number: the first overlay holds the number, the second what it means."""
    QUOTE = "quote"
    """A customer's words: the first overlay is the quote, the second who said it."""
    OFFER = "offer"
    """A price or discount burst."""
    END_CARD = "end_card"
    """Name, call-to-action button, address or code."""


class Place(StrEnum):
    """Where in the safe area a text stands."""

    TOP = "top"
    CENTRE = "centre"
    BOTTOM = "bottom"


class Animation(StrEnum):
    """How a text comes in."""

    FADE = "fade"
    SLIDE_UP = "slide_up"
    SCALE = "scale"
    WORDS = "words"
    """Word by word, at the pace of speech."""
    TYPED = "typed"
    """Letter by letter, behind a caret."""


class Transition(StrEnum):
    """How a scene gives way to the next one."""

    STYLE = "style"
    """As the ad's style does it."""
    CROSSFADE = "crossfade"
    CUT = "cut"


class Overlay(Value):
    """A text on the screen. Overlays of one scene come in one after another and share its time."""

    text: Annotated[str, Field(min_length=1, max_length=120), OneLine]
    place: Place = Place.CENTRE
    animation: Animation = Animation.SLIDE_UP


class Scene(Value):
    """One part of the arc."""

    role: Role
    kind: SceneKind
    duration: float = Field(gt=0, description="seconds")
    visual: str = Field(max_length=400, description="what is seen, in words a model can film")
    overlays: tuple[Overlay, ...] = Field(min_length=1, max_length=6)
    narration: str = Field(default="", max_length=400)
    transition: Transition = Transition.STYLE
    photo: MediaName | None = Field(default=None, description="the product photo that the scene shows")


class Finish(Value):
    """What is laid over the finished picture."""

    vignette: bool = Field(default=False, description="darker corners")
    grain: bool = Field(default=False, description="film grain; the file grows")
    captions: bool = Field(default=True, description="what the voice says, where it is known")


class Storyboard(Value):
    """An ad, planned. Scene durations add up to the ad's, to the frame; 30 and 60 s ads scale the 3-7 s of a scene."""

    version: Literal[1] = 1
    product: str = Field(min_length=1, max_length=500)
    brand: BrandGuidelines
    framework: Framework
    framework_reason: str = Field(max_length=200)
    style: Style
    aspect_ratio: AspectRatio
    duration: Duration
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", description="BCP 47")
    scenes: tuple[Scene, ...] = Field(min_length=3, max_length=5)
    music: MusicMood
    track: MediaName | None = Field(default=None, description="music that takes the place of the composed bed")
    voice: tuple[Line, ...] = Field(default=(), max_length=40, description="heard over the music, in order")
    call_to_action: Annotated[str, Field(min_length=1, max_length=40), OneLine]
    finish: Finish = Finish()

    @model_validator(mode="after")
    def _times_add_up(self) -> Self:
        scale = self.duration / Duration.SHORT
        low, high = SCENE_MIN_SECONDS * scale, SCENE_MAX_SECONDS * scale
        for number, scene in enumerate(self.scenes, 1):
            if not low <= scene.duration <= high:
                raise ValueError(f"scene {number} lasts {scene.duration:g} s; it must last {low:g} to {high:g} s")
        total = sum(scene.duration for scene in self.scenes)
        if round(total * FPS) != self.duration * FPS:
            raise ValueError(f"the scenes last {total:g} s together; the ad lasts {self.duration} s")
        return self

    @model_validator(mode="after")
    def _lines_follow_each_other(self) -> Self:
        starts = [line.start for line in self.voice]
        if any(start >= self.duration for start in starts):
            raise ValueError("a voice starts after the end of the ad")
        if any(after < before for before, after in pairwise(starts)):
            raise ValueError("the lines of the voice stand in the order in which they are heard")
        return self

    @property
    def media(self) -> frozenset[MediaName]:
        """Every file that the studio needs for it."""
        named = (
            *(scene.photo for scene in self.scenes),
            self.brand.logo,
            self.track,
            *(line.voice for line in self.voice),
        )
        return frozenset(name for name in named if name)

    @property
    def unheard(self) -> float:
        """Seconds of its voices for which it has no room."""
        ends = (line.start + line.seconds for line in self.voice if line.seconds)
        return max(0.0, max(ends, default=0.0) - self.duration)

    @property
    def frames(self) -> int:
        """Number of frames of the finished ad."""
        return self.duration * FPS

    @property
    def cuts(self) -> tuple[int, ...]:
        """First frame of every scene, and the frame after the last: one more than there are scenes."""
        ends = accumulate((scene.duration for scene in self.scenes), initial=0.0)
        return tuple(round(end * FPS) for end in ends)
