"""The scenes that an arc is made of, each written from the deck."""

from adgen_app.domain.storyboard import SceneKind
from adgen_app.planning.deck import READ_PER_SECOND, Deck
from adgen_app.planning.draft import Draft, Slot

EASY = 0.85
"""How much of a scene's room a line more than needed may fill."""
MANY = 3
"""Lines from which on a scene needs no more."""


def hook(deck: Deck, slot: Slot) -> Draft:
    """Words that stop the thumb."""
    lines = deck.deal(max(2, slot.lines), slot.room, deck.piles.hooks, deck.piles.pains, deck.piles.spare)
    return Draft(SceneKind.HOOK, lines)


def sting(deck: Deck, slot: Slot) -> Draft:
    """The hook of an ad that opens on a pain."""
    lines = deck.deal(1, slot.room, deck.piles.hooks)
    more = deck.deal(
        max(2, slot.lines) - 1, slot.room - len(lines[0]), deck.piles.pains, deck.piles.hooks, deck.piles.spare
    )
    return Draft(SceneKind.HOOK, lines + more)


def problem(deck: Deck, slot: Slot) -> Draft:
    """The pain, felt."""
    return Draft(
        SceneKind.PROBLEM, deck.deal(slot.lines, slot.room, deck.piles.pains, deck.piles.hooks, deck.piles.spare)
    )


def hero(deck: Deck, slot: Slot) -> Draft:
    """The name revealed, with one promise."""
    name = deck.piles.name
    tagline = [deck.piles.tagline] if deck.piles.tagline else []
    more = deck.deal(max(1, slot.lines - 1), slot.room - len(name), tagline, deck.piles.promises, deck.piles.joys)
    room = slot.room * EASY - len(name) - sum(map(len, more))
    also = deck.deal(1, room, deck.piles.promises) if slot.lines < MANY else ()
    return Draft(SceneKind.HERO, (name, *more, *also))


def after(deck: Deck, slot: Slot) -> Draft:
    """Life with it: the trouble beside its relief if the brief holds both, else the name."""
    if not deck.piles.contrast or slot.lines >= MANY:
        return hero(deck, slot)
    return Draft(SceneKind.SPLIT, deck.say(*deck.piles.contrast))


def proof(deck: Deck, slot: Slot) -> Draft:
    """Why to want it: a customer's words, a figure, or the list of what it does."""
    piles = deck.piles
    if piles.quote:
        return _led(deck, slot, SceneKind.QUOTE, *piles.quote)
    if piles.number:
        return _led(deck, slot, SceneKind.NUMBER, *piles.number)
    points = [line for line in piles.promises if line.casefold() not in deck.said]
    if piles.offer and len(points) < 2:
        return _led(deck, slot, SceneKind.OFFER, piles.offer)
    headline = piles.headlines[0]
    lines = deck.deal(max(2, slot.lines - 1), slot.room - len(headline), piles.promises, piles.joys)
    return Draft(SceneKind.FEATURES, (headline, *lines))


def _led(deck: Deck, slot: Slot, kind: SceneKind, *lines: str) -> Draft:
    deck.say(*lines)
    room = slot.room - sum(map(len, lines))
    more = deck.deal(max(0, slot.lines - len(lines)), room, deck.piles.promises, deck.piles.joys)
    return Draft(kind, (*lines, *more))


def end_card(deck: Deck, slot: Slot) -> Draft:
    """Name, reason to act now, call to action, address."""
    piles = deck.piles
    fixed = len(piles.name) + len(piles.call_to_action)
    offer = [piles.offer] if piles.offer else []
    before = deck.deal(1, slot.room - fixed, offer, piles.promises, piles.joys)
    after = (piles.address,) if piles.address and piles.address.casefold() not in deck.said else ()
    count = slot.lines - 2 - len(before) - len(after)
    more = deck.deal(max(0, count), READ_PER_SECOND * slot.seconds, piles.promises, piles.joys)
    return Draft(SceneKind.END_CARD, (piles.name, *before, piles.call_to_action, *after, *more))
