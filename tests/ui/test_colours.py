"""Brand colours, event by event."""

from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId
from adgen_app.services import generations
from adgen_app.ui.colours import ColoursState
from adgen_app.ui.pages.create import CreateState
from tests.api import serving
from tests.ui.tabs import Tab, led_to


async def test_a_picked_colour_is_written_into_its_box(sqlite_database: str, tab: Tab) -> None:
    tab.go("/create")
    state = tab.state(ColoursState)
    await tab.send(ColoursState.pick, "colour_2", "#ff8800")
    assert state.boxes == {"colour_2": "#FF8800"}
    assert state.swatches == {}, "or the picker would close"
    assert state.given


async def test_a_typed_colour_is_shown_in_its_picker_if_it_is_one(sqlite_database: str, tab: Tab) -> None:
    tab.go("/create")
    state = tab.state(ColoursState)
    await tab.send(ColoursState.type, "colour_1", "#0B3D2E")
    await tab.send(ColoursState.type, "colour_2", "green")
    assert state.boxes == {"colour_1": "#0B3D2E", "colour_2": "green"}
    assert state.swatches == {"colour_1": "#0B3D2E"}


async def test_another_brief_brings_its_colours_and_the_next_has_none(
    sqlite_database: str, tab: Tab, user: Account
) -> None:
    colours = ("#0B3D2E", "#E0A458")
    ad = generations.start(user.id, Brief(prompt=serving.PROMPT, brand_colours=colours))
    tab.go(f"/create?from={ad.id}")
    await tab.send(CreateState.load)
    state = tab.state(ColoursState)
    assert tuple(state.boxes.values()) == tuple(state.swatches.values()) == colours
    form = {"prompt": serving.PROMPT, **state.boxes}
    led = led_to(await tab.send(CreateState.submit, form))
    assert generations.get(user.id, GenerationId(led.removeprefix("/ads/"))).brief.brand_colours == colours
    assert not state.given
