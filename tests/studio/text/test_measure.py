import numpy as np
import pytest

from adgen_app.studio.look.styles.organic import LOOK
from adgen_app.studio.text.measure import canvas_on, extent, paragraph

FACE = LOOK.text


def ink(text: str) -> np.ndarray:
    shaped = paragraph(text, FACE, "he", 64, 0xFFFFFFFF)
    mask = np.zeros((120, 600), np.uint8)
    canvas_on(mask, lambda canvas: shaped.paint(canvas, 100, 10))
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@pytest.mark.parametrize(("text", "left"), [("שלום.", True), ("سلام.", True), ("Hello.", False)])
def test_a_full_stop_stands_where_its_script_ends_a_sentence(text: str, left: bool) -> None:
    drawn = ink(text)
    edge = drawn[:, :6] if left else drawn[:, -6:]
    heights = np.flatnonzero(edge.any(axis=1))
    assert heights.min() > drawn.shape[0] * 0.4, "a dot and no letter"


def test_the_mark_that_turns_a_word_round_takes_no_room() -> None:
    assert extent("שלום", FACE, "he").advance == pytest.approx(
        sum(extent(one, FACE, "he").advance for one in "שלום"), rel=0.1
    )
