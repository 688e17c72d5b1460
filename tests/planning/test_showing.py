from itertools import pairwise

import pytest

from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.given import Given
from adgen_app.domain.storyboard import Role, Scene, SceneKind, Storyboard
from adgen_app.planning.writer import plan
from tests.planning.briefs import ALL, BAKERY

PHOTOS = tuple(f"{n:064x}.jpg" for n in range(5))
SHOWING = {SceneKind.HERO, SceneKind.FOOTAGE, SceneKind.FEATURES, SceneKind.OFFER, SceneKind.END_CARD}


def planned(brief: Brief, count: int) -> tuple[Scene, ...]:
    return plan(brief, Given(photos=PHOTOS[:count])).scenes


@pytest.mark.parametrize("count", range(1, 6))
@pytest.mark.parametrize("framework", list(Framework))
@pytest.mark.parametrize("brief", ALL)
def test_photos_hang_where_they_are_seen_and_none_twice_while_one_waits(
    brief: Brief, framework: Framework, count: int
) -> None:
    chosen = brief.model_copy(update={"framework": framework})
    scenes = planned(chosen, count)
    hung = [scene.photo for scene in scenes if scene.photo]
    assert PHOTOS[0] in hung
    assert len(set(hung)) == min(len(hung), count)
    assert {scene.kind for scene in scenes if scene.photo} <= SHOWING
    assert scenes[-1].photo
    assert all(one.kind is not other.kind for one, other in pairwise(scenes))
    assert [scene.overlays for scene in scenes] == [scene.overlays for scene in plan(chosen).scenes]


@pytest.mark.parametrize("brief", ALL)
def test_a_single_photo_is_the_heros_and_comes_again_at_the_end(brief: Brief) -> None:
    scenes = planned(brief, 1)
    heroes = [scene.photo for scene in scenes if scene.kind is SceneKind.HERO]
    assert heroes in ([PHOTOS[0]], [])
    assert scenes[-1].photo == PHOTOS[0]
    if heroes:
        assert [scene.kind for scene in scenes] == [scene.kind for scene in plan(brief).scenes]


def test_a_second_photo_opens_an_ad_that_opens_on_no_pain() -> None:
    scenes = planned(BAKERY.model_copy(update={"framework": Framework.AIDA}), 2)
    assert (scenes[0].role, scenes[0].kind, scenes[0].photo) == (Role.ATTENTION, SceneKind.FOOTAGE, PHOTOS[1])
    painful = planned(BAKERY.model_copy(update={"framework": Framework.PAS}), 2)
    assert (painful[0].kind, painful[0].photo) == (SceneKind.HOOK, None)
    assert painful[-1].photo == PHOTOS[1]


def test_without_photos_nothing_changes() -> None:
    board: Storyboard = plan(BAKERY)
    assert board == plan(BAKERY, Given())
    assert all(scene.photo is None for scene in board.scenes)
