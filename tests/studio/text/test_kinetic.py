from itertools import pairwise

import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import Box
from adgen_app.domain.storyboard import Animation
from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.styles import LOOKS
from adgen_app.studio.text.fit import Limits
from adgen_app.studio.text.kinetic import Block, Setting

BOX = Box(20, 20, 620, 220)
TEXTS = {"en": "Never sleeps", "ar": "قهوة طازجة", "ja": "毎朝焙煎", "hi": "ताज़ा कॉफ़ी"}


def block(text: str, animation: Animation, language: str = "en") -> Block:
    look = LOOKS[Style.TECH]
    setting = Setting(look.display, look.colours(("#22D3EE",), Tone.BASE), look.motion, language, animation, align=0.5)
    return Block(text, BOX, Limits(600, 200, 90), setting)


def shown(text: Block, t: float) -> np.ndarray:
    pixels = np.zeros((240, 640, 4), np.uint8)
    with surface(pixels) as canvas:
        text.draw(canvas, t, 0.0, 9.0)
    return pixels[:, :, 3]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("animation", [Animation.WORDS, Animation.TYPED])
def test_a_text_comes_bit_by_bit_until_it_stands_whole(animation: Animation, language: str) -> None:
    text = block(TEXTS[language], animation, language)
    inked = [int((shown(text, text.entering * share) > 40).sum()) for share in (0.0, 0.34, 0.67, 1.0)]
    assert inked[0] < 0.3 * inked[-1]
    assert all(later > 0.99 * before for before, later in pairwise(inked))
    assert inked[1] < inked[-1]
    later = text.entering + 2
    plain = block(TEXTS[language], Animation.FADE, language)
    if animation is Animation.WORDS:
        assert np.array_equal(shown(text, later), shown(plain, later))


@pytest.mark.parametrize(("language", "leftward"), [("en", False), ("ar", True)])
def test_typing_goes_in_the_direction_of_the_script(language: str, leftward: bool) -> None:
    text = block(TEXTS[language], Animation.TYPED, language)
    columns = np.flatnonzero((shown(text, text.entering * 0.3) > 40).any(axis=0))
    middle = (text.box.left + text.box.right) / 2
    assert (columns.mean() > middle) == leftward


def test_the_caret_blinks_then_goes_and_never_leaves_the_box() -> None:
    text = block("WWWWWW WWWWWWW WW", Animation.TYPED)
    with_caret = shown(text, text.entering + 0.05)
    without = shown(text, text.entering + 0.3)
    assert (without > 40).sum() < (with_caret > 40).sum() - 20
    later = [int((shown(text, text.entering + since) > 40).sum()) for since in (2.05, 2.3)]
    assert abs(later[0] - later[1]) < 0.01 * later[0]
    for moment in np.linspace(0, text.entering + 1, 40):
        columns = np.flatnonzero((shown(text, float(moment)) > 40).any(axis=0))
        assert not columns.size or (columns[0] >= BOX.left - 2 and columns[-1] < BOX.right + 2)
