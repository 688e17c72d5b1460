import pytest

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
    prompt = "Ręcznie robione świece, świeże zioła, wysyłka w dobę"
    lines = sorted_lines(prompt, "pl")
    shown = [*lines.hooks, *lines.pains, *lines.spare, *lines.promises, *lines.joys, *lines.headlines]
    assert shown
    assert all(line.casefold() in prompt.casefold() for line in shown)


@pytest.mark.parametrize(
    ("code", "prompt", "category"),
    [
        ("ar", "مقهى في الرياض، قهوة مختصة", "food"),
        ("he", "שיעורי פסנתר למתחילים בחיפה", "education"),
        ("hi", "दिल्ली में योग कक्षाएं, सुबह और शाम", "fitness"),
        ("ja", "京都の小さなコーヒー店、毎朝焙煎", "food"),
        ("ko", "초보자를 위한 온라인 요가 수업", "fitness"),
        ("ru", "Доставка свежих цветов по Москве", "home"),
        ("zh", "手工皮包、意大利皮革、终身保修", "fashion"),
        ("zh-hant", "手工皂、天然植物油、每週新鮮製作", "beauty"),
        ("nl", "Loodgieter in Utrecht, dag en nacht bereikbaar", "trades"),
    ],
)
def test_a_category_is_told_by_its_words_in_every_phrased_language(code: str, prompt: str, category: str) -> None:
    lines = sorted_lines(prompt, code)
    known = tongue(code).category[category]
    assert set(lines.hooks) >= set(known.hooks)
    assert lines.call_to_action in known.cta
