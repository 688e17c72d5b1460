import pytest

from adgen_app.planning.languages.tongue import TABLED, tongue


@pytest.mark.parametrize("code", TABLED)
def test_a_tabled_language_has_phrases_for_every_need(code: str) -> None:
    known = tongue(code)
    for pile in (known.lines.hooks, known.lines.pains, known.lines.joys, known.lines.headlines, known.lines.cta):
        assert len(pile) >= 2
    assert all("{" in template for template in known.templates.values())
    assert known.words.articles
    assert known.words.breaks


@pytest.mark.parametrize("code", ["zh", "ar", "pl", "ru", "hi"])
def test_another_language_has_a_button_of_its_own(code: str) -> None:
    known = tongue(code)
    assert known.lines.cta[0] != tongue("und").lines.cta[0]
    assert not known.lines.hooks


def test_an_unknown_category_has_no_phrases() -> None:
    assert tongue("es").of("general").hooks == ()
    assert tongue("es").of("food").hooks
