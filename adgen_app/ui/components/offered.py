"""What a brief can be made of, as the page offers it."""

from adgen_app.ui.components.choice import Option, shape

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
