from adgen_app.domain.storyboard import SceneKind
from adgen_app.planning import scenes
from adgen_app.planning.deck import Deck
from adgen_app.planning.draft import Draft, Slot
from adgen_app.planning.piles import Piles

SHORT = Slot(5.0, 2, 75.0)
LONG = Slot(20.0, 6, 300.0)


def piles(**more: object) -> Piles:
    base: dict[str, object] = {
        "name": "Rosie's",
        "tagline": "Bakery in York",
        "call_to_action": "Come in",
        "hooks": ["Smell that?", "Hungry?"],
        "pains": ["Supermarket bread?"],
        "promises": ["Fresh sourdough", "Open at five"],
        "joys": ["One more bite"],
        "headlines": ["Here's what's good"],
    }
    return Piles(**(base | more))  # pyright: ignore[reportArgumentType] - a test's shorthand


def written(scene: object, slot: Slot = SHORT, **more: object) -> Draft:
    return scene(Deck(piles(**more), proves=True), slot)  # type: ignore[operator] - a scene is called


def test_a_hero_names_itself_then_says_what_it_is() -> None:
    assert written(scenes.hero).lines[:2] == ("Rosie's", "Bakery in York")


def test_a_quote_stands_alone_with_its_person() -> None:
    draft = written(scenes.proof, LONG, quote=("Best bread", "Tom"))
    assert (draft.kind, draft.lines) == (SceneKind.QUOTE, ("Best bread", "Tom"))


def test_a_number_leads_its_scene() -> None:
    draft = written(scenes.proof, number=("24 hours", "Cold drinks", "Cold drinks for 24 hours"))
    assert draft.kind is SceneKind.NUMBER
    assert draft.lines[:2] == ("24 hours", "Cold drinks")


def test_an_offer_leads_when_there_is_little_else() -> None:
    assert written(scenes.proof, offers=["2 for 1"], promises=[]).kind is SceneKind.OFFER
    assert written(scenes.proof, offers=["2 for 1"]).kind is SceneKind.FEATURES
    assert written(scenes.proof, LONG, offers=["2 for 1"], promises=[]).kind is SceneKind.FEATURES


def test_features_are_a_list_of_two_at_least() -> None:
    draft = written(scenes.proof)
    assert draft.kind is SceneKind.FEATURES
    assert draft.lines == ("Here's what's good", "Fresh sourdough", "Open at five")


def test_a_headline_says_what_was_not_said() -> None:
    deck = Deck(piles(headlines=["Look closer", "In every detail"]), proves=True)
    deck.say("Look closer")
    assert scenes.proof(deck, SHORT).lines[0] == "In every detail"


def test_a_trouble_stands_beside_its_relief() -> None:
    draft = written(scenes.after, contrast=("Cold rooms", "Warm by six"))
    assert (draft.kind, draft.lines) == (SceneKind.SPLIT, ("Cold rooms", "Warm by six"))


def test_the_end_card_asks_and_ends_on_the_address() -> None:
    for slot in (SHORT, LONG):
        draft = written(scenes.end_card, slot, offers=["2 for 1"], address="rosies.com")
        assert draft.lines[:3] == ("Rosie's", "2 for 1", "Come in")
        assert draft.lines[-1] == "rosies.com"
        assert len(draft.lines) <= 6


def test_a_long_end_card_says_the_promises_once_more() -> None:
    deck = Deck(piles(), proves=True)
    deck.say("Fresh sourdough", "Open at five", "One more bite")
    assert {"Fresh sourdough", "Open at five"} <= set(scenes.end_card(deck, LONG).lines)
