import cv2
import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from tests.studio import golden
from tests.studio.boards import WATCH

SEEN = 2.0
"""Anything that a person would notice is further apart than this."""


def kept(style: Style, ratio: AspectRatio) -> golden.Picture:
    picture = cv2.imread(str(golden.file(style, ratio)))
    assert picture is not None, "draw it: .venv/bin/python -m tests.studio.golden"
    return np.asarray(picture, np.uint8)


@pytest.mark.parametrize(("style", "ratio"), golden.EACH)
def test_a_frame_looks_as_it_did_when_somebody_looked_at_it(style: Style, ratio: AspectRatio) -> None:
    assert golden.distance(kept(style, ratio), golden.now(style, ratio)) < SEEN, "see tests/studio/golden/__init__.py"


def test_a_moved_text_is_seen() -> None:
    picture = kept(Style.MINIMAL, AspectRatio.SQUARE)
    assert golden.distance(picture, np.roll(picture, 2, axis=0)) > SEEN


def test_another_colour_is_seen() -> None:
    brand = WATCH.brand.model_copy(update={"colours": ("#B8A227",)})
    changed = golden.now(Style.LUXURY, AspectRatio.PORTRAIT, brand=brand)
    assert golden.distance(kept(Style.LUXURY, AspectRatio.PORTRAIT), changed) > SEEN


def test_another_word_is_seen() -> None:
    changed = golden.now(Style.ORGANIC, AspectRatio.PORTRAIT, call_to_action="Visit us now")
    kinds = golden.distance(kept(Style.ORGANIC, AspectRatio.PORTRAIT), changed)
    assert kinds > SEEN


def test_noise_of_a_pixel_is_not_seen() -> None:
    picture = kept(Style.PLAYFUL, AspectRatio.WIDE)
    noise = np.random.default_rng(1).integers(-2, 3, picture.shape)
    assert golden.distance(picture, np.clip(picture + noise, 0, 255).astype(np.uint8)) < SEEN
