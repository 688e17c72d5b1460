import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import SceneKind
from adgen_app.studio.look.colour import READABLE, contrast, luminance
from adgen_app.studio.look.palette import Tone
from adgen_app.studio.scenes.legible import samples, veil
from adgen_app.studio.scenes.stage import Stage
from adgen_app.studio.timeline import shots
from tests.studio.pictures import checkered, flat
from tests.studio.test_frame import one_kind

BOX = Box(100, 100, 400, 300)


def stage(style: Style) -> Stage:
    return shots(one_kind(SceneKind.FOOTAGE, style, AspectRatio.SQUARE))[0].stage


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(
    "picture", [flat(255), flat(0), flat(119), checkered()], ids=["white", "black", "grey", "both"]
)
def test_every_ink_can_be_read_through_the_veil(style: Style, picture: np.ndarray) -> None:
    behind = samples([picture], BOX)
    cover = veil(stage(style), Tone.BASE, behind)
    for pixel in np.unique(behind, axis=0)[:: max(1, len(behind) // 500)]:
        seen = type(cover.colour)(*pixel).mix(cover.colour, cover.alpha)
        for ink in (cover.inks.ink, cover.inks.soft, cover.inks.accent_ink):
            assert contrast(ink, seen) >= READABLE


def test_a_veil_is_no_stronger_than_it_has_to_be() -> None:
    quiet, hard = (veil(stage(Style.TECH), Tone.BASE, samples([one], BOX)) for one in (flat(30), checkered()))
    assert quiet.alpha < 0.2 < hard.alpha < 0.75


def test_a_light_photo_keeps_its_light_in_a_light_style() -> None:
    cover = veil(stage(Style.MINIMAL), Tone.BASE, samples([flat(235)], BOX))
    assert luminance(cover.colour) > 0.8
    assert luminance(cover.inks.ink) < 0.1
