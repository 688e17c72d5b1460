"""The scenes that an arc is made of, each written from the deck."""

from adgen_app.domain.storyboard import SceneKind
from adgen_app.planning.deck import Deck
from adgen_app.planning.draft import Draft, Slot

EASY = 0.85
"""How much of a scene's room a line more than needed may fill."""
MANY = 3
"""Lines from which on a scene needs no more."""


def hook(deck: Deck, slot: Slot) -> Draft:
    """Words that stop the thumb."""
    piles = deck.piles
    return Draft(SceneKind.HOOK, deck.deal(max(2, slot.lines), slot.room, piles.hooks, piles.pains, _spare(deck, slot)))


def sting(deck: Deck, slot: Slot) -> Draft:
    """The hook of an ad that opens on a pain."""
    piles = deck.piles
    lines = deck.deal(1, slot.room, piles.hooks, piles.pains, piles.spare)
    room = slot.room - sum(map(len, lines))
    more = deck.deal(max(2, slot.lines) - 1, room, piles.pains, piles.hooks, _spare(deck, slot))
    return Draft(SceneKind.HOOK, lines + more)


def _spare(deck: Deck, slot: Slot) -> list[str]:
    """General openings: for long scenes only."""
    return deck.piles.spare if slot.lines >= MANY else []


def problem(deck: Deck, slot: Slot) -> Draft:
    """The pain, felt."""
    return Draft(
        SceneKind.PROBLEM, deck.deal(slot.lines, slot.room, deck.piles.pains, deck.piles.hooks, deck.piles.spare)
    )


def hero(deck: Deck, slot: Slot) -> Draft:
    """The name revealed, with one promise; in a long ad with some of them, so that others are left."""
    piles = deck.piles
    tagline = [piles.tagline] if piles.tagline else []
    some = piles.promises[: max(1, (len(piles.promises) + 1) // 2)]
    more = deck.deal(max(1, slot.lines - 1), slot.room - len(piles.name), tagline, some, piles.joys)
    room = slot.room * EASY - len(piles.name) - sum(map(len, more))
    also = deck.deal(1, room, some) if slot.lines < MANY else ()
    return Draft(SceneKind.HERO, (piles.name, *more, *also))


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
        return _led(deck, slot, SceneKind.NUMBER, *piles.number[:2])
    points = [line for line in piles.promises if line.casefold() not in deck.said]
    if piles.offer and len(points) < 2:
        return _led(deck, slot, SceneKind.OFFER, piles.offer)
    headline = piles.headlines[0]
    lines = deck.deal(max(2, slot.lines - 1), slot.room - len(headline), piles.promises, piles.joys)
    return Draft(SceneKind.FEATURES, (headline, *lines))


def _led(deck: Deck, slot: Slot, kind: SceneKind, *lines: str) -> Draft:
    """The lines that the kind asks for, then more while there is time and room."""
    deck.say(*lines)
    room = slot.room - sum(map(len, lines))
    count = slot.lines - len(lines)
    more = deck.deal(count, room, deck.piles.promises, deck.piles.joys) if count > 0 else ()
    also = deck.deal(1, room * EASY - sum(map(len, more)), deck.piles.promises) if slot.lines < MANY else ()
    return Draft(kind, (*lines, *more, *also))


def end_card(deck: Deck, slot: Slot) -> Draft:
    """Name, reason to act now, call to action, address; in a long ad the promises once more."""
    piles = deck.piles
    fixed = len(piles.name) // 2 + len(piles.call_to_action)
    offer = [piles.offer] if piles.offer else []
    before = deck.deal(
        1, slot.room - fixed, offer, [line for line in piles.promises if line != piles.address], piles.joys
    )
    after = (piles.address,) if piles.address else ()
    count = max(0, slot.lines - 2 - len(before) - len(after))
    new = deck.deal(count, slot.room, piles.promises)
    again = [line for line in piles.promises if line not in (*before, *after, *new)][: count - len(new)]
    more = deck.deal(count - len(new) - len(again), slot.room, piles.joys)
    return Draft(SceneKind.END_CARD, (piles.name, *before, piles.call_to_action, *after, *new, *again, *more))
