import pytest

from adgen_app.planning.english.pains import find_pains, remedied


@pytest.mark.parametrize(
    ("text", "question", "relief"),
    [
        ("No more dull mornings.", "Tired of dull mornings?", "No more dull mornings"),
        ("For people tired of waiting in line", "Tired of waiting in line?", "No more waiting in line"),
        ("Stop wasting time on emails, start living", "Still wasting time on emails?", "Stop wasting time on emails"),
        ("Never lose your keys again", "Still losing your keys?", "Never lose your keys again"),
        (
            "Tired of burnt, bitter coffee? We roast daily",
            "Tired of burnt, bitter coffee?",
            "No more burnt, bitter coffee",
        ),
        ("Tired of leaks today? Call us", "Tired of leaks?", "No more leaks"),
        ("say goodbye to back pain with our chair", "Tired of back pain?", "No more back pain"),
    ],
)
def test_a_trouble_becomes_a_question_with_its_relief(text: str, question: str, relief: str) -> None:
    (pain,) = find_pains(text).pains
    assert (pain.question, pain.relief) == (question, relief)


def test_the_briefs_own_questions_are_kept() -> None:
    found = find_pains("Locksmith | locked out? we arrive fast. Lost your keys?")
    assert found.questions == ("Locked out?", "Lost your keys?")
    assert "?" not in found.text


@pytest.mark.parametrize("text", ["One-stop shop for sneakers", "non-stop flights to Rome"])
def test_words_that_only_look_like_troubles_stay(text: str) -> None:
    found = find_pains(text)
    assert (found.pains, found.text) == ((), text)


def test_what_was_named_before_is_no_trouble() -> None:
    assert remedied("fixes it fast") is None
    assert remedied("fix most things in 15 minutes") is None


def test_a_list_of_troubles_stays_whole() -> None:
    pain = remedied("removes mud, scuffs and yellowing in 5 minutes")
    assert pain is not None
    assert pain.question == "Tired of mud, scuffs and yellowing?"


def test_a_remedy_names_its_trouble() -> None:
    pain = remedied("removes pet hair from sofas")
    assert pain is not None
    assert pain.question == "Tired of pet hair?"
    assert remedied("removes 99% of chlorine") is None
    assert remedied("smells amazing") is None
