from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Finish, Place, Role, SceneKind, Storyboard, Transition
from adgen_app.studio.finish import vignette
from adgen_app.studio.frame import draw, staged
from adgen_app.studio.look.colour import READABLE, Rgb, luminance
from adgen_app.studio.look.style import Emphasis
from adgen_app.studio.scenes.band import band
from adgen_app.studio.text.kinetic import Block
from tests.studio.boards import BOARDS, COFFEE, WATCH, scene, speaking

TEXTS = {
    SceneKind.HOOK: ("Only 10 minutes a day", "for a stronger back"),
    SceneKind.PROBLEM: ("Tired of burnt, bitter coffee?",),
    SceneKind.SPLIT: ("Scrubbing for hours", "One spray, one wipe, done"),
    SceneKind.HERO: ("Meet Ember & Oak", "Roasted fresh every single day"),
    SceneKind.FOOTAGE: ("Slow mornings start here", "Roasted fresh every single day"),
    SceneKind.FEATURES: ("Why people stay", "Roasted this morning", "Organic oat milk", "Fast Wi-Fi"),
    SceneKind.NUMBER: ("1,200+", "workouts that fit your life"),
    SceneKind.QUOTE: ("The most beautiful watch I have ever worn", "Camille R., Paris"),
    SceneKind.OFFER: ("20% off", "your first bottle this week"),
    SceneKind.END_CARD: ("12 Mill Street, open from 7",),
}
SETTLED = 4.4
BRANDS = (("#8B4A2B", "#E0A458"), ("#2563EB",), ("#FFFFFF",), ("#E6194B", "#FFD400"), ("#F5D0A9", "#101010", "#00A86B"))
COMBINATIONS = list(product(SceneKind, Style, AspectRatio))
EACH = [one for at, one in enumerate(COMBINATIONS) if at % 4 == (at // 4 + at // 24) % 4]
"""Every kind in every style, in one format or another."""


def one_kind(kind: SceneKind, style: Style, aspect_ratio: AspectRatio, place: Place = Place.CENTRE) -> Storyboard:
    shown = scene(Role.SOLVE, kind, 5, *TEXTS[kind], place=place)
    return COFFEE.model_copy(update={"style": style, "aspect_ratio": aspect_ratio, "scenes": (shown, shown, shown)})


def changing(board: Storyboard, transition: Transition) -> Storyboard:
    scenes = tuple(part.model_copy(update={"transition": transition}) for part in board.scenes)
    return board.model_copy(update={"scenes": scenes})


@pytest.fixture
def drawn_blocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Block]]:
    """The texts that a frame shows, gathered; they are not drawn, so that what lies behind them can be seen."""
    found: list[Block] = []

    def gather(self: Block, _: object, t: float, start: float, end: float) -> None:
        if start + self.entering <= t < end:
            found.append(self)

    monkeypatch.setattr(Block, "draw", gather)
    yield found
    staged.cache_clear()


@pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS)
def test_a_frame_is_the_same_whatever_was_drawn_before(board: Storyboard) -> None:
    first = draw(board, 200)
    draw(board, 20)
    draw(board, 448)
    staged.cache_clear()
    assert np.array_equal(first, draw(board, 200))
    assert first.shape == (1920, 1080, 4)


def test_an_ad_fades_in_from_black_and_out_to_black() -> None:
    assert draw(WATCH, 0)[:, :, :3].max() == 0
    assert draw(WATCH, 449)[:, :, :3].max() == 0
    assert draw(WATCH, 30)[:, :, :3].max() > 100


def test_a_crossfade_goes_by_small_steps_and_a_cut_by_one() -> None:
    hard, soft = changing(COFFEE, Transition.CUT), changing(COFFEE, Transition.CROSSFADE)
    jump = np.abs(draw(hard, 120).astype(int) - draw(hard, 119)).mean()
    steps = [np.abs(draw(soft, n + 1).astype(int) - draw(soft, n)).mean() for n in range(108, 130)]
    assert jump > 60
    assert max(steps) < jump / 4
    assert sum(steps) > jump / 2


@pytest.mark.parametrize("style", Style)
def test_each_style_gives_way_in_its_own_manner(style: Style) -> None:
    styled = COFFEE.model_copy(update={"style": style, "aspect_ratio": AspectRatio.SQUARE})
    own, faded = (draw(changing(styled, way), 118).astype(int) for way in (Transition.STYLE, Transition.CROSSFADE))
    assert np.abs(own - faded).mean() > 1


def test_markup_is_drawn_as_text() -> None:
    tagged = COFFEE.model_copy(update={"call_to_action": "<b>Buy</b>"})
    plain = COFFEE.model_copy(update={"call_to_action": "Buy"})
    assert not np.array_equal(draw(tagged, 430), draw(plain, 430))


@pytest.mark.parametrize(("kind", "style", "aspect_ratio"), COMBINATIONS[::5], ids=str)
def test_a_scene_shows_something_and_its_texts_in_the_safe_area(
    kind: SceneKind, style: Style, aspect_ratio: AspectRatio, drawn_blocks: list[Block]
) -> None:
    place = list(Place)[(len(kind) + len(style)) % 3]
    frame = draw(one_kind(kind, style, aspect_ratio, place), round(SETTLED * 30))
    assert frame[:, :, :3].std() > 4
    safe = aspect_ratio.safe_area
    assert drawn_blocks
    for block in drawn_blocks:
        box = block.box
        assert safe.left <= box.left < box.right <= safe.right + 1, block.fitted.words
        assert safe.top <= box.top < box.bottom <= safe.bottom + 1, block.fitted.words
    apart(drawn_blocks)


def apart(blocks: list[Block]) -> None:
    for at, one in enumerate(blocks):
        for other in blocks[at + 1 :]:
            width = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
            height = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
            assert width <= 2 or height <= 2, (one.fitted.words, other.fitted.words)


@pytest.mark.parametrize(("kind", "style", "aspect_ratio"), EACH, ids=str)
def test_texts_can_be_read_against_what_is_really_behind_them(
    kind: SceneKind, style: Style, aspect_ratio: AspectRatio, drawn_blocks: list[Block]
) -> None:
    board = one_kind(kind, style, aspect_ratio)
    for colours in BRANDS[len(kind) % 2 :: 2]:
        drawn_blocks.clear()
        staged.cache_clear()
        branded = board.model_copy(update={"brand": board.brand.model_copy(update={"colours": colours})})
        frame = draw(branded, round(SETTLED * 30))
        assert drawn_blocks
        for block in drawn_blocks:
            for ink, behind in inks(block, frame):
                assert worst_contrast(ink, behind) >= READABLE, (colours, block.fitted.words)


@pytest.mark.parametrize(("kind", "style", "aspect_ratio"), COMBINATIONS[2::7], ids=str)
def test_over_captions_texts_keep_clear_of_them_and_can_be_read(
    kind: SceneKind, style: Style, aspect_ratio: AspectRatio, drawn_blocks: list[Block]
) -> None:
    place = list(Place)[(len(kind) + len(style)) % 3]
    frame = draw(speaking(one_kind(kind, style, aspect_ratio, place)), round(SETTLED * 30))
    assert drawn_blocks
    for block in drawn_blocks:
        assert aspect_ratio.safe_area.top <= block.box.top < block.box.bottom < band(aspect_ratio).top
        for ink, behind in inks(block, frame):
            assert worst_contrast(ink, behind) >= READABLE, block.fitted.words
    apart(drawn_blocks)


@pytest.mark.parametrize(("kind", "style", "aspect_ratio"), COMBINATIONS[4::9], ids=str)
def test_a_vignette_takes_no_text_its_contrast(
    kind: SceneKind, style: Style, aspect_ratio: AspectRatio, drawn_blocks: list[Block]
) -> None:
    board = one_kind(kind, style, aspect_ratio).model_copy(update={"finish": Finish(vignette=True)})
    frame = draw(board, round(SETTLED * 30))
    light = vignette(aspect_ratio.size).astype(np.uint8)
    assert drawn_blocks
    for block in drawn_blocks:
        for (ink, behind), (_, left) in zip(inks(block, frame), inks(block, light), strict=True):
            dimmed = Rgb(*(channel * float(left.mean()) / 255 for channel in ink))
            assert worst_contrast(dimmed, behind) >= READABLE, block.fitted.words


def inks(block: Block, frame: np.ndarray) -> Iterator[tuple[Rgb, np.ndarray]]:
    setting = block.setting
    for word in block.fitted.words:
        if word.order in block._stressed and setting.emphasis is Emphasis.PLATE:
            continue
        ink = setting.palette.soft if setting.soft else setting.palette.ink
        ink = setting.palette.accent_ink if word.order in block._stressed else ink
        size, extent = block.fitted.size, word.extent
        top, bottom = block.top + word.y + extent.top * size, block.top + word.y + extent.bottom * size
        left, right = block.left + word.x + extent.left * size, block.left + word.x + extent.right * size
        yield ink, frame[round(top) : round(bottom), round(left) : round(right), 2::-1]


def worst_contrast(ink: Rgb, behind: np.ndarray) -> float:
    """Against the lightest and the darkest of the colours behind, but for one pixel in two hundred."""
    linear = np.where(behind <= 10, behind / 255 / 12.92, ((behind / 255 + 0.055) / 1.055) ** 2.4)
    light = linear @ np.array([0.2126, 0.7152, 0.0722])
    ratios = [
        (max(luminance(ink), one) + 0.05) / (min(luminance(ink), one) + 0.05)
        for one in np.quantile(light, (0.005, 0.995))
    ]
    return min(ratios)
