"""The scenes that an arc is made of, each written from the deck."""

from adgen_app.domain.storyboard import SceneKind
from adgen_app.planning.deck import Deck
from adgen_app.planning.draft import Draft


def hook(deck: Deck, count: int) -> Draft:
    """Words that stop the thumb."""
    lines = deck.deal(max(2, count), deck.hooks, deck.pains)
    return Draft(SceneKind.HOOK, lines, "A close-up that raises a question")


def problem(deck: Deck, count: int) -> Draft:
    """The pain, felt."""
    lines = deck.deal(count, deck.pains, ["There is a better way"])
    return Draft(SceneKind.PROBLEM, lines, "Someone who has had enough of it")


def hero(deck: Deck, count: int) -> Draft:
    """The name revealed with a promise."""
    lines = (deck.reading.name, *deck.deal(max(1, count - 1), deck.promises, deck.joys))
    return Draft(SceneKind.HERO, lines, f"{deck.reading.name} in the best light")


def proof(deck: Deck, count: int) -> Draft:
    """Why to want it."""
    lines = deck.deal(max(2, count), ["Why you will love it"], deck.promises, deck.joys)
    return Draft(SceneKind.FEATURES, lines, f"{deck.reading.name} in use")


def end_card(deck: Deck, count: int) -> Draft:
    """Name and call to action."""
    extra = deck.deal(max(0, count - 2), deck.promises, deck.joys)
    lines = (deck.reading.name, deck.call_to_action, *extra)
    return Draft(SceneKind.END_CARD, lines, f"{deck.reading.name} on a plain ground")
