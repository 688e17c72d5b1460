"""A brief before it is an ad: kept, put away, brought back."""

import pytest

from adgen_app.domain.account import Account
from adgen_app.domain.asset import AssetKind
from adgen_app.domain.brief import Brief
from adgen_app.services import assets, generations
from adgen_app.ui.colours import ColoursState
from adgen_app.ui.draft import Draft
from adgen_app.ui.gifts import GiftsState
from adgen_app.ui.options import OptionsState
from adgen_app.ui.pages.create import CreateState
from tests import gifts
from tests.api import serving
from tests.ui.tabs import Tab

MINE = "A draft of mine that took some thought"


@pytest.fixture
def state(tab: Tab) -> CreateState:
    tab.go("/create")
    return tab.state(CreateState)


async def typed(tab: Tab) -> None:
    await tab.send(CreateState.load)
    await tab.send(CreateState.type_prompt, MINE)
    await tab.send(CreateState.choose_shape, "1:1")
    await tab.send(OptionsState.fill_in, "offer", "Half price")
    await tab.send(ColoursState.type, "colour_2", "#123456")


async def test_what_is_filled_in_is_there_when_the_page_comes_back(
    sqlite_database: str, tab: Tab, state: CreateState
) -> None:
    await typed(tab)
    options = tab.state(OptionsState)
    assert not options.unfolded, "nothing moves under the hands of who types"
    await tab.send(CreateState.load)
    assert (state.prompt, state.aspect_ratio, options.filled["offer"]) == (MINE, "1:1", "Half price")
    assert (options.chosen, tab.state(ColoursState).given, options.unfolded) == (1, 1, True)


async def test_one_starts_empty_and_can_go_back(
    sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    await typed(tab)
    photo = assets.add(user.id, AssetKind.PHOTO, "candle.jpg", gifts.photo())
    await tab.send(GiftsState.take_again, photo.id)
    before = await state._draft()
    assert before == Draft(MINE, "15", "1:1", {"offer": "Half price"}, {"colour_2": "#123456"}, (photo.id,))
    await tab.send(CreateState.start_empty)
    assert (await state._draft()).empty
    assert state.undoable
    await tab.send(CreateState.undo)
    assert await state._draft() == before
    assert not state.undoable, "nobody wants an empty form back"


async def test_what_is_typed_after_that_is_not_undone_by_chance(
    sqlite_database: str, tab: Tab, state: CreateState
) -> None:
    await typed(tab)
    await tab.send(CreateState.start_empty)
    await tab.send(CreateState.type_prompt, "Something else")
    assert not state.undoable


async def test_another_brief_and_an_example_put_the_draft_away(
    sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    source = generations.start(user.id, Brief(prompt=serving.PROMPT))
    await typed(tab)
    before = await state._draft()
    tab.go(f"/create?from={source.id}")
    await tab.send(CreateState.load)
    assert (state.prompt, state.undoable) == (serving.PROMPT, True)
    await tab.send(CreateState.undo)
    assert await state._draft() == before
    await tab.send(CreateState.use_example, "Soap from Leeds, made by hand")
    await tab.send(CreateState.undo)
    assert await state._draft() == before


async def test_what_was_changed_in_the_brief_of_another_ad_outlives_a_reload(
    sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    source = generations.start(user.id, Brief(prompt=serving.PROMPT))
    tab.go(f"/create?from={source.id}")
    await tab.send(CreateState.load)
    await tab.send(CreateState.type_prompt, MINE)
    await tab.send(CreateState.load)
    assert state.prompt == MINE
    (leads, _) = (await tab.send(CreateState.start_empty))[0]
    assert "/create" in str(leads.args)
    tab.go("/create")
    await tab.send(CreateState.load)
    assert state.prompt == ""
    tab.go(f"/create?from={source.id}")
    await tab.send(CreateState.load)
    assert state.prompt == serving.PROMPT


async def test_an_ad_leaves_nothing_to_undo(sqlite_database: str, tab: Tab, state: CreateState) -> None:
    await typed(tab)
    await tab.send(CreateState.start_empty)
    await tab.send(CreateState.submit, {"prompt": serving.PROMPT})
    assert (await state._draft()).empty
    assert not state.undoable


async def test_nothing_put_away_is_nothing_to_undo(sqlite_database: str, tab: Tab, state: CreateState) -> None:
    assert await tab.send(CreateState.undo) == [None]
    assert state.prompt == ""
