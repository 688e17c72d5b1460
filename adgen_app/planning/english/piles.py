"""English lines for one ad, sorted by what they do."""

import re

from adgen_app.planning.choice import Dice
from adgen_app.planning.english.buttons import buttons
from adgen_app.planning.english.grammar import an
from adgen_app.planning.english.headlines import sentence
from adgen_app.planning.lexicon import Trade, words
from adgen_app.planning.piles import Piles
from adgen_app.planning.reading import Reading

_MASS = re.compile(
    r"(?:ing|repair|care|insurance|photography|childcare|[^s]s|therapy|advice|support|yoga|design|dentistry|[ae]nce|software|(?<!consult)ation)$"
)
_KIDS = re.compile(
    (
        r"\b(?:toddlers|babies|kids|children|newborns|dogs|cats|pets|puppies|kittens|mom|mum|dad|her|him|grandma|"
        r"grandpa)\b"
    ),
    re.IGNORECASE,
)
_COUNTABLE = re.compile(
    r"(?:er|or|ist|ian|ant|service|company|agency|coach|nanny|garage|salon|studio|clinic|doctor|notary|firm|"
    r"agent|school)$"
)
_GROUPS = re.compile(r"^(?:everyone|anyone|people|all)\b", re.IGNORECASE)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_LINE = 38
_MORE_THAN_THE_OFFER = re.compile(
    r"^.*?\bget (?:an? )?(?=free\b)| with code \S+$"
    r"|,? (?:was|down from|regular(?:ly)?|usually|normally|instead of) \S+$",
    re.IGNORECASE,
)
_SHORT_NAME = 19


def piles(reading: Reading, dice: Dice) -> Piles:
    """What this ad can say."""
    trade = reading.trade
    return Piles(
        name=reading.name,
        tagline=_tagline(reading),
        hooks=_short(
            [
                *reading.questions,
                *(pain.question for pain in reading.pains),
                *_calls(reading, dice),
                *dice.shuffled("hooks", trade.hooks),
            ]
        ),
        pains=_short([*(pain.question for pain in reading.pains), *dice.shuffled("pains", trade.pains)]),
        spare=_wider(trade, ("pains", "hooks"), dice),
        promises=_promises(reading),
        joys=_short([*dice.shuffled("joys", trade.joys), *_wider(trade, ("joys",), dice)]),
        headlines=[
            *([f"Why {reading.name}?"] if reading.named and len(reading.name) <= _SHORT_NAME else []),
            *dice.shuffled("headline", trade.headline),
        ],
        offers=_offers(reading),
        number=(reading.number.value, sentence(reading.number.meaning), reading.number.source)
        if reading.number
        else None,
        quote=(reading.quote.words, reading.quote.person) if reading.quote else None,
        contrast=next(
            ((pain.named, reading.features[0]) for pain in reading.pains if pain.named and reading.features), None
        ),
        call_to_action=reading.call_to_action or _ask(reading, dice),
        address=reading.address or _local_address(reading),
    )


def _wider(trade: Trade, piles: tuple[str, ...], dice: Dice) -> list[str]:
    """Lines of the trades that this one belongs to, each pile in this ad's order."""
    lines: list[str] = []
    layer = trade.wider
    while layer is not None:
        for pile in piles:
            lines.extend(dice.shuffled(f"{pile} {layer.name}", getattr(layer, pile)))
        layer = layer.wider
    return lines


def _calls(reading: Reading, dice: Dice) -> list[str]:
    calls = [f"New {reading.where}"] if reading.new and reading.where else []
    where = f" {reading.where}" if reading.where else ""
    if (reading.trade.is_service or reading.trade.category == "trades") and _is_thing(reading):
        where = "" if not where or len(reading.noun) + len(where) > _LINE - 8 else where
        calls.append(
            f"Need {an(reading.noun)}{where}?"
            if _COUNTABLE.search(reading.noun)
            else f"Looking for {reading.noun if _MASS.search(reading.noun) else an(reading.noun)}{where}?"
        )
    if _can_call(reading) and (people := reading.audience):
        options = [f"This one's for {people}"]
        if " " in people:
            options += [f"Calling all {people}", f"{sentence(people)}, this is for you"]
        calls.insert(dice.roll("audience first", 2) if calls else 0, dice.pick("audience", options))
    return calls


def _is_thing(reading: Reading) -> bool:
    """Whether people look for it by its name: not for "an AI"."""
    return bool(reading.noun) and not reading.named and reading.noun.lower() not in words().generic


def _can_call(reading: Reading) -> bool:
    """Whether an ad may open by calling whom it is for."""
    people = reading.audience
    return people is not None and not _GROUPS.match(people) and not _KIDS.search(people)


def _promises(reading: Reading) -> list[str]:
    """What it does, then whom and what it is for: all from the brief, none said by the name already."""
    said = f"{reading.name} {_tagline(reading) or ''}".lower()
    opened = _can_call(reading) and not reading.questions and not reading.pains
    about = [
        f"Made for {reading.use}" if reading.use and reading.use.lower() not in said else "",
        f"For {reading.audience}" if reading.audience and not opened and reading.audience.lower() not in said else "",
        sentence(reading.where)
        if reading.where
        and reading.where.lower() not in said
        and "etsy" not in reading.where.lower()
        and (reading.address or not _local_address(reading))
        else "",
    ]
    reliefs = [pain.relief for pain in reading.pains]
    features = [_beyond(reading.name, line) for line in reading.features if _tail(line) not in said]
    return _short([*features, *reliefs, *reading.offers[2:], *about])


def _beyond(name: str, line: str) -> str:
    """What the line says after a name that it repeats: "Learn to code in 12 weeks" beside "Learn to code"."""
    repeated = line.lower().startswith(f"{name.lower()} ")
    return sentence(line[len(name) :].strip()) if repeated else line


def _tail(line: str) -> str:
    """The line without its preposition, in lower case: "with smart software" says "smart software"."""
    return re.sub(r"^(?:with|for|in|at) ", "", line.lower())


def _offers(reading: Reading) -> list[str]:
    """The offer; before it a price with its gift, where there is room: "$29 + free shipping"."""
    if not reading.offers[1:]:
        return [wording for offer in reading.offers for wording in _worded(offer)]
    first, second = reading.offers[:2]
    price, gift = (second, first) if first.lower().startswith(("free", "first ")) else (first, second)
    opens = gift.lower().startswith("first ")
    both = f"{gift}, then {_small(price)}" if opens else f"{price} + {_small(gift)}"
    return [both, first] if len(both) <= _LINE else _worded(first)


def _worded(offer: str) -> list[str]:
    """The offer in full, then shorter: without its code, who gets it, what it cost before."""
    shorter = sentence(_MORE_THAN_THE_OFFER.sub("", offer))
    return list(dict.fromkeys((offer, shorter)))


def _small(line: str) -> str:
    return f"{line[:1].lower()}{line[1:]}"


def _tagline(reading: Reading) -> str | None:
    """What it is, for whom or where: said when the name doesn't."""
    if not reading.named:
        return None
    noun = reading.noun if reading.noun and reading.noun.lower() not in reading.name.lower() else ""
    if not noun:
        return None
    for more in (
        reading.where,
        f"for {reading.audience}" if reading.audience else None,
        f"for {reading.use}" if reading.use else None,
    ):
        if more and len(noun) + len(more) < _LINE:
            return sentence(f"{noun} {more}")
    return sentence(noun)


def _ask(reading: Reading, dice: Dice) -> str:
    if opening := re.search(
        rf"\b(?:open|opens|opening|reopening) (?:on |this )?({_WEEKDAYS})\b",
        " | ".join(reading.features),
        re.IGNORECASE,
    ):
        return f"See you {opening[1].capitalize()}"
    here = reading.where is not None and not reading.where.startswith("from ")
    local = reading.trade.is_service or reading.trade.category == "trades" or here
    return dice.pick("cta", buttons(reading) or (reading.trade.service if local else reading.trade.cta))


def _short(lines: list[str]) -> list[str]:
    return list(dict.fromkeys(line for line in lines if line))


def _local_address(reading: Reading) -> str | None:
    """The place, unless the name or the line below it says it already."""
    where, said = reading.where or "", f"{reading.name} {_tagline(reading) or ''}".lower()
    is_address = any(c.isupper() for c in where) or "the " in where
    return sentence(where) if is_address and where.lower() not in said and "etsy" not in where.lower() else None
