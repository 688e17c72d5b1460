"""What a brief says beyond its description, event by event."""

import pytest

from adgen_app.ui.options import ROOM, OptionsState
from tests.ui.tabs import Tab


async def test_what_is_filled_in_is_counted(sqlite_database: str, tab: Tab) -> None:
    state = tab.state(OptionsState)
    for name, value in (("offer", "Half price"), ("style", "luxury"), ("music_mood", "auto"), ("audience", " ")):
        await tab.send(OptionsState.fill_in, name, value)
    assert state.chosen == 2
    await tab.send(OptionsState.fill_in, "offer", "")
    assert state.chosen == 1


@pytest.mark.parametrize("name", ["prompt", "_source", "nonsense"])
async def test_nothing_else_is_kept(name: str, sqlite_database: str, tab: Tab) -> None:
    await tab.send(OptionsState.fill_in, name, "x")
    assert tab.state(OptionsState).filled == {}


async def test_nobody_fills_the_memory(sqlite_database: str, tab: Tab) -> None:
    await tab.send(OptionsState.fill_in, "offer", "x" * 10 * ROOM)
    assert len(tab.state(OptionsState).filled["offer"]) == ROOM
