import pytest

from adgen_app.planning.languages.detect import detect
from adgen_app.planning.languages.phrases import LINE
from adgen_app.planning.languages.tongue import PHRASED, TABLED, tongue
from adgen_app.planning.lexicon import trades
from adgen_app.planning.widths import width


@pytest.mark.parametrize("code", TABLED)
def test_a_tabled_language_has_phrases_for_every_need(code: str) -> None:
    known = tongue(code)
    for pile in (known.lines.hooks, known.lines.pains, known.lines.joys, known.lines.headlines, known.lines.cta):
        assert len(pile) >= 2
    assert all("{" in template for template in known.templates.values())
    assert known.words.articles
    assert known.words.breaks


@pytest.mark.parametrize("code", PHRASED)
def test_a_phrased_language_has_phrases_of_its_script_for_every_need(code: str) -> None:
    known = tongue(code)
    assert set(known.category) <= set(trades())
    assert {"food", "beauty", "software", "trades"} <= set(known.category)
    for lines in (known.lines, *known.category.values()):
        joys = lines.joys + lines.headlines
        assert (len(lines.hooks) >= 2, len(lines.pains) >= 1, len(joys) >= 2, len(lines.cta) >= 1) == (True,) * 4
        for line in (*lines.hooks, *lines.pains, *joys, *lines.cta):
            assert detect(line).partition("-")[0] in {code.partition("-")[0], "zh"}, line
            assert width(line) <= LINE


@pytest.mark.parametrize("code", PHRASED + TABLED)
def test_a_button_is_short_enough_to_be_a_button(code: str) -> None:
    known = tongue(code)
    assert max(width(line) for lines in (known.lines, *known.category.values()) for line in lines.cta) <= 28


@pytest.mark.parametrize("code", ["pl", "tr", "th", "el", "uk"])
def test_another_language_has_a_button_of_its_own(code: str) -> None:
    known = tongue(code)
    assert known.lines.cta[0] != tongue("und").lines.cta[0]
    assert not known.lines.hooks


def test_an_unknown_category_has_no_phrases() -> None:
    assert tongue("es").of("general").hooks == ()
    assert tongue("es").of("food").hooks


def test_a_brief_that_keeps_its_distance_is_not_answered_with_a_familiar_word() -> None:
    german = tongue("de")
    distant = german.towards("Fahrradreparatur in Köln: Wir kommen zu Ihnen")
    lines = [line for known in (distant.lines, *distant.category.values()) for line in (*known.joys, *known.hooks)]
    assert "Das wird dir gefallen" in german.lines.hooks
    assert "Das wird dir gefallen" not in lines
    assert all(known.hooks and known.cta for known in (distant.lines, distant.of("food")))
    assert german.towards("Fahrradreparatur in Köln, wir kommen zu dir") is german
    assert tongue("ja").towards("x") is tongue("ja")
