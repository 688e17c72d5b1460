import inspect
import re

import pytest

from adgen_app import errors
from adgen_app.errors import AdGenError, NotFound, TooMany, WrongPassword

TREE = [error for _, error in inspect.getmembers(errors, inspect.isclass) if issubclass(error, AdGenError)]
DRAWN = dict(re.findall(r"^    [│├└─ ]*(\w+) +(\d{3})", errors.__doc__ or "", re.MULTILINE))


@pytest.mark.parametrize("error", TREE)
def test_every_error_tells_programs_and_people_what_happened(error: type[AdGenError]) -> None:
    assert re.fullmatch(r"[A-Z][A-Z_]+", error.code)
    assert 400 <= error.status < 600
    assert error.sentence[0].isupper()
    assert error.sentence.endswith(".")


def test_the_tree_in_the_documentation_is_the_tree() -> None:
    drawn = re.findall(r"^    [│├└─ ]*(\w+)", errors.__doc__ or "", re.MULTILINE)
    assert sorted(drawn) == sorted(error.__name__ for error in TREE)
    assert len(DRAWN) > 5
    for name, status in DRAWN.items():
        assert getattr(errors, name).status == int(status)


def test_each_error_has_a_code_of_its_own() -> None:
    assert len({error.code for error in TREE}) == len(TREE)


def test_an_error_says_its_sentence_unless_the_case_has_a_better_one() -> None:
    assert str(NotFound()) == NotFound.sentence
    assert str(NotFound("That photo is gone.")) == "That photo is gone."
    assert NotFound(code="NO_PHOTO").code_here == "NO_PHOTO"
    assert NotFound().code_here == "NOT_FOUND"


@pytest.mark.parametrize(("seconds", "told"), [(30, 30), (0, 1), (-5, 1)])
def test_a_limit_says_when_to_come_back(seconds: int, told: int) -> None:
    assert TooMany(retry_after=seconds).retry_after == told


def test_a_wrong_password_says_no_more_than_that() -> None:
    assert str(WrongPassword()) == "Username or password is wrong."
