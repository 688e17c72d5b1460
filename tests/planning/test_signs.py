from adgen_app.planning.signs import without_signs


def test_signs_end_a_phrase_and_their_glue_is_gone() -> None:
    assert [part.strip() for part in without_signs("soap \U0001f9fc\ufe0f candles").split("|")] == ["soap", "candles"]
    assert without_signs("20\u00b0 Soap\u2122") == "20\u00b0 Soap\u2122"
