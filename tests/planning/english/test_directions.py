import pytest

from adgen_app.planning.english.directions import without_directions


@pytest.mark.parametrize(
    ("told", "about"),
    [
        ("Create a 15 second Instagram ad for luxury watches", "luxury watches"),
        ("Please make me a fun video about my bakery", "my bakery"),
        ("hey i need an ad for my lawn mowing business", "my lawn mowing business"),
        ("A 30 second ad about a new drink", "a new drink"),
        ("Ad for our summer sale", "summer sale"),
        ("Can you make a commercial for handmade soap?", "handmade soap?"),
    ],
)
def test_the_order_for_an_ad_is_not_the_product(told: str, about: str) -> None:
    assert without_directions(told).text == about


def test_manner_is_dropped_when_the_brief_speaks_of_the_ad() -> None:
    directed = without_directions(
        "Create an ad for watches with elegant gold aesthetics. Upbeat music. Show a man running."
    )
    assert directed.text.replace("|", "").split() == ["watches", "."] or directed.text.startswith("watches")
    assert "aesthetics" not in directed.text
    assert "Show" not in directed.text


@pytest.mark.parametrize(
    "brief", ["Wedding video for couples", "Ad agency for startups", "photographer, natural candid style"]
)
def test_what_is_sold_stays(brief: str) -> None:
    assert without_directions(brief).text == brief


def test_labels_become_fields() -> None:
    directed = without_directions(
        "Product: Lumo. A lamp that dims itself. Audience: night readers. Tone: calm. CTA: Light up"
    )
    assert directed.labelled == {"name": "Lumo", "audience": "night readers", "call_to_action": "Light up"}
    assert "A lamp that dims itself" in directed.text
    assert "calm" not in directed.text
