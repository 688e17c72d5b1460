"""Lines for an ad in another language than English, sorted by what they do."""

from adgen_app.planning.choice import Dice
from adgen_app.planning.languages.phrases import first_up
from adgen_app.planning.languages.tongue import Lines, Tongue
from adgen_app.planning.piles import Piles
from adgen_app.planning.reading import Reading

_LINE = 38


def piles(reading: Reading, tongue: Tongue, dice: Dice) -> Piles:
    """What this ad can say: for a language without phrases, the brief's own words alone."""
    own, general = tongue.of(reading.trade.name), tongue.lines
    joys = [*dice.shuffled("joys", own.joys), *dice.shuffled("general joys", general.joys)]
    promises = [
        *(pain.relief for pain in reading.pains if pain.relief),
        *reading.features,
        *reading.offers[1:],
        *_about(reading, tongue),
    ]
    return Piles(
        name=reading.name,
        tagline=_tagline(reading, tongue),
        hooks=[
            *reading.questions,
            *(pain.question for pain in reading.pains),
            *dice.shuffled("hooks", own.hooks or general.hooks),
            *_words_only(reading, general),
        ],
        pains=[*(pain.question for pain in reading.pains), *dice.shuffled("pains", own.pains or general.pains)],
        spare=[*dice.shuffled("general pains", general.pains), *dice.shuffled("general hooks", general.hooks)],
        promises=list(dict.fromkeys(promises)),
        joys=joys,
        headlines=_headlines(reading, tongue, dice),
        offers=list(reading.offers[:1]),
        quote=(reading.quote.words, reading.quote.person) if reading.quote else None,
        call_to_action=reading.call_to_action or dice.pick("cta", own.cta or general.cta),
        address=reading.address,
    )


def _about(reading: Reading, tongue: Tongue) -> list[str]:
    return (
        [tongue.templates["for"].format(audience=reading.audience)]
        if reading.audience and "for" in tongue.templates
        else []
    )


def _headlines(reading: Reading, tongue: Tongue, dice: Dice) -> list[str]:
    why = tongue.templates.get("why", "").format(name=reading.name)
    named = [why] if why and reading.named and len(why) < _LINE else []
    return [*named, *dice.shuffled("headline", tongue.lines.headlines), reading.name]


def _words_only(reading: Reading, general: Lines) -> list[str]:
    """A language without phrases opens with what the brief says."""
    return [] if general.hooks else [*reading.features[:1], reading.name]


def _tagline(reading: Reading, tongue: Tongue) -> str | None:
    """What it is, for whom: said when the name doesn't."""
    if not reading.named or not reading.noun:
        return None
    whom = f"{reading.noun} {tongue.words.for_} {reading.audience}" if reading.audience and tongue.words.for_ else ""
    return first_up(whom if whom and len(whom) <= _LINE else reading.noun)
