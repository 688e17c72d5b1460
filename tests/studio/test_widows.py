"""Realistic texts in every staging: none is set with a forgotten word where it could stand better, as large."""

from collections.abc import Iterator
from itertools import combinations, pairwise, product

import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Overlay, Role, Scene, SceneKind
from adgen_app.studio.frame import staged
from adgen_app.studio.text import kinetic
from adgen_app.studio.text.breaks import forgotten
from adgen_app.studio.text.fit import Fitted, Limits, fit
from adgen_app.studio.text.measure import extent, space
from adgen_app.studio.text.words import Word, words
from adgen_app.studio.timeline import view
from adgen_app.studio.typefaces import Face
from tests.studio.boards import COFFEE

TEXTS = (
    "20% off this week",
    "Free delivery on your first order",
    "Only 10 minutes a day",
    "Time is the only luxury",
    "Buy one, get one free today",
    "Tired of burnt, bitter coffee?",
    "The best bread in town is baked at 5 every morning",
    "Mit Liebe gebacken, jeden Tag frisch",
    "Book a free trial lesson now",
    "Up to 50% off all shoes",
    "Why people stay",
    "3 for 2 on all of it",
    "خصم 20٪ هذا الأسبوع فقط",
)
AS_LARGE = 0.93
Setting = tuple[str, Face, Limits, str]


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[Setting, Fitted]]:
    found: dict[Setting, Fitted] = {}

    def gather(text: str, face: Face, limits: Limits, language: str, align: float = 0.0) -> Fitted:
        return found.setdefault((text, face, limits, language), fit(text, face, limits, language, align))

    monkeypatch.setattr(kinetic, "fit", gather)
    staged.cache_clear()
    yield found
    staged.cache_clear()


def widths(lines: list[list[Word]], face: Face, language: str) -> list[float]:
    gap = space(face, language)
    return [
        sum(extent(word.text, face, language).advance for word in line) + gap * sum(word.spaced for word in line[1:])
        for line in lines
    ]


def better(setting: Setting, size: float) -> list[list[Word]] | None:
    """Breaks with no forgotten word at which the text is as large."""
    text, face, limits, language = setting
    pieces = words(text.upper() if face.capitals else text)
    for count in range(1, min(limits.lines, len(pieces)) + 1):
        for cuts in combinations(range(1, len(pieces)), count - 1):
            lines = [pieces[start:end] for start, end in pairwise((0, *cuts, len(pieces)))]
            wide = widths(lines, face, language)
            tall = 1.1 + (count - 1) * max(face.leading, 1.1)  # with room for what reaches over and under the lines
            possible = min(limits.width / max(wide), limits.height / tall)
            if possible >= AS_LARGE * size and not forgotten(lines, wide):
                return lines
    return None


@pytest.mark.parametrize(("kind", "aspect_ratio"), list(product(SceneKind, AspectRatio)))
def test_no_word_is_forgotten_in_a_line_of_its_own(
    kind: SceneKind, aspect_ratio: AspectRatio, settings: dict[Setting, Fitted]
) -> None:
    for at, style in zip(range(len(TEXTS)), list(Style) * 3, strict=False):
        said = tuple(Overlay(text=TEXTS[(at + step) % len(TEXTS)]) for step in (0, 3, 1))
        scene = Scene(role=Role.SOLVE, kind=kind, duration=5, visual="", overlays=said)
        board = COFFEE.model_copy(
            update={"scenes": (scene, scene, scene), "style": style, "aspect_ratio": aspect_ratio}
        )
        staged(view(board, 60, None).shot.stage)
    assert settings
    for setting, fitted in settings.items():
        lines = [
            [Word(word.text, spaced=True) for word in fitted.words if word.line == number]
            for number in range(fitted.words[-1].line + 1)
        ]
        if forgotten(lines, widths(lines, setting[1], setting[3])):
            assert better(setting, fitted.size) is None, (setting[0], lines)
