from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from adgen_app.domain.account import USERNAME_MAX, Profile, UserId, Username, name_key

username = TypeAdapter(Username)


@pytest.mark.parametrize("name", ["bob", "Zoë", "an.na+shop@example-1", "x" * USERNAME_MAX, "李小龙"])
def test_names_of_people_are_taken_as_they_are(name: str) -> None:
    assert username.validate_python(name) == name


@pytest.mark.parametrize("name", ["", "ab", "  ab  ", "a b c", "bob<script>", "bob/../x", "x" * 51, "\ufdfa" * 3])
def test_names_that_break_pages_or_paths_are_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        username.validate_python(name)


def test_a_name_typed_with_combining_accents_is_the_same_name() -> None:
    assert username.validate_python("Zoe\u0308") == "Zoë"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bob", "bOB"), ("ÄRGER", "ärger"), ("Straße", "STRASSE"), ("Zoe\u0308", "ZOË"), (" bob ", "Bob")],
)
def test_names_that_read_alike_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("bob") != name_key("bobby")


@pytest.mark.parametrize("name", ["ΐ" * USERNAME_MAX, "ß" * USERNAME_MAX, "İ" * USERNAME_MAX])
def test_the_longest_key_fits_its_column(name: str) -> None:
    assert len(name_key(username.validate_python(name))) <= 3 * USERNAME_MAX


@pytest.mark.parametrize(("completed", "failed", "rate"), [(0, 0, None), (3, 1, 0.75), (0, 2, 0.0), (5, 0, 1.0)])
def test_success_rate_counts_ads_that_ended(completed: int, failed: int, rate: float | None) -> None:
    profile = Profile(
        id=UserId("u"),
        username="bob",
        email=None,
        total_generations=completed,
        total_cost=Decimal(0),
        created_at=datetime.now(UTC),
        last_login=None,
        completed=completed,
        failed=failed,
    )
    assert profile.success_rate == rate
