import pytest

from adgen_app.planning.languages.phrases import lines, phrases, sentences, shared_out
from adgen_app.planning.languages.tongue import tongue
from adgen_app.planning.widths import width

ES, DE, ZH = (tongue(code).words for code in ("es", "de", "zh"))


def test_sentences_end_in_every_script() -> None:
    assert sentences("\u65b0\u9c9c\u3002\u597d\u5403\uff01") == ["\u65b0\u9c9c", "\u597d\u5403"]
    assert sentences("\u00bfCansado? Prueba esto.") == ["Cansado", "Prueba esto"]


def test_phrases_begin_with_their_small_words() -> None:
    assert phrases("jabones de lavanda hechos a mano con aceite de oliva", ES) == [
        "jabones de lavanda",
        "hechos a mano",
        "con aceite de oliva",
    ]


def test_a_short_phrase_stays_whole() -> None:
    assert phrases("Reparatur am selben Tag", DE) == ["Reparatur am selben Tag"]


def test_people_keep_what_is_said_of_them() -> None:
    text = "clases de guitarra para adultos que empiezan de cero"
    assert phrases(text, ES)[-1] == "para adultos que empiezan de cero"


def test_a_german_verb_comes_to_the_front() -> None:
    assert phrases("die Rechnungen in Sekunden schreibt", DE) == ["schreibt Rechnungen in Sekunden"]


@pytest.mark.parametrize("phrase", ["de la", "con", "que es", "y"])
def test_small_words_alone_are_no_line(phrase: str) -> None:
    assert lines(phrase, ES) == []


def test_no_line_ends_with_a_small_word() -> None:
    assert lines("hecho a mano con", ES) == ["Hecho a mano"]


@pytest.mark.parametrize(
    "text", ["\u5496\u5561" * 30, "una frase muy larga de verdad que no cabe en una sola l\u00ednea de la pantalla"]
)
def test_long_texts_are_shared_out(text: str) -> None:
    parts = shared_out(text, ES)
    assert len(parts) > 1
    assert all(width(part) <= 80 for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
