import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.storyboard import Animation
from adgen_app.studio.look.styles import LOOKS
from adgen_app.studio.text.fit import Limits, Placed, fit
from adgen_app.studio.text.pace import pace

LOOK = LOOKS[Style.LUXURY]


def set_words(text: str) -> tuple[Placed, ...]:
    return fit(text, LOOK.display, Limits(800, 800, 120), "en").words


@pytest.mark.parametrize("animation", Animation)
def test_words_come_in_reading_order_and_a_long_text_stands_soon(animation: Animation) -> None:
    comings = pace(animation, LOOK.motion, set_words("Time is the only luxury " * 5))
    assert [coming.start for coming in comings] == sorted(coming.start for coming in comings)
    assert all(coming.seconds > 0 for coming in comings)
    assert comings[0].start == 0
    assert comings[-1].start + comings[-1].seconds < 2.1


def test_a_word_is_typed_when_the_one_before_it_is() -> None:
    first, second = pace(Animation.TYPED, LOOK.motion, set_words("Hello you"))
    assert second.start > first.start + first.seconds
    assert first.seconds == pytest.approx(5 / 3 * second.seconds)


def test_spoken_words_are_further_apart_than_staggered_ones() -> None:
    words = set_words("Time is luxury")
    said, staggered = (pace(one, LOOK.motion, words) for one in (Animation.WORDS, Animation.SLIDE_UP))
    assert said[1].start > 1.5 * staggered[1].start
