from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Finish, SceneKind, Storyboard
from adgen_app.studio.frame import draw, staged
from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.look.colour import READABLE, Rgb
from adgen_app.studio.scenes.band import band
from adgen_app.studio.scenes.subtitle import Lettering, Manner, lettering, owners
from adgen_app.studio.speech import Said
from adgen_app.studio.spoken import spoken
from adgen_app.studio.text.kinetic import Block
from tests.studio.boards import COFFEE, speaking
from tests.studio.test_frame import BRANDS, SETTLED, apart, one_kind, worst_contrast

EACH = list(product(Style, AspectRatio))
NUMBER = round(SETTLED * 30)
SCRIPTS = {
    "Arabic": "قهوة طازجة محمصة كل صباح، تصل إلى باب منزلك.",
    "Hebrew": "קפה טרי קלוי כל בוקר, עד הדלת.",
    "Chinese": "每 天 早 上 新 鮮 烘 焙 的 咖 啡 送 到 您 家 門 口 。",
    "Hindi": "हर सुबह ताज़ी भुनी हुई कॉफ़ी, आपके दरवाज़े तक।",
    "long": "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik heute eröffnet",
    "emoji": "Coffee ☕ at 20% 🔥 off 👩‍👩‍👧 today",
}


def set_for(board: Storyboard, number: int = NUMBER) -> Lettering:
    (caption,) = spoken(board, number, number + 1)
    return lettering(caption.phrase, Manner(board.style, board.brand.colours, board.aspect_ratio, board.language))


def inside(inner: Box, outer: Box) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def panel(setting: Lettering) -> Box:
    rect = setting.panel
    return Box(round(rect.left()), round(rect.top()), round(rect.right()), round(rect.bottom()))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Block]]:
    """The scene's own texts, drawn as ever."""
    found: list[Block] = []
    drawn = Block.draw

    def gather(self: Block, canvas: object, t: float, start: float, end: float) -> None:
        if start + self.entering <= t < end:
            found.append(self)
        drawn(self, canvas, t, start, end)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(Block, "draw", gather)
    staged.cache_clear()
    yield found
    staged.cache_clear()


@pytest.mark.parametrize(("style", "aspect_ratio"), EACH, ids=str)
def test_captions_stand_in_their_band_apart_from_the_texts_and_can_be_read(
    style: Style, aspect_ratio: AspectRatio, shown: list[Block]
) -> None:
    at = EACH.index((style, aspect_ratio))
    colours = BRANDS[at % len(BRANDS)]
    kind = list(SceneKind)[at % len(SceneKind)]
    plain = one_kind(kind, style, aspect_ratio)
    board = speaking(plain.model_copy(update={"brand": plain.brand.model_copy(update={"colours": colours})}))
    frame = draw(board, NUMBER)
    setting = set_for(board)
    assert inside(panel(setting), band(aspect_ratio))
    assert shown
    for block in shown:
        assert block.box.bottom < band(aspect_ratio).top, block.fitted.words
    apart(shown)
    for ink, behind in inks(setting, frame, spoken(board, NUMBER, NUMBER + 1)[0].lit(NUMBER)):
        assert worst_contrast(ink, behind) >= READABLE


def inks(setting: Lettering, frame: np.ndarray, lit: int) -> Iterator[tuple[Rgb, np.ndarray]]:
    """The ink of each word as it is really drawn, and the pixels just above and below its letters."""
    size = setting.fitted.size
    for owner, word in zip(setting._owners, setting.fitted.words, strict=True):
        left, right = (round(setting.left + word.x + edge * size) for edge in (word.extent.left, word.extent.right))
        top, bottom = (round(setting.top + word.y + edge * size) for edge in (word.extent.top, word.extent.bottom))
        letters = frame[top:bottom, left:right, 2::-1].reshape(-1, 3).astype(float)
        rows = np.r_[top - 5 : top - 3, bottom + 3 : bottom + 5]
        around = frame[rows, left:right, 2::-1]
        ground = np.median(around.reshape(-1, 3), axis=0)
        far = np.linalg.norm(letters - ground, axis=1)
        ink = np.median(letters[far >= np.quantile(far, 0.97)], axis=0) / 255
        assert owner == lit or np.abs(ground - np.array(setting._colours.ground) * 255).max() < 3
        yield Rgb(*ink.tolist()), around


@pytest.mark.parametrize("style", Style)
def test_the_word_that_is_spoken_looks_different(style: Style) -> None:
    board = speaking(COFFEE.model_copy(update={"style": style, "aspect_ratio": AspectRatio.SQUARE}))
    setting = set_for(board)
    words = setting.fitted.words
    first, second = (np.zeros((1080, 1080, 4), np.uint8) for _ in range(2))
    for frame, lit in ((first, 0), (second, 1)):
        with surface(frame) as canvas:
            setting.draw(canvas, lit)
    differs = np.flatnonzero(np.abs(first.astype(int) - second).max(axis=(0, 2)) > 60)
    assert differs.size > 20
    last = words[-1]
    assert setting._owners[-1] > 1
    assert last.line > 0 or differs.max() < setting.left + last.x


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("aspect_ratio", [AspectRatio.VERTICAL, AspectRatio.WIDE])
def test_every_script_stays_in_the_band(script: str, aspect_ratio: AspectRatio) -> None:
    board = speaking(COFFEE.model_copy(update={"aspect_ratio": aspect_ratio}), SCRIPTS[script])
    for number in range(20, 430, 40):
        setting = set_for(board, number)
        assert inside(panel(setting), band(aspect_ratio))
        assert max(word.line for word in setting.fitted.words) <= 1
        assert set(setting._owners) == set(range(max(setting._owners) + 1))


def test_right_to_left_the_first_word_stands_rightmost() -> None:
    setting = set_for(speaking(COFFEE, SCRIPTS["Hebrew"]), 30)
    line = [word for word in setting.fitted.words if word.line == 0]
    assert [word.order for word in sorted(line, key=lambda word: -word.x)] == [word.order for word in line]


def test_a_piece_belongs_to_the_word_in_which_its_middle_lies() -> None:
    said = [Said(text, spaced=True, start=0, end=1) for text in ("20 %", "Kaffeemaschinenentkalker", "heute")]
    assert owners(["20", "%", "Kaffeemaschi-", "nenentkalker", "heute"], said) == [0, 0, 1, 1, 2]


def test_captions_lie_over_transitions_and_fade_with_the_ad() -> None:
    board = speaking(COFFEE)
    cut = board.cuts[1]
    assert set_for(board, cut)
    box, frame = panel(set_for(board, cut)), draw(board, cut)
    corner = frame[box.bottom - 6, box.left + box.width // 2, 2::-1] / 255
    assert np.abs(corner - np.array(set_for(board, cut)._colours.ground)).max() < 0.02
    late = speaking(COFFEE, last=15.0)
    assert draw(late, 449)[:, :, :3].max() == 0


def test_without_known_words_nothing_changes() -> None:
    mute = speaking(COFFEE).voice[0].model_copy(update={"text": "", "words": ()})
    off = speaking(COFFEE).model_copy(update={"finish": Finish(captions=False)})
    for board in (COFFEE.model_copy(update={"voice": (mute,)}), off):
        assert np.array_equal(draw(board, NUMBER), draw(COFFEE, NUMBER))
