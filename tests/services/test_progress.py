from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from adgen_app.db.columns import new_id
from adgen_app.db.engine import reading, transaction
from adgen_app.db.models import GenerationRow, LedgerEntry, User
from adgen_app.domain.account import Account
from adgen_app.domain.brand import BrandGuidelines, MusicMood, Style
from adgen_app.domain.brief import Brief, Framework
from adgen_app.domain.formats import AspectRatio, Duration
from adgen_app.domain.generation import Generation, GenerationId, Status
from adgen_app.domain.storyboard import Overlay, Role, Scene, SceneKind, Storyboard
from adgen_app.errors import AlreadyFinished, NotReady
from adgen_app.services import accounts, generations, progress

BOARD = Storyboard(
    product="Soy candles",
    brand=BrandGuidelines(name="Forest", colours=("#112233",)),
    framework=Framework.BAB,
    framework_reason="It changes how a home feels.",
    style=Style.ORGANIC,
    aspect_ratio=AspectRatio.VERTICAL,
    duration=Duration.SHORT,
    scenes=tuple(
        Scene(role=role, kind=SceneKind.HOOK, duration=5, visual="a candle", overlays=(Overlay(text="Forest"),))
        for role in (Role.BEFORE, Role.AFTER, Role.BRIDGE)
    ),
    music=MusicMood.CALM,
    call_to_action="Order now",
)


@pytest.fixture
def ad(user: Account) -> Generation:
    return generations.start(user.id, Brief(prompt="Soy candles that smell of forest"))


def now(ad: Generation) -> Generation:
    return generations.get(ad.user_id, ad.id)


def complete(generation_id: GenerationId) -> None:
    with transaction() as session:
        progress.complete(session, generation_id, "ads/1/ad.mp4", "ads/1/thumb.jpg")


def plan(generation_id: GenerationId) -> None:
    with transaction() as session:
        progress.planned(session, generation_id, BOARD)


def charge(ad: Generation, *prices: str) -> None:
    with transaction() as session:
        for price in prices:
            session.add(
                LedgerEntry(
                    user_id=ad.user_id,
                    generation_id=ad.id,
                    provider="p",
                    unit="clip",
                    price=Decimal(price),
                    idempotency_key=new_id(),
                )
            )


def test_an_ad_that_production_takes_up_is_processing(database: str, ad: Generation) -> None:
    begun = progress.begin(ad.id)
    assert begun.status is Status.PROCESSING
    assert begun.started_at
    assert now(ad) == begun


def test_taking_an_ad_up_again_after_a_crash_keeps_its_start(sqlite_database: str, ad: Generation) -> None:
    first = progress.begin(ad.id).started_at
    assert progress.begin(ad.id).started_at == first


def test_progress_never_goes_back(sqlite_database: str, ad: Generation) -> None:
    progress.report(ad.id, 40, "Drawing")
    progress.report(ad.id, 20, "Drawing again")
    assert (now(ad).progress, now(ad).current_step) == (40, "Drawing again")


def test_a_storyboard_is_kept_with_its_ad(database: str, ad: Generation) -> None:
    plan(ad.id)
    assert now(ad).storyboard == BOARD
    assert (now(ad).framework, now(ad).num_scenes) == (Framework.BAB, 3)


def test_a_finished_ad_has_its_files_its_time_and_its_cost(database: str, ad: Generation) -> None:
    progress.begin(ad.id)
    charge(ad, "0.1", "0.2", "0.000001")
    complete(ad.id)
    done = now(ad)
    assert (done.status, done.progress, done.current_step) == (Status.COMPLETED, 100, "Done")
    assert (done.video_path, done.thumbnail_path) == ("ads/1/ad.mp4", "ads/1/thumb.jpg")
    assert done.cost == Decimal("0.300001")
    assert done.generation_time_seconds == 0
    assert done.completed_at
    with reading() as session:
        row = session.get_one(GenerationRow, ad.id)
        assert (row.video_url, row.thumbnail_url) == (f"/api/video/{ad.id}", f"/api/thumbnail/{ad.id}")


def test_the_users_totals_follow(database: str, ad: Generation, user: Account) -> None:
    second = generations.again(user.id, ad.id)
    charge(ad, "0.1")
    charge(second, "0.2")
    complete(ad.id)
    complete(second.id)
    shown = accounts.profile(user.id)
    assert (shown.total_generations, shown.total_cost) == (2, Decimal("0.3"))


def test_finishing_twice_counts_once(database: str, ad: Generation, user: Account) -> None:
    complete(ad.id)
    with pytest.raises(AlreadyFinished):
        complete(ad.id)
    assert accounts.profile(user.id).total_generations == 1


def test_ads_of_one_user_may_finish_at_the_same_time(database: str, ad: Generation, user: Account) -> None:
    ads = [ad.id, *(generations.again(user.id, ad.id).id for _ in range(7))]
    with ThreadPoolExecutor(8) as many:
        for done in [many.submit(complete, one) for one in ads]:
            done.result()
    assert accounts.profile(user.id).total_generations == 8


def test_a_failed_ad_says_what_to_do_and_what_it_cost(database: str, ad: Generation) -> None:
    progress.report(ad.id, 40, "Drawing")
    charge(ad, "0.25")
    progress.fail(ad.id, "Please shorten the headline.")
    failed = now(ad)
    assert (failed.status, failed.error_message, failed.current_step) == (
        Status.FAILED,
        "Please shorten the headline.",
        "Failed",
    )
    assert (failed.progress, failed.cost) == (40, Decimal("0.25"))
    assert accounts.profile(ad.user_id).total_cost == Decimal("0.25")
    assert failed.completed_at


def test_an_ad_that_has_ended_does_not_fail_any_more(sqlite_database: str, ad: Generation) -> None:
    complete(ad.id)
    progress.fail(ad.id, "too late")
    assert (now(ad).status, now(ad).error_message) == (Status.COMPLETED, None)


def test_an_ad_that_was_deleted_can_fail_in_peace(sqlite_database: str, ad: Generation) -> None:
    generations.delete(ad.user_id, ad.id)
    progress.fail(ad.id, "too late")


def test_production_knows_which_ads_are_still_to_be_made(database: str, ad: Generation, user: Account) -> None:
    ended = [generations.again(user.id, ad.id).id for _ in range(3)]
    begun = generations.again(user.id, ad.id)
    complete(ended[0])
    progress.fail(ended[1], "no")
    generations.cancel(user.id, ended[2])
    progress.begin(begun.id)
    assert progress.unfinished() == [ad.id, begun.id]
    ends = [Status.COMPLETED, Status.FAILED, Status.CANCELLED]
    assert [progress.status(one) for one in [*ended, ad.id, begun.id]] == [*ends, Status.PENDING, Status.PROCESSING]
    assert progress.status(GenerationId("never was")) is None


def test_production_reads_the_storyboard_of_an_ad_only_while_it_is_made(database: str, ad: Generation) -> None:
    with pytest.raises(NotReady):
        progress.storyboard(ad.id)
    plan(ad.id)
    assert progress.storyboard(ad.id) == now(ad).storyboard
    complete(ad.id)
    with pytest.raises(AlreadyFinished):
        progress.storyboard(ad.id)


STEPS: list[Callable[[GenerationId], object]] = [
    progress.begin,
    lambda generation_id: progress.report(generation_id, 50, "Drawing"),
    plan,
    complete,
]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("end", [generations.cancel, generations.delete])
def test_production_stops_at_the_next_step_of_an_ad_that_was_cancelled_or_deleted(
    database: str, ad: Generation, step: Callable[[GenerationId], object], end: Callable[..., object]
) -> None:
    progress.begin(ad.id)
    end(ad.user_id, ad.id)
    with pytest.raises(AlreadyFinished):
        step(ad.id)


def test_an_account_may_be_deleted_while_its_ads_finish(
    database: str, ad: Generation, user: Account, password: str
) -> None:
    ads = [ad.id, *(generations.again(user.id, ad.id).id for _ in range(9))]

    def finish(generation_id: GenerationId) -> None:
        try:
            complete(generation_id)
        except AlreadyFinished:
            return

    with ThreadPoolExecutor(6) as many:
        finishing = [many.submit(finish, one) for one in ads]
        deletion = many.submit(accounts.delete, user.id, password)
        for done in [*finishing, deletion]:
            done.result()
    with reading() as session:
        assert session.get(User, user.id) is None
