import re

import pytest

from adgen_app.domain.storyboard import Overlay
from adgen_app.planning.languages.tongue import TABLED, tongue
from adgen_app.planning.lexicon import GENERAL, Trade, trades, word_pattern, words

TRADES = trades().values()


@pytest.mark.parametrize("trade", TRADES, ids=lambda trade: trade.name)
def test_a_trades_lines_fit_a_screen_and_claim_no_figures(trade: Trade) -> None:
    lines = [*trade.hooks, *trade.pains, *trade.joys, *trade.headline, *trade.cta, *trade.service]
    assert len(lines) >= 12
    for line in lines:
        assert len(Overlay(text=line).text) <= 38
        assert not re.search(r"\d|guarantee|award|the best|number one|cheapest", line, re.IGNORECASE)
    assert all(len(line) <= 26 for line in (*trade.cta, *trade.service))


@pytest.mark.parametrize("trade", TRADES, ids=lambda trade: trade.name)
def test_every_trade_leads_to_the_general_one(trade: Trade) -> None:
    while trade.wider is not None:
        trade = trade.wider
    assert trade.name == GENERAL


def test_no_line_is_written_twice_in_a_trade() -> None:
    for trade in TRADES:
        lines = [*trade.hooks, *trade.pains, *trade.joys]
        assert len(lines) == len(set(lines)), trade.name


@pytest.mark.parametrize("code", TABLED)
def test_other_languages_know_the_same_categories(code: str) -> None:
    known = tongue(code)
    assert set(known.category) <= {trade.name for trade in TRADES}
    assert len(known.category) >= 15
    for lines in (known.lines, *known.category.values()):
        assert all(not re.search(r"\d", line) for line in (*lines.hooks, *lines.pains, *lines.joys))
        assert all(len(line) <= 38 for line in (*lines.hooks, *lines.pains, *lines.joys, *lines.cta))


def test_words_are_found_whole_the_longest_first() -> None:
    pattern = word_pattern(frozenset({"car", "car wash"}))
    assert pattern.findall("Carpet, a car wash, my car") == ["car wash", "car"]


def test_the_small_words_are_lower_case() -> None:
    table = words()
    for group in (table.prepositions, table.connectors, table.verbs, table.people, table.danglers):
        assert all(word == word.lower() for word in group)
