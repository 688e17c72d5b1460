from adgen_app.checks.rules.brand import check
from adgen_app.domain.brand import BrandGuidelines
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

LONG = "The Old Mill Bakery and Coffee House of Leeds"


def named(board: Storyboard, name: str) -> Storyboard:
    return board.model_copy(update={"brand": BrandGuidelines(name=name, colours=("#112233",))})


def test_a_short_name_is_read_in_the_corner(board: Storyboard, media: Media) -> None:
    assert not list(check(named(board, "Elsewhere"), media))


def test_a_long_name_must_be_said_within_five_seconds(board: Storyboard, media: Media) -> None:
    assert len(list(check(named(board, LONG), media))) == 1
    first = board.scenes[0]
    saying = first.model_copy(update={"overlays": (first.overlays[0].model_copy(update={"text": LONG}),)})
    assert not list(check(named(board.model_copy(update={"scenes": (saying, *board.scenes[1:])}), LONG), media))
