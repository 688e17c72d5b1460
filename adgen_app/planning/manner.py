"""How an ad looks, sounds, feels: chosen from what the brief says."""

from functools import lru_cache
from typing import NamedTuple, TypeVar

from pydantic import Field

from adgen_app.domain.brand import Colour, MusicMood, Style
from adgen_app.domain.brief import Brief
from adgen_app.domain.value import Value
from adgen_app.planning.choice import Dice
from adgen_app.planning.lexicon import Trade, table, word_pattern

_MOST_KEYWORDS = 5
_MOST_COLOURS = 3
_NOT_COLOURS = (
    "black friday",
    "green tea",
    "white glove",
    "red wine",
    "white wine",
    "brown rice",
    "blue light",
    "black tea",
    "whiteboard",
)
_LIGHT, _DARK = "#F8FAFC", "#111827"
_HALF = 128


K = TypeVar("K")


class _Look(Value):
    words: tuple[str, ...]
    mood: str
    music: MusicMood
    keywords: tuple[str, ...]
    light: str
    palettes: tuple[tuple[Colour, ...], ...] = Field(min_length=1)


class _Table(Value):
    styles: dict[Style, _Look]
    music: dict[MusicMood, tuple[str, ...]]
    keywords: dict[str, tuple[str, ...]]
    colours: dict[Colour, tuple[str, ...]]


class Manner(NamedTuple):
    """The choices that are not words."""

    style: Style
    music: MusicMood
    mood: str
    keywords: tuple[str, ...]
    colours: tuple[Colour, ...]
    light: str
    """How a camera would see this style."""


def manner(brief: Brief, trade: Trade, dice: Dice, seen: tuple[Colour, ...] = ()) -> Manner:
    """Choose; what the brief says explicitly stands, then come the colours seen in the user's files."""
    spoken = brief.prompt.lower()
    style = (
        brief.style
        if brief.style != "auto"
        else _other(_said(spoken, {s: look.words for s, look in _table().styles.items()}) or trade.style, brief.take)
    )
    look = _table().styles[style]
    own = style is trade.style
    music = (
        brief.music_mood
        if brief.music_mood != "auto"
        else _said(spoken, _table().music) or (trade.music if own else look.music)
    )
    adjectives = [match[0] for match in word_pattern(_table().keywords["words"]).finditer(spoken)]
    keywords = tuple(dict.fromkeys([*adjectives, *(trade.keywords if own else look.keywords)]))[:_MOST_KEYWORDS]
    palettes = trade.palettes if own else look.palettes
    colours = brief.brand_colours or _spoken_colours(spoken) or _grounded(seen) or dice.pick("palette", palettes)
    return Manner(style, music, trade.mood if own else look.mood, keywords, colours, look.light)


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table.model_validate(table("manner.toml"))


def _other(usual: Style, take: int) -> Style:
    """Another version of an ad is another art director's: the usual style first, then the others in turn."""
    styles = list(Style)
    return styles[(styles.index(usual) + take) % len(styles)]


def _said(text: str, options: dict[K, tuple[str, ...]]) -> K | None:
    """The option whose words come most often, if any does."""
    counts = {key: len(word_pattern(spoken).findall(text)) for key, spoken in options.items()}
    best = max(counts, key=lambda key: counts[key])
    return best if counts[best] else None


def _spoken_colours(text: str) -> tuple[Colour, ...]:
    """Colours that the brief names, with a ground to stand on if it names one only."""
    for phrase in _NOT_COLOURS:
        text = text.replace(phrase, " ")
    names = {name: colour for colour, spoken in _table().colours.items() for name in spoken}
    found = [names[match[0]] for match in word_pattern(frozenset(names)).finditer(text)]
    return _grounded(tuple(dict.fromkeys(found))[:_MOST_COLOURS])


def _grounded(colours: tuple[Colour, ...]) -> tuple[Colour, ...]:
    return (*colours, _ground(colours[0])) if len(colours) == 1 else colours


def _ground(colour: Colour) -> Colour:
    """A ground that the colour stands out from."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return _DARK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _HALF else _LIGHT
