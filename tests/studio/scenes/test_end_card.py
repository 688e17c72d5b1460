from itertools import product
from pathlib import Path

import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import SceneKind, Storyboard
from adgen_app.studio.frame import draw
from adgen_app.studio.text.kinetic import Block
from tests.studio.pictures import flat, given, logo, showing, tin
from tests.studio.test_frame import one_kind

SETTLED = 132
DARK, LIGHT, GREY = 12, 252, 130


def end_card(style: Style, aspect_ratio: AspectRatio) -> Storyboard:
    return one_kind(SceneKind.END_CARD, style, aspect_ratio)


def luminance(pixels: np.ndarray) -> np.ndarray:
    share = pixels[..., 2::-1] / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]


@pytest.mark.parametrize(
    ("style", "aspect_ratio", "value"),
    [one for at, one in enumerate(product(Style, AspectRatio, (DARK, LIGHT, GREY))) if at % 5 == 0],
    ids=str,
)
def test_a_logo_can_be_seen_whatever_its_colour(
    style: Style, aspect_ratio: AspectRatio, value: int, tmp_path: Path
) -> None:
    board = end_card(style, aspect_ratio)
    name = given(tmp_path, logo(value))
    bare, signed = draw(board, SETTLED), draw(showing(board, None, name), SETTLED, tmp_path)
    rows = slice(0, round(signed.shape[0] * 0.5))
    is_logo = (np.abs(signed[rows, :, :3].astype(int) - value).max(axis=2) <= 1) & (
        np.abs(bare[rows, :, :3].astype(int) - value).max(axis=2) > 1
    )
    assert is_logo.sum() > 2000
    ys, xs = np.nonzero(is_logo)
    around = luminance(signed[ys.min() : ys.max(), xs.min() : xs.max()])[
        ~is_logo[ys.min() : ys.max(), xs.min() : xs.max()]
    ]
    ink = float(luminance(np.full((1, 4), value))[0])
    ratio = (np.maximum(around, ink) + 0.05) / (np.minimum(around, ink) + 0.05)
    assert np.quantile(ratio, 0.3) >= 2.8, "soft edges aside"


@pytest.mark.parametrize("aspect_ratio", AspectRatio)
def test_a_logo_is_never_stretched(aspect_ratio: AspectRatio, tmp_path: Path) -> None:
    ring = logo(250)[:, :200]
    frame = draw(showing(end_card(Style.TECH, aspect_ratio), None, given(tmp_path, ring)), SETTLED, tmp_path)
    rows, columns = np.nonzero((np.abs(frame[: frame.shape[0] // 2, :, :3].astype(int) - 250) <= 1).all(axis=2))
    height, width = np.ptp(rows), np.ptp(columns)
    assert height == pytest.approx(width, abs=4)
    assert height > 90


@pytest.mark.parametrize("aspect_ratio", [AspectRatio.VERTICAL, AspectRatio.PORTRAIT, AspectRatio.WIDE])
def test_the_product_comes_back_beside_the_logo(aspect_ratio: AspectRatio, tmp_path: Path) -> None:
    board = end_card(Style.MINIMAL, aspect_ratio)
    both = showing(board, given(tmp_path, tin()), given(tmp_path, logo(DARK)))
    signed, whole = (draw(one, SETTLED, tmp_path).astype(int) for one in (showing(board, None, both.brand.logo), both))
    assert (np.abs(signed - whole).max(axis=2) > 60).mean() > 0.02


def test_what_is_sold_stands_below_a_logo_that_has_no_photo(tmp_path: Path) -> None:
    signed = showing(end_card(Style.ORGANIC, AspectRatio.VERTICAL), None, given(tmp_path, logo(DARK)))
    coffee, soap = (
        draw(signed.model_copy(update={"product": product}), SETTLED, tmp_path).astype(int)
        for product in ("Coffee", "Soap")
    )
    changed = np.flatnonzero((coffee != soap).any(axis=(1, 2)))
    assert changed.min() > 1200
    assert len(changed) > 300


def test_a_wide_card_is_set_from_the_right_where_one_reads_so(drawn_blocks: list[Block]) -> None:
    board = end_card(Style.MINIMAL, AspectRatio.WIDE)
    hebrew = board.brand.model_copy(update={"name": "\u05de\u05d0\u05e4\u05d9\u05d9\u05d4"})
    draw(board.model_copy(update={"brand": hebrew, "language": "he"}), SETTLED)
    block = next(block for block in drawn_blocks if block.fitted.words[0].text == hebrew.name)
    assert block.left + block.fitted.width == pytest.approx(1130, abs=2)


def test_a_logo_of_nothing_leaves_the_emblem(tmp_path: Path) -> None:
    board = end_card(Style.PLAYFUL, AspectRatio.SQUARE)
    blank = showing(board, None, given(tmp_path, flat(255)))
    assert np.array_equal(draw(blank, SETTLED, tmp_path), draw(board, SETTLED))


def test_a_logo_in_a_box_stands_on_the_box_s_colour(tmp_path: Path) -> None:
    boxed = np.ascontiguousarray(flat(240, 600, 200))
    boxed[60:140, 100:500] = (200, 40, 20)
    board = showing(end_card(Style.LUXURY, AspectRatio.WIDE), None, given(tmp_path, boxed))
    frame = draw(board, SETTLED, tmp_path)
    assert ((np.abs(frame[:, :, :3].astype(int) - (200, 40, 20)) <= 2).all(axis=2)).sum() > 10_000
    assert ((np.abs(frame[:, :, :3].astype(int) - 240) <= 2).all(axis=2)).sum() > 10_000
