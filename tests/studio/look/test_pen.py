import numpy as np
import pytest
import skia

from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.look.pen import fill, glow


@pytest.mark.parametrize("alpha", [0.1, 0.5, 0.9, 1.0])
def test_a_fill_covers_by_its_alpha(alpha: float) -> None:
    frame = np.zeros((20, 20, 4), np.uint8)
    with surface(frame) as canvas:
        canvas.drawRect(skia.Rect.MakeXYWH(0, 0, 20, 20), fill(Rgb(1, 1, 1).argb(alpha)))
    assert frame[10, 10, 0] == pytest.approx(alpha * 255, abs=2)


def test_a_glow_is_strongest_in_its_middle_and_gone_at_its_rim() -> None:
    frame = np.zeros((200, 200, 4), np.uint8)
    with surface(frame) as canvas:
        glow(canvas, (100, 100), 80, Rgb(1, 1, 1), 0.5)
    assert frame[100, 100, 0] == pytest.approx(127, abs=4)
    assert frame[100, 140, 0] == pytest.approx(64, abs=4)
    assert frame[100, 185].max() == 0
