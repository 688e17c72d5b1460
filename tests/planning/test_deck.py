from adgen_app.planning.deck import Deck
from adgen_app.planning.piles import Piles

PILES = Piles(name="Rosie's", tagline=None, call_to_action="Come in", number=("24", "hours", "24 hours a day"))


def test_no_line_is_dealt_twice() -> None:
    deck = Deck(PILES, proves=False)
    assert deck.deal(2, 100, ["One", "Two"]) == ("One", "Two")
    assert deck.deal(2, 100, ["one", "Two"], ["Three"]) == ("Three",)


def test_a_word_of_ours_comes_twice_only_when_nothing_else_is_left() -> None:
    deck = Deck(PILES, proves=False)
    assert deck.deal(2, 100, ["Hungry yet?", "Hungry? Good."], ["Smell that?"]) == ("Hungry yet?", "Smell that?")
    assert deck.deal(1, 100, ["Hungry? Good."]) == ("Hungry? Good.",)


def test_the_users_own_words_may_come_twice() -> None:
    deck = Deck(Piles(name="", tagline=None, call_to_action="", promises=["Fresh bread", "Fresh cake"]), proves=False)
    assert deck.deal(2, 100, deck.piles.promises, ["Yum"]) == ("Fresh bread", "Fresh cake")


def test_what_does_not_fit_is_left_for_later() -> None:
    deck = Deck(PILES, proves=False)
    assert deck.deal(2, 10, ["A rather long line", "Short"]) == ("Short",)
    assert deck.deal(1, 100, ["A rather long line"]) == ("A rather long line",)


def test_wide_letters_take_twice_the_room() -> None:
    assert Deck(PILES, proves=False).deal(1, 9, ["每周送到家"]) == ()
    assert Deck(PILES, proves=False).deal(1, 10, ["每周送到家"]) == ("每周送到家",)


def test_the_phrase_with_the_number_waits_for_its_scene() -> None:
    assert Deck(PILES, proves=True).deal(1, 100, ["24 hours a day"]) == ()
    assert Deck(PILES, proves=False).deal(1, 100, ["24 hours a day"]) == ("24 hours a day",)


def test_nothing_is_dealt_that_no_screen_holds() -> None:
    assert Deck(PILES, proves=False).deal(1, 1000, ["x" * 61]) == ()
