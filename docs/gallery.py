"""Draws `docs/gallery.md` and its pictures again: run `.venv/bin/python -m docs.gallery` in the root."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from adgen_app.domain.asset import MediaName
from adgen_app.domain.brand import BrandGuidelines, MusicMood, Style
from adgen_app.domain.brief import Framework
from adgen_app.domain.formats import FPS, AspectRatio, Duration
from adgen_app.domain.storyboard import Animation, Overlay, Role, Scene, SceneKind, Storyboard
from adgen_app.domain.voice import Line, Spoken
from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.thumbnail import strip
from docs.still_life import dusk, jar

PAGE = Path(__file__).with_name("gallery.md")
PICTURES = Path(__file__).parent / "images" / "gallery"
TALL, LOW = 300, 190
SETTLED = 3.9
"""Second at which a scene of five stands."""
STEPS = (-4, -2, 0, 2, 4, 6)
"""Frames around a cut."""

Moment = tuple[Storyboard, float]
"""A storyboard, and the second at which it is looked at."""


class Shop(NamedTuple):
    """Whose ads show a style."""

    name: str
    product: str
    colours: tuple[str, ...]
    lines: dict[SceneKind, tuple[str, ...]]


_LINES = {
    SceneKind.PROBLEM: ("Tired of the same old thing?", "You are not alone"),
    SceneKind.QUOTE: ("I would never go back. 5 stars", "Camille R."),
    SceneKind.OFFER: ("20% off", "this week only"),
}

_SAID = "You will wonder how you ever lived without it"


def _shop(name: str, product: str, colours: tuple[str, ...], *said: tuple[str, ...]) -> Shop:
    kinds = (SceneKind.HOOK, SceneKind.SPLIT, SceneKind.HERO, SceneKind.FEATURES, SceneKind.NUMBER, SceneKind.END_CARD)
    return Shop(name, product, colours, {**_LINES, **dict(zip(kinds, said, strict=True))})


SHOPS = {
    Style.LUXURY: _shop(
        "Aurelle", "Automatic watch, hand made in Geneva", ("#C9A227",),
        ("Time is the only luxury", "Wear it well"), ("One more thing to charge", "Wound by your own hand"),
        ("The Aurelle Automatic", "Assembled by one pair of hands"),
        ("Made to be kept", "Sapphire glass", "Swiss movement", "Lifetime service"),
        ("312", "parts, none of them plastic"), ("By appointment",),
    ),
    Style.MINIMAL: _shop(
        "Norden", "Desk lamp of folded steel", ("#2F4858", "#F6AE2D"),
        ("Less lamp. More light.", "Folded from one sheet"), ("A desk full of cables", "One lamp, no wires"),
        ("Meet Norden One", "Light where you look"),
        ("What it does", "Warm at night", "Bright by day", "Folds flat"),
        ("90", "hours on one charge"), ("norden.example",),
    ),
    Style.VIBRANT: _shop(
        "PulseFit", "Fitness app with 10 minute workouts", ("#E6194B", "#FFD400"),
        ("Only 10 minutes a day", "for a stronger back"), ("No time for the gym", "Stronger in your living room"),
        ("Meet PulseFit", "Workouts that fit your life"),
        ("Why it works", "10 minutes a day", "No equipment", "A coach in your pocket"),
        ("1,200+", "workouts that fit your life"), ("7 days free, cancel any time",),
    ),
    Style.TECH: _shop(
        "Uptime", "Monitoring for servers", ("#22D3EE", "#7C5CFF"),
        ("Your servers never sleep", "Nor do we"), ("Alerts at 3 am", "Fixed before you wake"),
        ("Meet Uptime", "Monitoring in one command"),
        ("Built for teams", "Live dashboards", "Secure by default", "Fast search"),
        ("99.99%", "of incidents seen first"), ("Free for five servers",),
    ),
    Style.ORGANIC: _shop(
        "Ember & Oak", "Specialty coffee, fresh roasted beans", ("#8B4A2B", "#E0A458"),
        ("Coffee as it should be", "Roasted this morning"), ("Stale supermarket beans", "Roasted this morning"),
        ("Meet Ember & Oak", "Roasted fresh every single day"),
        ("Why people stay", "Roasted this morning", "Organic oat milk", "Fast Wi-Fi"),
        ("48", "hours from roaster to cup"), ("12 Mill Street, open from 7",),
    ),
    Style.PLAYFUL: _shop(
        "Zesty", "Plant based kitchen cleaning spray", ("#19B37B", "#FFCC33"),
        ("Clean is a lemon thing", "One spray, one wipe"), ("Scrubbing for hours", "One spray, one wipe, done"),
        ("Say hi to Zesty", "The spray that plants made"),
        ("Nice to everyone", "Safe for kids", "Kind to pets", "Made from lemons"),
        ("3x", "faster than scrubbing"), ("zesty.example",),
    ),
}  # fmt: skip


def shown(
    kinds: tuple[SceneKind, SceneKind, SceneKind], style: Style, ratio: AspectRatio, photo: MediaName | None = None
) -> Storyboard:
    """Three scenes of five seconds in a style."""
    shop = SHOPS[style]
    return Storyboard(
        product=shop.product,
        brand=BrandGuidelines(name=shop.name, colours=shop.colours),
        framework=Framework.BAB,
        framework_reason="",
        style=style,
        aspect_ratio=ratio,
        duration=Duration.SHORT,
        scenes=tuple(_scene(kind, shop.lines.get(kind, shop.lines[SceneKind.HERO]), photo) for kind in kinds),
        music=MusicMood.CALM,
        call_to_action="See it now",
    )


def _scene(kind: SceneKind, lines: tuple[str, ...], photo: MediaName | None) -> Scene:
    overlays = tuple(
        Overlay(text=text, animation=Animation.FADE if at else Animation.SLIDE_UP) for at, text in enumerate(lines)
    )
    return Scene(role=Role.SOLVE, kind=kind, duration=5, visual="", overlays=overlays, photo=photo)


def moment(
    kind: SceneKind, style: Style, ratio: AspectRatio = AspectRatio.VERTICAL, photo: MediaName | None = None
) -> Moment:
    """A scene of a kind as it stands."""
    return shown((kind, kind, kind), style, ratio, photo), SETTLED


def spoken(kind: SceneKind, style: Style, ratio: AspectRatio, photo: MediaName | None = None) -> Moment:
    """The scene with its captions, while the last but one of the words is said that are shown."""
    board, _ = moment(kind, style, ratio, photo)
    words = _SAID.split()
    each = (SETTLED - 1) / (len(words) - 1)
    said = tuple(Spoken(text=word, start=1 + at * each, end=1 + (at + 1) * each) for at, word in enumerate(words))
    line = Line(voice=f"{'0' * 64}.m4a", start=0, seconds=SETTLED + each, text=_SAID, words=said)
    return board.model_copy(update={"voice": (line,)}), SETTLED - each / 2


def page() -> str:
    """The page's text."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Gallery\n"
    yield "Every style and every kind of scene, drawn by the studio itself with no key: alone, with photos, spoken."
    yield "`.venv/bin/python -m docs.gallery` draws this page again.\n"
    yield "## Styles\n"
    for style in Style:
        yield f"### {style.capitalize()}\n"
        yield f"![Scenes of every kind in the style {style}](images/gallery/style-{style}.webp)\n"
        yield f"![The style {style} in 1:1, 4:5, 16:9](images/gallery/formats-{style}.webp)\n"
        yield f"![The style {style} with a photo of the product](images/gallery/photo-{style}.webp)\n"
        yield "How a scene gives way to the next one:\n"
        yield f"![Transition of the style {style}](images/gallery/change-{style}.webp)\n"
    yield "## Kinds of scenes\n"
    for kind in SceneKind:
        yield f"### {kind.replace('_', ' ').capitalize()}\n"
        yield f"![A scene of the kind {kind} in every style](images/gallery/kind-{kind}.webp)\n"
    yield "## Captions\n"
    yield "What a voice says, a phrase at a time, the word that is being spoken lit; the scene makes room for it.\n"
    for style in Style:
        yield f"![Captions in the style {style}](images/gallery/captions-{style}.webp)\n"


def draw_pictures(media: Path) -> None:
    """Write every picture of the page; the photos go into the folder of media."""
    photos = {style: _photos(media, style) for style in Style}
    flat = (AspectRatio.SQUARE, AspectRatio.PORTRAIT, AspectRatio.WIDE)
    for style in Style:
        _, evening = photos[style]
        kinds = [_standing(kind, style, evening) for kind in SceneKind]
        strip(kinds, PICTURES / f"style-{style}.webp", TALL, gap=6, media=media)
        strip(_with_photo(style, *photos[style]), PICTURES / f"photo-{style}.webp", TALL, gap=6, media=media)
        formats = [moment(SceneKind.HERO, style, ratio) for ratio in flat]
        strip(formats, PICTURES / f"formats-{style}.webp", TALL, gap=6)
        board = shown((SceneKind.HOOK, SceneKind.HERO, SceneKind.END_CARD), style, AspectRatio.WIDE)
        strip(_captioned(style, *photos[style]), PICTURES / f"captions-{style}.webp", TALL, gap=6, media=media)
        steps = [(board, 10 + step / FPS) for step in STEPS]
        strip(steps, PICTURES / f"change-{style}.webp", LOW, gap=6)
    for kind in SceneKind:
        row = [_standing(kind, style, photos[style][1]) for style in Style]
        strip(row, PICTURES / f"kind-{kind}.webp", TALL, gap=6, media=media)


def _photos(media: Path, style: Style) -> tuple[MediaName, MediaName]:
    shop = SHOPS[style]
    colour = Rgb.parse(shop.colours[0])
    return jar(media, colour, shop.name), dusk(media, colour, shop.name)


def _standing(kind: SceneKind, style: Style, photo: MediaName) -> Moment:
    """Footage is nothing without a photo, the other kinds need none."""
    return moment(kind, style, photo=photo if kind is SceneKind.FOOTAGE else None)


def _captioned(style: Style, plain: MediaName, evening: MediaName) -> list[Moment]:
    return [
        spoken(SceneKind.HOOK, style, AspectRatio.VERTICAL),
        spoken(SceneKind.FOOTAGE, style, AspectRatio.VERTICAL, evening),
        spoken(SceneKind.FEATURES, style, AspectRatio.PORTRAIT),
        spoken(SceneKind.HERO, style, AspectRatio.WIDE, plain),
    ]


def _with_photo(style: Style, plain: MediaName, evening: MediaName) -> list[Moment]:
    tall, wide = AspectRatio.VERTICAL, AspectRatio.WIDE
    return [
        moment(SceneKind.HERO, style, tall, plain),
        moment(SceneKind.OFFER, style, tall, plain),
        moment(SceneKind.HERO, style, wide, plain),
        moment(SceneKind.FOOTAGE, style, tall, evening),
        moment(SceneKind.FOOTAGE, style, AspectRatio.SQUARE, evening),
    ]


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        draw_pictures(Path(folder))
    PAGE.write_text(page(), "utf-8")
