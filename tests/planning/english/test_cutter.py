from adgen_app.planning.english.cutter import Cutter, is_place


def test_words_go_in_one_by_one() -> None:
    cutter, tokens = Cutter(lead=True), ["for", "runners", ",", "made", "from", "wool"]
    for index, token in enumerate(tokens):
        cutter.feed(token, tokens[index + 1 :])
    assert [(clause.mark, clause.text) for clause in cutter.finish()] == [
        ("for", "runners"),
        ("made", "made from wool"),
    ]


def test_an_empty_sentence_has_no_phrases() -> None:
    assert Cutter(lead=False).finish() == []


def test_a_place_has_a_capital_a_day_is_none() -> None:
    assert is_place(["Leeds"])
    assert is_place(["the", "Old", "Mill"])
    assert not is_place(["Saturday"])
    assert not is_place(["glass", "jars"])
