import pytest

from adgen_app.domain.brand import MusicMood, Style
from adgen_app.domain.brief import Brief
from adgen_app.planning.choice import Dice
from adgen_app.planning.manner import Manner, manner
from adgen_app.planning.trade import trade_of


def looked(prompt: str) -> Manner:
    return manner(Brief(prompt=prompt), trade_of("", prompt), Dice(prompt))


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("elegant luxury watches", Style.LUXURY),
        ("fun quirky socks every month", Style.PLAYFUL),
        ("organic vegan soap", Style.ORGANIC),
        ("an app for invoices", Style.TECH),
        ("noise-cancelling headphones", Style.TECH),
    ],
)
def test_the_style_follows_the_words_then_the_trade(prompt: str, style: Style) -> None:
    assert looked(prompt).style is style


def test_music_follows_the_words() -> None:
    assert looked("upbeat workout classes").music is MusicMood.ENERGETIC
    assert looked("calming tea for the evening").music is MusicMood.CALM


def test_a_colour_in_the_brief_leads_the_palette() -> None:
    assert looked("handmade blue pottery mugs").colours[0] == "#2563EB"
    assert looked("our brand is green and gold, we sell tea").colours == ("#15803D", "#C8A45C")


def test_one_colour_gets_a_ground_that_it_stands_out_from() -> None:
    assert looked("golden rings for her").colours == ("#C8A45C", "#111827")
    assert looked("navy suits for men").colours == ("#1E3A8A", "#F8FAFC")


@pytest.mark.parametrize("prompt", ["Black Friday sale on mattresses", "green tea from Japan, loose leaf"])
def test_words_that_only_sound_like_colours_do_not_count(prompt: str) -> None:
    trade = trade_of("", prompt)
    assert looked(prompt).colours in trade.palettes


def test_keywords_are_the_briefs_adjectives_first() -> None:
    assert looked("handmade vegan candles").keywords[:2] == ("handmade", "vegan")


def test_another_style_than_the_trades_brings_its_own_palette() -> None:
    brief = Brief(prompt="plain bread, baked daily", style=Style.TECH)
    trade = trade_of("", brief.prompt)
    assert manner(brief, trade, Dice("x")).colours not in trade.palettes
