from collections.abc import Iterator

import pytest
import skia

from adgen_app.domain.storyboard import Role, SceneKind
from adgen_app.studio.frame import draw, staged
from adgen_app.studio.scenes import quote
from tests.studio.boards import WATCH, scene


@pytest.fixture
def stars(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Where each star that is drawn stands, from left to right."""
    found: list[float] = []
    shape = quote.star

    def counted(x: float, *rest: float) -> skia.Path:
        found.append(x)
        return shape(x, *rest)

    monkeypatch.setattr(quote, "star", counted)
    yield found
    staged.cache_clear()


@pytest.mark.parametrize(
    ("text", "count"), [("I sleep at last", 0), ("5 stars from me", 5), ("Rated 3/5", 3), ("4.8/5", 5)]
)
def test_a_quote_shows_the_stars_that_it_gives_and_no_others(text: str, count: int, stars: list[float]) -> None:
    said = scene(Role.DESIRE, SceneKind.QUOTE, 5, text, "Maria K.")
    draw(WATCH.model_copy(update={"scenes": (said, said, said)}), 75)
    assert len(stars) == count
    assert stars == sorted(set(stars))
