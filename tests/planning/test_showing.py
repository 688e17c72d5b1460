import pytest

from adgen_app.domain.brief import Brief
from adgen_app.domain.given import Given
from adgen_app.domain.storyboard import SceneKind
from adgen_app.planning.writer import plan
from tests.planning.briefs import ALL, BAKERY

PHOTOS = tuple(f"{n:064x}.jpg" for n in range(5))


@pytest.mark.parametrize("count", range(1, 6))
@pytest.mark.parametrize("brief", ALL)
def test_photos_hang_where_they_can_be_seen_and_none_twice_while_one_waits(brief: Brief, count: int) -> None:
    scenes = plan(brief, Given(photos=PHOTOS[:count])).scenes
    hung = [scene.photo for scene in scenes if scene.photo]
    assert PHOTOS[0] in hung
    assert len(hung) >= 2
    assert len(set(hung)) >= min(len(hung), count)
    assert {scene.kind for scene in scenes if scene.photo} <= {
        SceneKind.HERO,
        SceneKind.FEATURES,
        SceneKind.HOOK,
        SceneKind.OFFER,
        SceneKind.END_CARD,
    }


def test_the_first_photo_is_the_heros() -> None:
    scenes = plan(BAKERY, Given(photos=PHOTOS[:2])).scenes
    assert [scene.photo for scene in scenes if scene.kind is SceneKind.HERO] == [PHOTOS[0]]


def test_without_photos_none_is_shown() -> None:
    assert all(scene.photo is None for scene in plan(BAKERY).scenes)
