import pytest

from adgen_app.planning.english.clauses import clauses, noun_end, sentences


def cut(sentence: str, *, lead: bool = False) -> list[str]:
    return [clause.text for clause in clauses(sentence, lead=lead)]


def test_sentences_end_at_full_stops_but_not_within_figures() -> None:
    assert sentences("Open at 9:30. 2.5 litres; St. Mary's fair! Yes") == [
        "Open at 9:30",
        "2.5 litres",
        "St. Mary's fair",
        "Yes",
    ]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("it's all natural and smells amazing", ["it's all natural", "smells amazing"]),
        ("with organic cotton, coconut oil and no plastic", ["organic cotton", "coconut oil", "no plastic"]),
        ("keeps drinks cold for 24 hours", ["keeps drinks cold for 24 hours"]),
        (
            "I handle your inbox, calendar and travel so you can focus",
            ["I handle your inbox, calendar and travel", "you can focus"],
        ),
        ("I build fast, beautiful websites", ["I build fast, beautiful websites"]),
        ("No keys, no queues, no deposit", ["No keys, no queues, no deposit"]),
        ("Freezer, microwave and dishwasher safe", ["Freezer, microwave and dishwasher safe"]),
        ("hand poured in small batches", ["hand poured in small batches"]),
        ("Cinnamon rolls that sell out by 10", ["Cinnamon rolls that sell out by 10"]),
        ("have hot tubs, stars and no wifi", ["have hot tubs, stars", "no wifi"]),
        ("by people you will actually trust", ["by people you will actually trust"]),
        ("up to 40% cheaper than new", ["up to 40% cheaper than new"]),
        ("Cheaper, calmer and faster than court", ["Cheaper, calmer and faster than court"]),
        ("reminds people who still owe", ["reminds people who still owe"]),
        ("carry two kids and the groceries", ["carry two kids and the groceries"]),
        ("tracks your sleep and the app wakes you", ["tracks your sleep", "the app wakes you"]),
        ("made by Lena in Portland, Oregon", ["made by Lena in Portland, Oregon"]),
        ("Bread baked at 4 am", ["Bread baked at 4 am"]),
        ("places free from January", ["places free from January"]),
        ("Twelve flavours, made fresh every morning", ["Twelve flavours", "made fresh every morning"]),
        ("authenticated by experts", ["authenticated by experts"]),
        ("good for sensitive stomachs and the planet", ["good for sensitive stomachs and the planet"]),
        ("Tastings every Saturday in Bath", ["Tastings every Saturday", "in Bath"]),
        ("alter suits and dresses in 48 hours", ["alter suits and dresses in 48 hours"]),
        ("every night and bring it to your door by seven", ["every night", "bring it to your door by seven"]),
        ("12 month warranty cheaper than Apple", ["12 month warranty", "cheaper than Apple"]),
    ],
)
def test_phrases_end_where_a_reader_would_pause(sentence: str, phrases: list[str]) -> None:
    assert cut(sentence) == phrases


def test_a_place_stands_alone_after_what_is_sold() -> None:
    assert cut("in Leeds 24/7 no call out fee", lead=True) == ["in Leeds 24/7", "no call out fee"]


def test_a_missing_full_stop_is_heard() -> None:
    assert cut("on Etsy it's all natural", lead=True) == ["on Etsy", "it's all natural"]


def test_the_mark_is_kept_apart() -> None:
    assert [(clause.mark, clause.text) for clause in clauses("for busy parents who hate cooking", lead=True)] == [
        ("for", "busy parents"),
        ("who", "hate cooking"),
    ]


def test_a_noun_ends_before_its_preposition() -> None:
    assert noun_end("pet hair from sofas") == "pet hair"
    assert noun_end("stains") == "stains"
