from adgen_app.domain.brand import Style
from adgen_app.domain.storyboard import Animation, Place, SceneKind
from adgen_app.planning.staging import staged


def test_every_kind_has_its_stage() -> None:
    for kind in SceneKind:
        overlays = staged(kind, ("One", "Two", "Three"), "Two", Style.VIBRANT)
        assert [overlay.text for overlay in overlays] == ["One", "Two", "Three"]


def test_a_list_stands_under_its_headline() -> None:
    first, *others = staged(SceneKind.FEATURES, ("Why?", "Fresh", "Local"), "", Style.VIBRANT)
    assert first.place is Place.TOP
    assert {overlay.place for overlay in others} == {Place.CENTRE}


def test_the_button_pops() -> None:
    _, button = staged(SceneKind.END_CARD, ("Rosie's", "Come in"), "Come in", Style.VIBRANT)
    assert button.animation is Animation.SCALE


def test_lines_come_in_pairs_where_they_are_no_list() -> None:
    places = [
        overlay.place for overlay in staged(SceneKind.HERO, ("Rosie's", "Bakery", "Fresh", "Local"), "", Style.VIBRANT)
    ]
    assert places == [Place.CENTRE, Place.BOTTOM, Place.CENTRE, Place.BOTTOM]


def test_the_first_words_come_in_as_suits_the_style_and_the_others_as_ever() -> None:
    first, second = staged(SceneKind.HOOK, ("Servers never sleep", "Nor do we"), "", Style.TECH)
    assert (first.animation, second.animation) == (Animation.TYPED, Animation.SLIDE_UP)
    assert staged(SceneKind.HOOK, ("Wow",), "", Style.PLAYFUL)[0].animation is Animation.SCALE


def test_a_quote_is_told_word_by_word() -> None:
    assert staged(SceneKind.QUOTE, ("Lovely", "Ann"), "", Style.VIBRANT)[0].animation is Animation.WORDS
