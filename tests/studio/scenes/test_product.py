from itertools import product
from pathlib import Path

import numpy as np
import pytest

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import SceneKind
from adgen_app.studio.frame import draw
from adgen_app.studio.look.colour import READABLE
from adgen_app.studio.text.kinetic import Block
from tests.studio.pictures import busy, given, showing, tin
from tests.studio.test_frame import SETTLED, apart, inks, one_kind, worst_contrast

KINDS = (
    SceneKind.HERO,
    SceneKind.HOOK,
    SceneKind.FEATURES,
    SceneKind.OFFER,
    SceneKind.QUOTE,
    SceneKind.END_CARD,
)
PICTURES = {"tin": tin(), "busy": busy()}


@pytest.mark.parametrize(
    ("kind", "style", "aspect_ratio", "picture"),
    [one for at, one in enumerate(product(KINDS, Style, AspectRatio, PICTURES)) if at % 7 == 0],
    ids=str,
)
def test_texts_beside_a_product_stay_in_the_safe_area_and_can_be_read(
    kind: SceneKind, style: Style, aspect_ratio: AspectRatio, picture: str, drawn_blocks: list[Block], tmp_path: Path
) -> None:
    board = showing(one_kind(kind, style, aspect_ratio), given(tmp_path, PICTURES[picture]))
    frame = draw(board, round(SETTLED * 30), tmp_path)
    assert drawn_blocks
    safe = aspect_ratio.safe_area
    for block in drawn_blocks:
        box = block.box
        assert safe.left <= box.left < box.right <= safe.right + 1
        assert safe.top <= box.top < box.bottom <= safe.bottom + 1
        for ink, behind in inks(block, frame):
            assert worst_contrast(ink, behind) >= READABLE, block.fitted.words
    apart(drawn_blocks)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_product_is_seen_in_every_kind_that_can_show_it(kind: SceneKind, tmp_path: Path) -> None:
    board = one_kind(kind, Style.MINIMAL, AspectRatio.VERTICAL)
    frame = draw(showing(board, given(tmp_path, tin())), round(SETTLED * 30), tmp_path).astype(int)
    red = (frame[:, :, 2] > 150) & (frame[:, :, 1] < 70) & (frame[:, :, 0] < 70)
    bare = draw(board, round(SETTLED * 30)).astype(int)
    assert red.sum() > 8000 + ((bare[:, :, 2] > 150) & (bare[:, :, 1] < 70) & (bare[:, :, 0] < 70)).sum()


@pytest.mark.parametrize("style", Style)
def test_each_style_presents_it_in_its_own_manner_and_it_keeps_moving(style: Style, tmp_path: Path) -> None:
    board = showing(one_kind(SceneKind.HERO, style, AspectRatio.SQUARE), given(tmp_path, tin()))
    one, next_ = (draw(board, number, tmp_path)[:, 600:, :3].astype(int) for number in (90, 91))
    assert np.abs(one - next_).max() > 3
    others = [board.model_copy(update={"style": other}) for other in Style if other is not style]
    assert all(np.abs(one - draw(other, 90, tmp_path)[:, 600:, :3]).mean() > 1.5 for other in others)
