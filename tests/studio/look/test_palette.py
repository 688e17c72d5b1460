import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adgen_app.domain.brand import Style
from adgen_app.studio.look.colour import READABLE, contrast
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.look.styles import LOOKS

colours = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize("style", Style)
@settings(max_examples=60, deadline=None)
@given(brand=st.lists(colours, min_size=1, max_size=3), tone=st.sampled_from(list(Tone)))
def test_every_ink_can_be_read_whatever_the_brand(style: Style, brand: list[str], tone: Tone) -> None:
    palette = LOOKS[style].colours(tuple(brand), tone)
    for ink in (palette.ink, palette.soft, palette.accent_ink):
        assert min(contrast(ink, ground) for ground in palette.grounds) >= READABLE
    assert contrast(palette.on_accent, palette.accent) >= READABLE


def test_styles_differ_in_ground_type_motion() -> None:
    seen = {(look.display.family, look.text.family, look.shader) for look in LOOKS.values()}
    assert len(seen) == len(Style)
    assert len({look.motion for look in LOOKS.values()}) == len(Style)
