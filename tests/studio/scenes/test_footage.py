from itertools import product
from pathlib import Path

import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Place, SceneKind
from adgen_app.studio.frame import draw, staged
from adgen_app.studio.look.colour import READABLE
from adgen_app.studio.text.kinetic import Block
from tests.studio.pictures import busy, checkered, flat, given, showing, tin
from tests.studio.test_frame import SETTLED, apart, inks, one_kind, worst_contrast

BRIGHT = np.clip(busy(1000, 1000).astype(int) // 4 + 200, 0, 255).astype(np.uint8)
DARK = busy(1200, 1300) // 8
HOSTILE = {
    "white": BRIGHT,
    "black": DARK,
    "checkered": checkered(),
    "fine": checkered(1300, 800, 9),
    "busy": busy(),
    "upright": busy(700, 1300),
    "panorama": busy(2500, 250),
    "tin": tin(),
}


@pytest.mark.parametrize(
    ("picture", "style", "aspect_ratio"),
    [(name, *rest) for at, (name, *rest) in enumerate(product(HOSTILE, Style, AspectRatio)) if at % 7 == 0],
    ids=str,
)
def test_texts_can_be_read_on_any_photo_while_it_moves(
    picture: str, style: Style, aspect_ratio: AspectRatio, drawn_blocks: list[Block], tmp_path: Path
) -> None:
    place = list(Place)[(len(picture) + len(style)) % 3]
    board = showing(one_kind(SceneKind.FOOTAGE, style, aspect_ratio, place), given(tmp_path, HOSTILE[picture]))
    for second in (2.6, SETTLED):
        drawn_blocks.clear()
        frame = draw(board, round(second * 30), tmp_path)
        assert len(drawn_blocks) >= 2
        safe = aspect_ratio.safe_area
        for block in drawn_blocks:
            box = block.box
            assert safe.left <= box.left < box.right <= safe.right + 1
            assert safe.top <= box.top < box.bottom <= safe.bottom + 1
            for ink, behind in inks(block, frame):
                assert worst_contrast(ink, behind) >= READABLE, block.fitted.words
        apart(drawn_blocks)


@pytest.mark.parametrize("aspect_ratio", AspectRatio)
def test_the_photo_fills_the_frame_and_moves_slowly(aspect_ratio: AspectRatio, tmp_path: Path) -> None:
    board = showing(one_kind(SceneKind.FOOTAGE, Style.TECH, aspect_ratio), given(tmp_path, busy(1300, 1300)))
    one, next_, later = (draw(board, number, tmp_path).astype(int) for number in (60, 61, 120))
    assert one.shape[:2] == aspect_ratio.size[::-1]
    assert one[-40:, :, :3].std() > 8
    assert 0 < np.abs(next_ - one).mean() < np.abs(later - one).mean()


@pytest.mark.parametrize("kind", [SceneKind.FOOTAGE, SceneKind.HERO], ids=str)
@pytest.mark.parametrize("aspect_ratio", AspectRatio)
def test_a_small_photo_is_shown_small_rather_than_as_a_blur(
    kind: SceneKind, aspect_ratio: AspectRatio, tmp_path: Path
) -> None:
    small = np.full((150, 220, 3), (250, 20, 250), np.uint8)
    small[:, 110:] = (20, 250, 20)
    board = one_kind(kind, Style.MINIMAL, aspect_ratio)
    frame = draw(showing(board, given(tmp_path, small)), round(SETTLED * 30), tmp_path).astype(int)
    shown = np.argwhere(np.abs(frame[:, :, 0] - frame[:, :, 1]) > 120)
    height, width = np.ptp(shown, axis=0)
    assert 0.5 * 3 * 220 < width <= 3 * 220 + 4
    assert height <= 3 * 150 + 4


def test_a_text_stands_where_it_hides_little_of_what_the_eye_goes_to(tmp_path: Path, drawn_blocks: list[Block]) -> None:
    high, low = (busy(900, 1600) // 6 + 40 for _ in range(2))
    high[200:700, 250:650] = (30, 30, 250)
    low[900:1400, 250:650] = (30, 30, 250)
    tops: list[int] = []
    for picture in (high, low):
        drawn_blocks.clear()
        board = showing(one_kind(SceneKind.FOOTAGE, Style.TECH, AspectRatio.VERTICAL), given(tmp_path, picture))
        draw(board, round(SETTLED * 30), tmp_path)
        tops.append(max(block.top for block in drawn_blocks))
    assert tops[0] > 960 > tops[1]


@pytest.mark.parametrize("nothing", [flat(255), flat(0), flat(60, 1, 1), np.zeros((64, 64, 4), np.uint8)], ids=range(4))
@pytest.mark.parametrize("kind", [SceneKind.FOOTAGE, SceneKind.HERO], ids=str)
def test_a_photo_of_nothing_is_not_shown(kind: SceneKind, nothing: np.ndarray, tmp_path: Path) -> None:
    board = one_kind(kind, Style.MINIMAL, AspectRatio.SQUARE)
    empty = showing(board, given(tmp_path, nothing))
    assert np.array_equal(draw(empty, 100, tmp_path), draw(board, 100))


def test_the_same_photo_gives_the_same_frames(tmp_path: Path) -> None:
    board = showing(one_kind(SceneKind.FOOTAGE, Style.LUXURY, AspectRatio.PORTRAIT), given(tmp_path, busy()))
    first = draw(board, 77, tmp_path)
    staged.cache_clear()
    assert np.array_equal(first, draw(board, 77, tmp_path))
