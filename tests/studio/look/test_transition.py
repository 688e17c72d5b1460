from itertools import pairwise

import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.studio.look.palette import Palette, Tone
from adgen_app.studio.look.styles import LOOKS
from adgen_app.studio.look.transition import Change, crossfade

CHANGES = [crossfade, *(look.transition for look in LOOKS.values())]
STEPS = [step / 16 for step in range(17)]


def colours() -> Palette:
    return LOOKS[Style.TECH].colours(("#22D3EE",), Tone.BASE)


def passed(change: Change, share: float, size: tuple[int, int]) -> np.ndarray:
    width, height = size
    frame = np.full((height, width, 4), (0, 0, 0, 255), np.uint8)
    later = np.full((height, width, 4), (255, 255, 255, 255), np.uint8)
    change(frame, later, share, colours())
    return frame[:, :, :3]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("ratio", AspectRatio)
def test_it_begins_with_the_first_picture_and_ends_with_the_next(change: Change, ratio: AspectRatio) -> None:
    assert passed(change, 0.0, ratio.size).mean() < 5
    assert passed(change, 1.0, ratio.size).min() > 250


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_its_last_frame_is_nearly_the_next_picture(change: Change) -> None:
    assert passed(change, 15 / 16, (540, 960)).mean() > 230


def test_every_style_has_its_own() -> None:
    assert len({look.transition for look in LOOKS.values()}) == len(Style)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_it_goes_on_in_every_frame(change: Change) -> None:
    shown = [passed(change, share, (270, 480)).astype(int) for share in STEPS]
    moved = [np.abs(one - other).mean() for one, other in pairwise(shown)]
    assert sum(step > 0.2 for step in moved) >= 11
    assert max(moved) < 70
