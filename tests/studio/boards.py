"""Storyboards written by hand: a coffee shop, a fitness app, a watch, a cleaner."""

from adgen_app.domain.brand import BrandGuidelines, MusicMood, Style
from adgen_app.domain.brief import Framework
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.storyboard import Animation, Overlay, Place, Role, Scene, SceneKind, Storyboard
from adgen_app.domain.voice import Line, Spoken


def scene(
    role: Role, kind: SceneKind, seconds: float, *texts: str, visual: str = "", place: Place = Place.CENTRE
) -> Scene:
    animations = (Animation.SLIDE_UP, Animation.FADE, Animation.SCALE)
    overlays = tuple(Overlay(text=text, place=place, animation=animations[at % 3]) for at, text in enumerate(texts))
    return Scene(role=role, kind=kind, duration=seconds, visual=visual, overlays=overlays)


def board(  # noqa: PLR0913, PLR0917 - a storyboard has this many parts
    product: str,
    name: str,
    colours: tuple[str, ...],
    style: Style,
    mood: MusicMood,
    action: str,
    scenes: tuple[Scene, ...],
    aspect_ratio: AspectRatio = AspectRatio.VERTICAL,
    duration: Duration = Duration.SHORT,
) -> Storyboard:
    return Storyboard(
        product=product,
        brand=BrandGuidelines(name=name, colours=colours),
        framework=Framework.PAS,
        framework_reason="",
        style=style,
        aspect_ratio=aspect_ratio,
        duration=duration,
        scenes=scenes,
        music=mood,
        call_to_action=action,
    )


COFFEE = board(
    "Specialty coffee shop with fresh roasted beans",
    "Ember & Oak",
    ("#8B4A2B", "#E0A458"),
    Style.ORGANIC,
    MusicMood.ECO,
    "Visit us today",
    (
        scene(
            Role.PROBLEM,
            SceneKind.PROBLEM,
            4,
            "Tired of burnt, bitter coffee?",
            "Mornings deserve better",
            visual="a sad cup",
        ),
        scene(
            Role.SOLVE, SceneKind.HERO, 4, "Meet Ember & Oak", "Roasted fresh every single day", visual="coffee beans"
        ),
        scene(
            Role.SOLVE,
            SceneKind.FEATURES,
            4,
            "Why people stay",
            "Roasted this morning",
            "Organic oat milk",
            "Fast Wi-Fi",
        ),
        scene(Role.ACTION, SceneKind.END_CARD, 3, "12 Mill Street, open from 7"),
    ),
)
FITNESS = board(
    "Fitness app with 10 minute workouts",
    "PulseFit",
    ("#E6194B", "#FFD400"),
    Style.VIBRANT,
    MusicMood.ENERGETIC,
    "Start free",
    (
        scene(Role.ATTENTION, SceneKind.HOOK, 3, "Only 10 minutes a day"),
        scene(Role.INTEREST, SceneKind.SPLIT, 4, "No time for the gym", "Stronger in your living room"),
        scene(Role.DESIRE, SceneKind.NUMBER, 4, "1,200+", "workouts that fit your life"),
        scene(Role.ACTION, SceneKind.END_CARD, 4, "7 days free, cancel any time"),
    ),
)
WATCH = board(
    "Luxury automatic watch, hand made in Geneva",
    "Aurelle",
    ("#C9A227",),
    Style.LUXURY,
    MusicMood.LUXURY,
    "Discover the collection",
    (
        scene(Role.ATTENTION, SceneKind.HOOK, 4, "Time is the only luxury", "Wear it well"),
        scene(Role.DESIRE, SceneKind.HERO, 4, "The Aurelle Automatic", "312 parts, assembled by one pair of hands"),
        scene(Role.DESIRE, SceneKind.QUOTE, 4, "The most beautiful watch I have ever worn", "Camille R., Paris"),
        scene(Role.ACTION, SceneKind.END_CARD, 3, "By appointment"),
    ),
)
CLEANER = board(
    "Plant based kitchen cleaning spray",
    "Zesty",
    ("#19B37B", "#FFCC33"),
    Style.PLAYFUL,
    MusicMood.PLAYFUL,
    "Get 20% off",
    (
        scene(Role.BEFORE, SceneKind.PROBLEM, 3, "Greasy kitchen again?", visual="a dirty oven"),
        scene(Role.AFTER, SceneKind.SPLIT, 4, "Scrubbing for hours", "One spray, one wipe, done"),
        scene(Role.BRIDGE, SceneKind.OFFER, 4, "20% off", "your first bottle this week"),
        scene(Role.ACTION, SceneKind.END_CARD, 4, "zesty.example"),
    ),
)
SAID = "Tired of burnt, bitter coffee? Meet Ember and Oak, roasted fresh every single day. Visit us today!"


def speaking(board: Storyboard, text: str = SAID, first: float = 0.5, last: float = 14.5) -> Storyboard:
    """The board with a voice that says a text evenly from one second to another."""
    words = text.split()
    each = (last - first) / len(words)
    said = tuple(
        Spoken(text=word, start=round(at * each, 3), end=round((at + 1) * each, 3)) for at, word in enumerate(words)
    )
    return board.model_copy(
        update={"voice": (Line(voice="e" * 64 + ".m4a", start=first, seconds=last - first, text=text, words=said),)}
    )


BOARDS = {"coffee": COFFEE, "fitness": FITNESS, "watch": WATCH, "cleaner": CLEANER}
