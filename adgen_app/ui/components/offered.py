"""What a brief can be made of, as the page offers it."""

import reflex as rx

from adgen_app.domain.brand import MusicMood, Style
from adgen_app.ui.components.choice import Option, shape
from adgen_app.ui.components.colours import colours
from adgen_app.ui.components.form import Wrong, field, text_input
from adgen_app.ui.options import ROOM, OptionsState

EXAMPLES = {
    "Soy candles": "Hand-poured soy candles that make small flats smell like a forest. 20% off this week.",
    "A running app": "A running app for beginners: from the sofa to 5 km in eight weeks, kind to your knees.",
    "A family bakery": "Rosie's, a family bakery in Leeds. Sourdough baked at 4 am, at your door before coffee.",
}
LENGTHS = (
    Option("15", "15 s", "Stories, reels"),
    Option("30", "30 s", "In-feed"),
    Option("60", "60 s", "The full story"),
)
SHAPES = (
    Option("9:16", "9:16", "TikTok, Reels, Shorts", shape(15, 26)),
    Option("1:1", "1:1", "Feed", shape(22, 22)),
    Option("4:5", "4:5", "Instagram feed", shape(20, 25)),
    Option("16:9", "16:9", "YouTube, web", shape(28, 16)),
)
FRAMEWORKS = (
    Option("auto", "Choose for me", "By what you sell"),
    Option("PAS", "Problem, agitate, solve", "Removes a pain"),
    Option("BAB", "Before, after, bridge", "Changes a life"),
    Option("AIDA", "Attention to action", "For the rest"),
)


def optional_fields(wrong: Wrong) -> list[rx.Component]:
    """What may be said beyond the description."""
    texts = (
        ("product_name", "Product name", "Found in your description if left empty."),
        ("call_to_action", "Call to action", "For example: Order today"),
        ("offer", "Offer", "For example: 20% off until Sunday"),
        ("audience", "Audience", "For example: young parents in a hurry"),
    )
    return [
        *[field(label, _text(name, wrong), hint=hint, name=name, wrong=wrong) for name, label, hint in texts],
        field("Style", _select("style", [each.value for each in Style]), name="style"),
        field("Music", _select("music_mood", [each.value for each in MusicMood]), name="music_mood"),
        colours(wrong),
    ]


def _text(name: str, wrong: Wrong) -> rx.Component:
    return text_input(
        name,
        hint=True,
        wrong=wrong,
        max_length=ROOM,
        default_value=OptionsState.filled.get(name, ""),
        on_change=lambda value: OptionsState.fill_in(name, value),
    )


def _select(name: str, values: list[str]) -> rx.Component:
    return rx.el.select(
        rx.el.option("Choose for me", value="auto"),
        *[rx.el.option(value.capitalize(), value=value) for value in values],
        id=name,
        name=name,
        default_value=OptionsState.filled.get(name, "auto"),
        key=rx.State.is_hydrated,  # a list looks at its default once only
        on_change=lambda value: OptionsState.fill_in(name, value),
        class_name="input",
    )
