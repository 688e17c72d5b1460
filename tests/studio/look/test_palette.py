import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adgen_app.domain.brand import Style
from adgen_app.studio.look.colour import READABLE, Rgb, contrast, lch
from adgen_app.studio.look.palette import Tone, brand
from adgen_app.studio.look.styles import LOOKS

colours = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize("style", Style)
@settings(max_examples=60, deadline=None)
@given(chosen=st.lists(colours, min_size=1, max_size=3), tone=st.sampled_from(list(Tone)))
def test_every_ink_can_be_read_whatever_the_brand(style: Style, chosen: list[str], tone: Tone) -> None:
    palette = LOOKS[style].colours(tuple(chosen), tone)
    for ink in (palette.ink, palette.soft, palette.accent_ink):
        assert min(contrast(ink, ground) for ground in palette.grounds) >= READABLE
    assert contrast(palette.on_accent, palette.accent) >= READABLE


def test_styles_differ_in_ground_type_motion() -> None:
    seen = {(look.display.family, look.text.family, look.shader) for look in LOOKS.values()}
    assert len(seen) == len(Style)
    assert len({look.motion for look in LOOKS.values()}) == len(Style)


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("yellow", ["#FFD400", "#FFEB3B", "#FACC15"])
def test_a_yellow_brand_is_seen_as_yellow_and_never_as_olive(style: Style, yellow: str) -> None:
    seen = [LOOKS[style].colours((yellow,), tone) for tone in Tone]
    shown = [lch(colour) for one in seen for colour in (*one.grounds, one.accent, one.accent_ink)]
    assert any(1.3 < colour.hue < 2.0 and colour.lightness > 0.75 and colour.chroma > 0.08 for colour in shown)
    assert not [colour for colour in shown if 1.5 < colour.hue < 2.2 and 0.25 < colour.lightness < 0.62]


def test_a_given_second_colour_is_not_replaced_by_one_of_ours() -> None:
    bright = LOOKS[Style.VIBRANT].colours(("#8B4A2B", "#E0A458"), Tone.BRIGHT)
    assert lch(bright.ground).hue == pytest.approx(lch(bright.far).hue, abs=0.3)
    assert 0.8 < lch(bright.ground).hue < 1.6


def test_a_grey_second_colour_takes_the_hue_of_the_first() -> None:
    first, second = brand(("#C2410C", "#1C1917"))
    assert second.hue == first.hue
    assert 0 < second.chroma < first.chroma
    assert brand(("#C2410C", "#2563EB"))[1] == lch(Rgb.parse("#2563EB"))
