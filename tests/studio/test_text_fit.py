"""Texts that nobody plans for, in every staging: what is drawn stays where text may stand."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adgen_app.domain.brand import Style
from adgen_app.domain.formats import AspectRatio, Box
from adgen_app.domain.storyboard import Animation, Overlay, Place, Role, Scene, SceneKind, Storyboard
from adgen_app.studio.frame import draw, staged
from adgen_app.studio.text.kinetic import Block
from tests.studio.boards import COFFEE

SCRIPTS = {
    "Latin": "abcdefghijklmnopqrstuvwxyzÄÖÜßéçŁřő",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "Hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "Han": "新鮮咖啡每天早上烘焙送到您家門口",
    "kana": "あいうえおかきくけこアイウエオー、。「」ッャ",
    "Hangul": "가나다라마바사아자차카타파하",
    "Devanagari": "कखगघचजटडतदनपबमयरलवसह",
    "emoji": "☕🔥✨😀🎉🚀",
    "figures": "0123456789.,%€$",
}
SETTLED, LATE = 4.4, 4.7
TWO_THIRDS = 2 / 3
SLACK = 3


def words() -> st.SearchStrategy[str]:
    usual = [st.text(alphabet=letters, min_size=1, max_size=11) for letters in SCRIPTS.values()]
    return st.one_of(*usual, st.text(alphabet=SCRIPTS["Latin"], min_size=40, max_size=40), st.just("👩‍👩‍👧"))


def texts() -> st.SearchStrategy[str]:
    mixed = st.lists(words(), min_size=1, max_size=14)
    plain = st.sampled_from(list(SCRIPTS.values())).flatmap(
        lambda letters: st.lists(st.text(alphabet=letters, min_size=1, max_size=9), min_size=1, max_size=12)
    )
    return st.one_of(mixed, plain).map(lambda parts: " ".join(parts)[:120].strip() or "a")


@st.composite
def boards(draw_from: st.DrawFn) -> Storyboard:
    overlays = draw_from(
        st.lists(
            st.builds(Overlay, text=texts(), place=st.sampled_from(Place), animation=st.sampled_from(Animation)),
            min_size=1,
            max_size=5,
        )
    )
    kind = draw_from(st.sampled_from(SceneKind))
    scene = Scene(role=Role.SOLVE, kind=kind, duration=5, visual="", overlays=tuple(overlays))
    brand = COFFEE.brand.model_copy(update={"name": draw_from(texts())[:60].strip() or "a"})
    return COFFEE.model_copy(
        update={
            "style": draw_from(st.sampled_from(Style)),
            "aspect_ratio": draw_from(st.sampled_from(AspectRatio)),
            "brand": brand,
            "call_to_action": draw_from(texts())[:40].strip() or "a",
            "scenes": (scene, scene, scene),
        }
    )


@pytest.fixture(scope="module")
def shown() -> Iterator[list[Block]]:
    found: list[Block] = []

    def gather(self: Block, _: object, t: float, start: float, end: float) -> None:
        if start <= t < end:
            found.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Block, "draw", gather)
        yield found
    staged.cache_clear()


def inked(block: Block) -> Box:
    """The boxes of the words as they are really drawn, together."""
    found: list[tuple[float, float, float, float]] = []
    for word, picture in block._sprites:
        pixels = picture.image.toarray()[:, :, 3] > 40
        if not pixels.any():
            continue
        rows, columns = np.flatnonzero(pixels.any(axis=1)), np.flatnonzero(pixels.any(axis=0))
        left, top = block.left + word.x + picture.dx, block.top + word.y + picture.dy
        found.append((left + columns[0], top + rows[0], left + columns[-1] + 1, top + rows[-1] + 1))
    if not found:
        return block.box
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return Box(round(min(lefts)), round(min(tops)), round(max(rights)), round(max(bottoms)))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize=True,
    database=None,
)
@given(board=boards(), second=st.sampled_from([1.0, 2.2, SETTLED, LATE]))
def test_no_text_leaves_the_safe_area_or_fills_more_than_two_thirds_of_it(
    board: Storyboard, second: float, shown: list[Block]
) -> None:
    shown.clear()
    draw(board, round(second * 30))
    safe = board.aspect_ratio.safe_area
    boxes = [inked(block) for block in shown]
    for box in boxes:
        assert safe.left - SLACK <= box.left < box.right <= safe.right + SLACK
        assert safe.top - SLACK <= box.top < box.bottom <= safe.bottom + SLACK
    assert sum(box.width * box.height for box in boxes) <= TWO_THIRDS * safe.width * safe.height, (
        board.scenes[0].kind,
        boxes,
    )


@pytest.mark.parametrize("text", ["🔥" * 40, "😀 🎉 🚀", "x" * 40, "W" * 120, "A", "。", "ー", "١٢٣", "%", "ﷺ"])
@pytest.mark.parametrize("kind", SceneKind)
def test_an_odd_text_is_shown_and_stays_in_the_safe_area(kind: SceneKind, text: str, shown: list[Block]) -> None:
    scene = Scene(role=Role.SOLVE, kind=kind, duration=5, visual="", overlays=(Overlay(text=text),) * 2)
    board = COFFEE.model_copy(update={"scenes": (scene, scene, scene), "style": Style.VIBRANT})
    shown.clear()
    draw(board, round(SETTLED * 30))
    safe = board.aspect_ratio.safe_area
    for block in shown:
        box = inked(block)
        assert safe.left - SLACK <= box.left < box.right <= safe.right + SLACK
        assert safe.top - SLACK <= box.top < box.bottom <= safe.bottom + SLACK
