"""What a brief can be made of, as the page offers it."""

import reflex as rx

from adgen_app.domain.brand import MusicMood, Style
from adgen_app.ui.components.choice import Option, shape
from adgen_app.ui.components.colours import colours
from adgen_app.ui.components.form import field, text_input

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


def optional_fields(filled: dict[str, str]) -> list[rx.Component]:
    """What may be said beyond the description, filled with what another brief said."""
    texts = (
        ("product_name", "Product name", "Found in your description if left empty.", 60),
        ("call_to_action", "Call to action", "For example: Order today", 40),
        ("offer", "Offer", "For example: 20% off until Sunday", 120),
        ("audience", "Audience", "For example: young parents in a hurry", 120),
    )
    return [
        *[
            field(
                label,
                text_input(name, hint=True, max_length=limit, default_value=filled.get(name, "")),
                hint=hint,
                name=name,
            )
            for name, label, hint, limit in texts
        ],
        field("Style", _select("style", [each.value for each in Style], filled), name="style"),
        field("Music", _select("music_mood", [each.value for each in MusicMood], filled), name="music_mood"),
        colours(),
    ]


def _select(name: str, values: list[str], filled: dict[str, str]) -> rx.Component:
    return rx.el.select(
        rx.el.option("Choose for me", value="auto"),
        *[rx.el.option(value.capitalize(), value=value) for value in values],
        id=name,
        name=name,
        default_value=filled.get(name, "auto"),
        class_name="input",
    )
