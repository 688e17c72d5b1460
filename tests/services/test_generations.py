import inspect
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest
from sqlmodel import func, select

from adgen_app import services
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import GenerationRow, LedgerEntry
from adgen_app.domain.account import Account
from adgen_app.domain.brand import Style
from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.errors import AlreadyFinished, NotFound, TooMany
from adgen_app.services import generations

BRIEF = Brief(prompt="Soy candles that smell of forest")
FULL = Brief(
    prompt="Soy candles that smell of forest",
    product_name="Forest & Co",
    brand_colours=("#112233",),
    style=Style.ORGANIC,
    framework=Framework.BAB,
    duration=Duration.MEDIUM,
    aspect_ratio=AspectRatio.SQUARE,
)


def put(user: Account, prompt: str, status: Status = Status.COMPLETED, age: timedelta = timedelta(0)) -> GenerationId:
    """An ad without its job, as old as needed."""
    brief = Brief(prompt=prompt)
    row = GenerationRow(
        user_id=user.id,
        prompt=brief.prompt,
        brief=brief.model_dump(mode="json"),
        status=status,
        created_at=datetime.now(UTC) - age,
    )
    with transaction() as session:
        session.add(row)
    return GenerationId(row.id)


def found(user: Account, query: str) -> list[str]:
    return [ad.prompt for ad in generations.page(user.id, query=query).generations]


# --- starting ---


def test_a_started_ad_waits_for_its_turn(database: str, user: Account) -> None:
    ad = generations.start(user.id, FULL)
    assert (ad.status, ad.progress, ad.current_step) == (Status.PENDING, 0, "Waiting for its turn")
    assert ad.brief == FULL
    assert (ad.duration, ad.aspect_ratio) == (Duration.MEDIUM, AspectRatio.SQUARE)
    assert generations.get(user.id, ad.id) == ad


def test_a_started_ad_is_in_the_ledger(database: str, user: Account) -> None:
    ad = generations.start(user.id, BRIEF)
    with reading() as session:
        entry = session.exec(select(LedgerEntry)).one()
    assert (entry.generation_id, entry.user_id, entry.unit, entry.price) == (ad.id, user.id, "ad", 0)


def test_an_ad_can_be_made_again_from_its_brief(database: str, user: Account) -> None:
    first = generations.start(user.id, FULL)
    second = generations.again(user.id, first.id)
    assert second.id != first.id
    assert second.brief == first.brief


def test_a_finished_ad_made_again_is_another_version(database: str, user: Account) -> None:
    first = generations.start(user.id, FULL)
    with transaction() as session:
        session.get_one(GenerationRow, first.id).status = Status.COMPLETED
    second = generations.again(user.id, first.id)
    assert second.brief == first.brief.model_copy(update={"take": 1})
    with transaction() as session:
        session.get_one(GenerationRow, second.id).status = Status.FAILED
    assert generations.again(user.id, second.id).brief == second.brief


def test_ten_ads_an_hour(database: str, user: Account, other_user: Account) -> None:
    for _ in range(10):
        generations.start(user.id, BRIEF)
    with pytest.raises(TooMany) as refused:
        generations.start(user.id, BRIEF)
    assert 3590 <= refused.value.retry_after <= 3600
    assert refused.value.code_here == "TOO_MANY_ADS"
    assert str(refused.value) == "You can make 10 ads an hour. The next one can start in 60 min."
    assert generations.start(other_user.id, BRIEF).status is Status.PENDING


def test_of_many_started_at_once_no_more_than_the_limit_start(database: str, user: Account) -> None:
    for _ in range(8):
        generations.start(user.id, BRIEF)

    def attempt(_: int) -> bool:
        try:
            generations.start(user.id, BRIEF)
        except TooMany:
            return False
        return True

    with ThreadPoolExecutor(8) as many:
        assert sum(many.map(attempt, range(16))) == 2
    assert generations.page(user.id).total == 10


# --- reading ---


def test_ads_come_newest_first_in_pages(database: str, user: Account, other_user: Account) -> None:
    for age in range(5):
        put(user, f"candles number {age}", age=timedelta(hours=age))
    put(other_user, "somebody else's")
    pages = [generations.page(user.id, limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert [[ad.prompt[-1] for ad in page.generations] for page in pages] == [["0", "1"], ["2", "3"], ["4"], []]
    assert {page.total for page in pages} == {5}


def test_ads_of_the_same_moment_have_one_order(database: str, user: Account) -> None:
    at = datetime.now(UTC)
    for number in range(9):
        ad = put(user, f"candles number {number}")
        with transaction() as session:
            session.get_one(GenerationRow, ad).created_at = at
    seen = [ad.id for offset in range(9) for ad in generations.page(user.id, limit=1, offset=offset).generations]
    assert len(set(seen)) == 9


def test_ads_are_filtered_by_status(database: str, user: Account) -> None:
    for status in Status:
        put(user, f"candles {status}", status)
    for status in Status:
        page = generations.page(user.id, status=status)
        assert (page.total, [ad.status for ad in page.generations]) == (1, [status])
    assert generations.page(user.id).total == len(Status)


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("", 6),
        ("   ", 6),
        ("candles", 1),
        ("CANDLES", 1),
        ("  soy   candles ", 1),
        ("50%", 1),
        ("%", 1),
        ("_", 1),
        ("a_b", 1),
        ("\\", 1),
        ("/", 1),
        ("'", 1),
        ("CAFÉ", 1),
        ("café", 1),
        ("nothing of the kind", 0),
        ("\0", 6),
        ("broken \ud800", 0),
        ("x" * 10_000, 0),
    ],
)
def test_search_finds_what_was_typed_and_nothing_else(database: str, user: Account, query: str, matches: int) -> None:
    for prompt in (
        "Soy candles, hand-poured",
        "Shoes at 50% off today",
        "The tool a_b for teams",
        "Back\\slash and more here",
        "Either/or: Maya's choice",
        "Un Café à la française",
    ):
        put(user, prompt)
    assert len(found(user, query)) == matches
    assert generations.page(user.id, query=query).total == matches


def test_search_and_status_narrow_each_other(sqlite_database: str, user: Account) -> None:
    put(user, "candles that failed", Status.FAILED)
    put(user, "candles that are done")
    put(user, "shoes that failed", Status.FAILED)
    page = generations.page(user.id, status=Status.FAILED, query="candles")
    assert [ad.prompt for ad in page.generations] == ["candles that failed"]


# --- whose ad it is ---


def by_id() -> list[Callable[..., object]]:
    """Every use case that is given an ad's id, of every module, present and future."""
    modules = [import_module(f"adgen_app.services.{module.name}") for module in iter_modules(services.__path__)]
    functions = [
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]
    return [function for function in functions if "generation_id" in inspect.signature(function).parameters]


FOR_PRODUCTION = {"progress", "jobs", "discard", "durations"}  # called with ids of their own, never with a user's
MORE: dict[str, object] = {"brief": BRIEF}
FOR_USERS = [function for function in by_id() if function.__module__.rsplit(".", 1)[1] not in FOR_PRODUCTION]


def ask(function: Callable[..., object], user: Account, generation_id: str) -> object:
    """Call a use case; fails loudly for a parameter that `MORE` does not know yet."""
    parameters = inspect.signature(function).parameters.values()
    needed = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    known = {**MORE, "user_id": user.id, "generation_id": generation_id}
    if "session" not in needed:
        return function(**{name: known[name] for name in needed})
    with transaction() as session:
        return function(**{name: {**known, "session": session}[name] for name in needed})


@pytest.mark.parametrize("function", FOR_USERS, ids=lambda function: function.__qualname__)
def test_every_use_case_that_takes_an_ad_takes_its_user(function: Callable[..., object]) -> None:
    assert "user_id" in inspect.signature(function).parameters


@pytest.mark.parametrize("function", FOR_USERS, ids=lambda function: function.__qualname__)
def test_somebody_elses_ad_is_not_there(
    database: str, user: Account, other_user: Account, function: Callable[..., object]
) -> None:
    ad = generations.start(user.id, BRIEF)
    with pytest.raises(NotFound):
        ask(function, other_user, ad.id)
    assert generations.get(user.id, ad.id) == ad
    assert generations.page(other_user.id).total == 0


@pytest.mark.parametrize("function", FOR_USERS, ids=lambda function: function.__qualname__)
def test_an_id_that_never_was_is_not_there(database: str, user: Account, function: Callable[..., object]) -> None:
    for never in ("", "x", "00000000-0000-4000-8000-000000000000", "a\0b", "\ud800", "%", "\0" * 36, "é" * 36):
        with pytest.raises(NotFound):
            ask(function, user, never)


def test_of_several_ads_everybody_gets_their_own(database: str, user: Account, other_user: Account) -> None:
    mine, theirs = generations.start(user.id, BRIEF), generations.start(other_user.id, BRIEF)
    odd = [GenerationId(never) for never in ("a\0b", "\ud800", "")]
    wanted = {(user.id, mine.id), (other_user.id, theirs.id), (user.id, theirs.id), *((user.id, one) for one in odd)}
    assert generations.several(wanted) == {(user.id, mine.id): mine, (other_user.id, theirs.id): theirs}


# --- cancelling and deleting ---


@pytest.mark.parametrize("status", [status for status in Status if not status.finished])
def test_cancel_stops_an_ad_that_is_not_finished(database: str, user: Account, status: Status) -> None:
    ad = generations.start(user.id, BRIEF)
    with transaction() as session:
        session.get_one(GenerationRow, ad.id).status = status
    stopped = generations.cancel(user.id, ad.id)
    assert (stopped.status, stopped.current_step) == (Status.CANCELLED, "Cancelled")
    assert stopped.completed_at
    assert generations.get(user.id, ad.id) == stopped


@pytest.mark.parametrize("status", [status for status in Status if status.finished])
def test_cancel_comes_too_late_for_a_finished_ad(database: str, user: Account, status: Status) -> None:
    ad = put(user, "candles of last week", status)
    with pytest.raises(AlreadyFinished):
        generations.cancel(user.id, ad)
    assert generations.get(user.id, ad).status is status


@pytest.mark.parametrize("status", list(Status))
def test_delete_removes_an_ad_in_every_status(database: str, user: Account, status: Status) -> None:
    ad = generations.start(user.id, BRIEF)
    other = generations.start(user.id, BRIEF)
    with transaction() as session:
        session.get_one(GenerationRow, ad.id).status = status
    generations.delete(user.id, ad.id)
    with pytest.raises(NotFound):
        generations.get(user.id, ad.id)
    assert [kept.id for kept in generations.page(user.id).generations] == [other.id]


def test_deleting_twice_at_once_is_one_deletion(database: str, user: Account) -> None:
    ad = generations.start(user.id, BRIEF)

    def attempt(_: int) -> bool:
        try:
            generations.delete(user.id, ad.id)
        except NotFound:
            return False
        return True

    with ThreadPoolExecutor(4) as many:
        assert sum(many.map(attempt, range(4))) == 1


def test_deleting_an_ad_makes_no_room_for_another(database: str, user: Account) -> None:
    for _ in range(10):
        generations.delete(user.id, generations.start(user.id, BRIEF).id)
    with pytest.raises(TooMany):
        generations.start(user.id, BRIEF)


def test_a_refused_start_leaves_nothing(database: str, user: Account) -> None:
    for _ in range(10):
        generations.start(user.id, BRIEF)
    with pytest.raises(TooMany):
        generations.again(user.id, generations.page(user.id).generations[0].id)
    with reading() as session:
        for table in (GenerationRow, LedgerEntry):
            assert session.exec(select(func.count()).select_from(table)).one() == 10


def test_what_a_use_case_returns_is_frozen(sqlite_database: str, user: Account) -> None:
    ad = generations.start(user.id, BRIEF)
    assert isinstance(ad, Generation)
    with pytest.raises(ValueError, match="frozen"):
        ad.status = Status.COMPLETED  # type: ignore[misc]  # that is the point
