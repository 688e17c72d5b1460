from adgen_app.domain.storyboard import Animation, Place, SceneKind
from adgen_app.planning.staging import staged


def test_every_kind_has_its_stage() -> None:
    for kind in SceneKind:
        overlays = staged(kind, ("One", "Two", "Three"), "Two")
        assert [overlay.text for overlay in overlays] == ["One", "Two", "Three"]


def test_a_list_stands_under_its_headline() -> None:
    first, *others = staged(SceneKind.FEATURES, ("Why?", "Fresh", "Local"), "")
    assert first.place is Place.TOP
    assert {overlay.place for overlay in others} == {Place.CENTRE}


def test_the_button_pops() -> None:
    _, button = staged(SceneKind.END_CARD, ("Rosie's", "Come in"), "Come in")
    assert button.animation is Animation.SCALE


def test_lines_come_in_pairs_where_they_are_no_list() -> None:
    places = [overlay.place for overlay in staged(SceneKind.HERO, ("Rosie's", "Bakery", "Fresh", "Local"), "")]
    assert places == [Place.CENTRE, Place.BOTTOM, Place.CENTRE, Place.BOTTOM]
