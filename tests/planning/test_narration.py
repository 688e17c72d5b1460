from adgen_app.planning.narration import narration


def test_lines_become_sentences() -> None:
    assert narration(("Smell that?", "Follow your nose"), 5) == "Smell that? Follow your nose."


def test_what_can_not_be_said_in_time_is_left_out() -> None:
    assert narration(("One two three four five", "six seven eight", "nine"), 2.5) == "One two three four five. nine."


def test_the_call_to_action_is_said_in_any_case() -> None:
    assert narration(("Rosie's", "Book a table now"), 1, "Book a table now").endswith("Book a table now.")


def test_a_question_of_any_script_stays_one() -> None:
    assert narration(("送到家\uff1f",), 5) == "送到家\uff1f"
