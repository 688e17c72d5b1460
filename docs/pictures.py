"""Makes pictures of the README and of the landing page: run `.venv/bin/python docs/pictures.py` in the root."""

from pathlib import Path

from adgen_app.domain.brand import Style
from adgen_app.domain.brief import Brief
from adgen_app.domain.storyboard import Storyboard
from adgen_app.planning.writer import plan
from adgen_app.studio.thumbnail import strip

CANDLES = "Hand-poured soy candles that make small flats smell like a forest. 20% off this week."
BAKERY = "Sourdough bread baked at 4 am in Leeds, delivered before your first coffee."
HEADPHONES = "Noise-cancelling headphones for open offices, 40 hours on one charge."


def planned(prompt: str, style: Style, *colours: str) -> Storyboard:
    """The storyboard of an example."""
    return plan(Brief(prompt=prompt, style=style, brand_colours=colours))


if __name__ == "__main__":
    candles = planned(CANDLES, Style.LUXURY)
    bakery = planned(BAKERY, Style.ORGANIC)
    headphones = planned(HEADPHONES, Style.TECH)
    strip(bakery, (2.4, 6.4, 11.4, 14.5), Path("docs/images/ad.jpg"), height=560, gap=12)
    for number, (board, second) in enumerate(((candles, 6.4), (bakery, 6.4), (headphones, 6.4)), 1):
        strip(board, (second,), Path(f"assets/showcase/{number}.webp"), height=640)
