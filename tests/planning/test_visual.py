import pytest

from adgen_app.domain.storyboard import Role, SceneKind
from adgen_app.planning.english.reader import read
from adgen_app.planning.visual import visual
from tests.planning.briefs import HEADPHONES

READING = read(HEADPHONES)


@pytest.mark.parametrize("kind", list(SceneKind))
def test_every_kind_can_be_filmed(kind: SceneKind) -> None:
    shot = visual(Role.DESIRE, kind, READING, "soft light")
    assert shot.endswith("; soft light")
    assert len(shot) <= 400


def test_the_shot_follows_the_role() -> None:
    before = visual(Role.PROBLEM, SceneKind.HOOK, READING, "")
    after = visual(Role.AFTER, SceneKind.HERO, READING, "")
    assert before.startswith(READING.trade.before)
    assert after.startswith(READING.trade.after)
    assert "headphones" in after


def test_a_long_name_leaves_the_shot_within_bounds() -> None:
    assert len(visual(Role.ACTION, SceneKind.END_CARD, READING, "x" * 600)) == 400
