import pytest

from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.storyboard import SceneKind
from adgen_app.planning.writer import plan
from tests.planning.briefs import BAKERY, BLANKET, BOTTLE, COFFEE


@pytest.mark.parametrize(
    ("brief", "kind"),
    [
        (BAKERY, SceneKind.OFFER),
        (BLANKET, SceneKind.QUOTE),
        (BOTTLE, SceneKind.NUMBER),
        (COFFEE, SceneKind.FEATURES),
    ],
)
def test_desire_is_built_on_the_best_that_the_brief_holds(brief: Brief, kind: SceneKind) -> None:
    storyboard = plan(brief)
    assert storyboard.framework is Framework.AIDA
    assert storyboard.scenes[2].kind is kind


def test_the_reason_names_the_offer() -> None:
    assert "20% off your first box" in plan(COFFEE).framework_reason
