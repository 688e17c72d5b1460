import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import Box
from adgen_app.domain.storyboard import Animation
from adgen_app.studio.look.backdrop import surface
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.styles import LOOKS
from adgen_app.studio.text.fit import Limits, fit
from adgen_app.studio.text.kinetic import Block, Setting
from adgen_app.studio.text.measure import extent
from adgen_app.studio.typefaces import Face, library

FACES = [face for look in LOOKS.values() for face in (look.display, look.text)]
WORDS = [
    "Coffee", "you", "a", "WWWWWWWWWW", "Größe", "Ångström,", "fjord", "1,200+", "قهوة",
    "طازجة", "קפה", "毎朝、焙煎した", "咖啡", "커피", "हिन्दी", "ज़ायका", "☕", "👩‍👧", "🇫🇷", "<b>",
    "Donaudampfschifffahrtsgesellschaft", "Żółć", "Ελλάδα", "Привет", "ไทย",
]  # fmt: skip
PAD = 40


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
    style=st.sampled_from(list(Style)),
    headline=st.booleans(),
    align=st.sampled_from([0.0, 0.5, 1.0]),
    width=st.integers(300, 1700),
    height=st.integers(120, 900),
)
def test_no_ink_leaves_the_box(
    words: list[str], style: Style, headline: bool, align: float, width: int, height: int
) -> None:
    look = LOOKS[style]
    setting = Setting(
        look.display if headline else look.text,
        look.colours(("#2563EB",), Tone.BASE),
        look.motion,
        "en",
        Animation.FADE,
        align,
    )
    box = Box(PAD, PAD, PAD + width, PAD + height)
    block = Block(" ".join(words), box, Limits(width, height, 220), setting)
    canvas = np.zeros((height + 2 * PAD, width + 2 * PAD, 4), np.uint8)
    with surface(canvas) as drawn:
        block.draw(drawn, 99.0, 0.0, 100.0)
    inked = canvas[:, :, 3] > 40
    assert inked.any()
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    slack = 3
    assert rows[0] >= PAD - slack
    assert rows[-1] < PAD + height + slack
    assert columns[0] >= PAD - slack
    assert columns[-1] < PAD + width + slack


def test_lines_are_balanced_and_the_last_is_no_widow() -> None:
    text = "The best coffee in town is roasted every single morning right here"
    fitted = fit(text, LOOKS[Style.MINIMAL].display, Limits(768, 900, 130), "en")
    lines: dict[int, float] = {}
    for word in fitted.words:
        lines[word.line] = max(lines.get(word.line, 0.0), word.x + word.extent.advance * fitted.size)
    assert len(lines) >= 3
    assert min(lines.values()) > 0.55 * max(lines.values())


def test_a_right_to_left_line_reads_from_the_right_with_its_figures_in_order() -> None:
    fitted = fit("افضل 3 انواع", LOOKS[Style.MINIMAL].display, Limits(2000, 200, 90, lines=1), "ar")
    assert [word.text for word in sorted(fitted.words, key=lambda word: -word.x)] == ["افضل", "3", "انواع"]


def test_latin_within_arabic_keeps_its_own_order() -> None:
    fitted = fit("قهوة Ember & Oak طازجة", LOOKS[Style.MINIMAL].display, Limits(3000, 200, 90, lines=1), "ar")
    assert [word.text for word in sorted(fitted.words, key=lambda word: word.x)] == [
        "طازجة",
        "Ember",
        "&",
        "Oak",
        "قهوة",
    ]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.family)
def test_latin_letters_come_from_the_bundled_font(face: Face) -> None:
    text = "Sphinx of black quartz, judge my vow! ÄÖÜßéñçŁřő €$£ 0123456789"
    assert library().families(text, face.family, "en") == [face.family]


def test_arabic_letters_join() -> None:
    face = LOOKS[Style.MINIMAL].display
    joined = extent("قهوة", face, "ar").advance
    apart = sum(extent(letter, face, "ar").advance for letter in "قهوة")
    assert joined < 0.95 * apart


def test_a_long_word_is_broken_rather_than_small_with_hyphens_at_ends_of_lines_only() -> None:
    text = "Donaudampfschifffahrtsgesellschaftskapitän trinkt Kaffee"
    for width in (700, 1100, 1700):
        fitted = fit(text, LOOKS[Style.PLAYFUL].display, Limits(width, 800, 180), "de")
        last = {word.line: word for word in fitted.words}
        assert all(last[word.line] is word for word in fitted.words if word.text.endswith("-"))
        assert "".join(word.text.removesuffix("-") for word in fitted.words) == text.replace(" ", "")
        assert fitted.size > 60
