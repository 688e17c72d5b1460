from adgen_app.domain.brief import Brief
from adgen_app.planning.choice import Dice
from adgen_app.planning.languages.piles import piles
from adgen_app.planning.languages.reader import read
from adgen_app.planning.languages.tongue import tongue
from adgen_app.planning.piles import Piles


def sorted_lines(prompt: str, code: str) -> Piles:
    return piles(read(Brief(prompt=prompt), tongue(code)), tongue(code), Dice(prompt))


def test_a_category_speaks_in_its_language() -> None:
    lines = sorted_lines("Boulangerie \u00e0 Lyon, pain au levain", "fr")
    assert set(lines.hooks) <= set(tongue("fr").category["food"].hooks)
    assert lines.call_to_action in tongue("fr").category["food"].cta


def test_the_tagline_names_the_audience() -> None:
    assert sorted_lines("FocusFlow ist eine App f\u00fcr Eltern", "de").tagline == "App f\u00fcr Eltern"


def test_a_language_without_phrases_uses_the_briefs_words_alone() -> None:
    prompt = "\u65b0\u9c9c\u70d8\u7119\u7684\u5496\u5561\u8c46\uff0c\u6bcf\u5468\u9001\u5230\u5bb6"
    lines = sorted_lines(prompt, "zh")
    shown = [*lines.hooks, *lines.pains, *lines.spare, *lines.promises, *lines.joys, *lines.headlines]
    assert shown
    assert all(line in prompt for line in shown)
