from adgen_app.domain.brief import Brief, Framework
from adgen_app.planning.writer import plan
from tests.planning.briefs import BOTTLE, TUTOR


def test_a_promised_change_is_shown_as_one() -> None:
    storyboard = plan(TUTOR)
    assert storyboard.framework is Framework.BAB
    assert "\u201cLearn\u201d" in storyboard.framework_reason


def test_an_aspiring_trade_is_enough() -> None:
    assert plan(Brief(prompt="A quiet cabin by a lake in Norway")).framework is Framework.BAB


def test_a_number_worth_a_scene_asks_for_another_arc() -> None:
    assert plan(BOTTLE).framework is Framework.AIDA


def test_trouble_beside_relief_when_the_brief_holds_both() -> None:
    brief = Brief(prompt="No more cold mornings: a heater that warms in seconds", framework=Framework.BAB)
    after = plan(brief).scenes[1]
    assert after.kind == "split"
    assert [overlay.text for overlay in after.overlays] == ["Cold mornings", "Warms in seconds"]
