import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Overlay, SceneKind
from adgen_app.studio.frame import draw
from adgen_app.studio.text.kinetic import Block
from tests.studio.test_frame import SETTLED, one_kind


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("aspect_ratio", AspectRatio)
def test_an_offer_breaks_where_one_would_breathe(
    style: Style, aspect_ratio: AspectRatio, drawn_blocks: list[Block]
) -> None:
    board = one_kind(SceneKind.OFFER, style, aspect_ratio)
    said = (Overlay(text="20% off this week"),)
    scenes = tuple(scene.model_copy(update={"overlays": said}) for scene in board.scenes)
    draw(board.model_copy(update={"scenes": scenes}), round(SETTLED * 30))
    (words,) = (block.fitted.words for block in drawn_blocks if "20%" in {word.text for word in block.fitted.words})
    lines = [" ".join(word.text for word in words if word.line == number).lower() for number in range(2)]
    assert lines == ["20% off", "this week"]
    assert words[-1].line == 1
