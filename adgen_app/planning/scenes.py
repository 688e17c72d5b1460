"""The scenes that an arc is made of, each written from the deck."""

from adgen_app.domain.storyboard import SceneKind
from adgen_app.planning.deck import Deck
from adgen_app.planning.draft import Draft, Slot
from adgen_app.planning.widths import width

EASY = 0.85
"""How much of a scene's room a line more than needed may fill."""
LIST = 2
"""Promises that make a list."""
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
    room = slot.room - sum(map(width, lines))
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
    fresh = [line for line in piles.promises if line.casefold() not in deck.said]
    some = fresh[: max(1, (len(fresh) + 1) // 2)] if deck.proves or slot.lines < MANY else fresh
    more = deck.deal(max(1, slot.lines - 1), slot.room - width(piles.name), tagline, some, fresh, piles.joys)
    more = more or tuple(piles.promises[:1])
    room = slot.room * EASY - width(piles.name) - sum(map(width, more))
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
        return Draft(SceneKind.QUOTE, deck.say(*piles.quote))
    if piles.number:
        return _led(deck, slot, SceneKind.NUMBER, *piles.number[:2])
    points = [line for line in piles.promises if line.casefold() not in deck.said]
    if piles.offers and len(points) < LIST and slot.lines < MANY:
        return Draft(
            SceneKind.OFFER,
            deck.say(piles.offers[0]) + deck.deal(1, slot.room - width(piles.offers[0]), piles.promises, piles.joys),
        )
    headline = next((line for line in piles.headlines if line.casefold() not in deck.said), piles.headlines[0])
    deck.say(headline)
    lines = deck.deal(max(2, slot.lines - 1), slot.room - width(headline), piles.promises, piles.joys)
    points = lines if len(lines) >= LIST else (*lines, *(line for line in piles.promises if line not in lines))[:LIST]
    return Draft(SceneKind.FEATURES, (headline, *(points or piles.hooks[:1])))


def _led(deck: Deck, slot: Slot, kind: SceneKind, *lines: str) -> Draft:
    """The lines that the kind asks for; in a long ad more of them."""
    deck.say(*lines)
    room = slot.room - sum(map(width, lines))
    more = deck.deal(slot.lines - len(lines), room, deck.piles.promises, deck.piles.joys) if slot.lines >= MANY else ()
    return Draft(kind, (*lines, *more))


def end_card(deck: Deck, slot: Slot) -> Draft:
    """Name, reason to act now, call to action, address last; in a long ad the promises once more."""
    piles = deck.piles
    fixed = width(piles.call_to_action) + width(piles.address or "")
    promises = [line for line in piles.promises if line != piles.address]
    offers = [] if deck.said.intersection(offer.casefold() for offer in piles.offers) else piles.offers
    crowded = slot.lines == 1 and piles.address
    before = deck.deal(1, slot.room - fixed, offers, *(() if crowded else (promises, piles.joys)))
    last = (piles.address,) if piles.address else ()
    count = max(0, slot.lines - 2 - len(before) - len(last))
    new = deck.deal(count, slot.room, promises)
    again = [line for line in promises if line not in (*before, *new)][: count - len(new)]
    more = deck.deal(count - len(new) - len(again), slot.room, piles.joys)
    return Draft(SceneKind.END_CARD, (piles.name, *before, piles.call_to_action, *new, *again, *more, *last))
