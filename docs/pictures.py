"""Makes pictures of the README and of the landing page: run `.venv/bin/python -m docs.pictures` in the root."""

from pathlib import Path

from adgen_app.domain.brand import Style
from adgen_app.domain.brief import Brief
from adgen_app.domain.storyboard import Storyboard
from adgen_app.planning.writer import plan
from adgen_app.studio.thumbnail import strip

CANDLES = (
    "Wick & Wild: hand-poured soy candles that smell like a forest after rain. Burns for 60 hours. 20% off this week."
)
COFFEE = (
    "Sunrise Coffee Club: coffee roasted on Monday, at your door by Wednesday. Free delivery. 20% off your first bag."
)
RUNNING = "Stride is a running app that builds a training plan around your week. 5 km in 6 weeks. Try it free."


def planned(prompt: str, style: Style, *colours: str) -> Storyboard:
    """The storyboard of an example."""
    return plan(Brief(prompt=prompt, style=style, brand_colours=colours))


if __name__ == "__main__":
    candles = planned(CANDLES, Style.LUXURY, "#1F4D3A", "#D4A24E")
    coffee = planned(COFFEE, Style.VIBRANT, "#E4572E", "#FFC914")
    running = planned(RUNNING, Style.TECH, "#22D3EE", "#7C5CFF")
    moments = ((coffee, 2.5), (coffee, 6.4), (coffee, 10.5), (candles, 6.4), (candles, 11.4), (candles, 14.3))
    strip(moments, Path("docs/images/ad.jpg"), height=460, gap=9)
    for number, moment in enumerate(((candles, 6.4), (coffee, 6.4), (running, 7.0)), 1):
        strip([moment], Path(f"assets/showcase/{number}.webp"), height=640)
