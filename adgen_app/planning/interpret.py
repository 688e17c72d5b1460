"""A brief in any language: what it says, then what an ad can say in that language."""

from adgen_app.domain.brief import Brief
from adgen_app.planning.choice import Dice
from adgen_app.planning.english import piles as english_piles
from adgen_app.planning.english import reader as english_reader
from adgen_app.planning.languages import piles as other_piles
from adgen_app.planning.languages import reader as other_reader
from adgen_app.planning.languages.detect import ENGLISH, detect
from adgen_app.planning.languages.tongue import tongue
from adgen_app.planning.piles import Piles
from adgen_app.planning.reading import Reading


def interpret(brief: Brief, dice: Dice) -> tuple[Reading, Piles]:
    """Read the brief in its own language."""
    code = detect(brief.prompt)
    if code == ENGLISH:
        reading = english_reader.read(brief)
        return reading, english_piles.piles(reading, dice)
    language = tongue(code).towards(brief.prompt)
    reading = other_reader.read(brief, language)
    return reading, other_piles.piles(reading, language, dice)
