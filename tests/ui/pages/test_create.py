"""The brief, event by event."""

import re

import pytest
from reflex.event import EventHandler

from adgen_app import log
from adgen_app.config import settings
from adgen_app.db.engine import transaction
from adgen_app.db.models import GenerationRow
from adgen_app.domain.account import Account
from adgen_app.domain.brief import Brief
from adgen_app.domain.generation import GenerationId
from adgen_app.services import generations, progress
from adgen_app.ui.colours import COLOURS, ColoursState
from adgen_app.ui.components.offered import EXAMPLES
from adgen_app.ui.options import OptionsState
from adgen_app.ui.pages.create import CreateState
from tests.api import serving
from tests.ui.tabs import Tab, led_to

NO_COLOUR = "Write each brand colour as # and six hexadecimal digits, for example #2563EB."
FORM = {
    "prompt": serving.PROMPT,
    "product_name": "",
    "audience": " ",
    "offer": "",
    "call_to_action": "",
    "style": "auto",
    "music_mood": "auto",
    "colour_1": "",
    "colour_2": "",
    "colour_3": "",
}


@pytest.fixture
def state(tab: Tab) -> CreateState:
    tab.go("/create")
    return tab.state(CreateState)


def started(user: Account, led: str) -> Brief:
    return generations.get(user.id, GenerationId(led.removeprefix("/ads/"))).brief


async def test_a_prompt_is_enough(sqlite_database: str, tab: Tab, state: CreateState, user: Account) -> None:
    await tab.send(CreateState.load)
    led = led_to(await tab.send(CreateState.submit, FORM))
    assert started(user, led) == Brief(prompt=serving.PROMPT)
    await tab.send(CreateState.type_prompt, "letters that arrive after the click")
    assert (state.prompt, state.problem) == ("", "")


@pytest.mark.parametrize("given", ["from-nginx-1", "not sane", ""])
async def test_the_ad_knows_the_id_that_a_proxy_gave_the_connection(
    sqlite_database: str, tab: Tab, state: CreateState, given: str
) -> None:
    tab.headers["x-request-id"] = given
    tab.go("/create")
    await tab.send(CreateState.load)
    ad = GenerationId(led_to(await tab.send(CreateState.submit, FORM)).removeprefix("/ads/"))
    request_id = progress.ids(ad)["request_id"]
    assert request_id == given if given == "from-nginx-1" else re.fullmatch("[0-9a-f]{32}", request_id)
    assert "request_id" not in log.bound()


async def test_everything_can_be_said(sqlite_database: str, tab: Tab, state: CreateState, user: Account) -> None:
    await tab.send(CreateState.choose_duration, "60")
    await tab.send(CreateState.choose_shape, "16:9")
    await tab.send(OptionsState.fill_in, "framework", "BAB")
    said = {
        "product_name": "Waldlicht",
        "audience": "people in small flats",
        "offer": "20% off this week",
        "call_to_action": "Light one",
        "style": "luxury",
        "music_mood": "calm",
        "colour_1": "#a1b2c3",
        "colour_3": "#000000",
    }
    led = led_to(await tab.send(CreateState.submit, {**FORM, **said}))
    assert started(user, led) == Brief(
        prompt=serving.PROMPT,
        product_name="Waldlicht",
        audience="people in small flats",
        offer="20% off this week",
        call_to_action="Light one",
        style="luxury",
        music_mood="calm",
        brand_colours=("#A1B2C3", "#000000"),
        duration=60,
        aspect_ratio="16:9",
        framework="BAB",
    )


@pytest.mark.parametrize(
    ("change", "at", "sentence"),
    [
        ({"prompt": ""}, "prompt", "Describe your product in at least 10 characters."),
        ({"prompt": "   soap      "}, "prompt", "Describe your product in at least 10 characters."),
        ({"prompt": "x" * 501}, "prompt", "Describe your product in at most 500 characters."),
        ({"colour_1": "blue"}, "colour_1", NO_COLOUR),
        ({"colour_1": "#123456", "colour_3": "reddish"}, "colour_3", NO_COLOUR),
        ({"product_name": "x" * 61}, "product_name", "Product name may have at most 60 characters."),
        ({"voice_text": "x" * 1001}, "voice_text", "Voice text may have at most 1000 characters."),
    ],
)
async def test_what_can_not_be_made_is_told_where_it_is(  # fixtures
    change: dict[str, str], at: str, sentence: str, sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    form = {**FORM, **change}
    events = [each for each in await tab.send(CreateState.submit, form) if each is not None]
    await tab.send(CreateState.type_prompt, form["prompt"])
    assert (state.problem, state.starting, state.prompt) == (sentence, False, form["prompt"])
    assert (state.problem_at, "set_focus" in str(events), at in str(events)) == (at, True, True)
    assert tab.state(OptionsState).unfolded is (at != "prompt")
    assert tab.state(ColoursState).boxes == {k: v for k, v in form.items() if k in COLOURS and v and at != "prompt"}
    assert generations.page(user.id).total == 0
    await tab.send(CreateState.type_prompt, "what was typed next")
    assert state.problem == ("" if at == "prompt" else sentence)


@pytest.mark.parametrize("change", [{"style": "ugly"}, {"music_mood": "none"}, {"prompt": None}, {"prompt": 7}])
async def test_a_form_that_no_page_sends_is_refused(
    change: dict[str, object], sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    await tab.send(CreateState.submit, {**FORM, **change})
    assert state.problem
    assert generations.page(user.id).total == 0


@pytest.mark.parametrize(
    ("choose", "said"),
    [
        (CreateState.choose_duration, ["45"]),
        (CreateState.choose_duration, ["x"]),
        (CreateState.choose_shape, ["3:2"]),
        (OptionsState.fill_in, ["framework", "XYZ"]),
    ],
)
async def test_a_choice_that_no_page_offers_is_refused(
    choose: EventHandler, said: list[str], sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    await tab.send(choose, *said)
    await tab.send(CreateState.submit, FORM)
    assert state.problem
    assert generations.page(user.id).total == 0


async def test_two_quick_clicks_are_one_ad(sqlite_database: str, tab: Tab, state: CreateState, user: Account) -> None:
    await tab.send(CreateState.submit, FORM)
    await tab.send(CreateState.submit, FORM)
    assert generations.page(user.id).total == 1
    await tab.send(CreateState.load)
    await tab.send(CreateState.submit, FORM)
    assert generations.page(user.id).total == 2


async def test_the_hourly_limit_is_told_on_the_page(
    sqlite_database: str, tab: Tab, state: CreateState, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_ADS_PER_HOUR", "1")
    settings.cache_clear()
    generations.start(user.id, Brief(prompt=serving.PROMPT))
    await tab.send(CreateState.submit, FORM)
    assert state.problem.startswith("You can make 1 ads an hour. The next one can start in ")


@pytest.mark.parametrize(
    ("typed", "length"), [("", 0), ("  soap  ", 4), ("two\n\n words", 9), ("  ", 0), ("é" * 500, 500)]
)
async def test_characters_that_count_are_counted(
    typed: str, length: int, sqlite_database: str, tab: Tab, state: CreateState
) -> None:
    await tab.send(CreateState.type_prompt, typed)
    assert state.length == length


async def test_the_latest_ads_are_shown_newest_first(
    sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    for age in range(6):
        serving.put(user, f"An ad that is {age} minutes old", age=age)
    await tab.send(CreateState.load)
    assert [card.prompt for card in state.recent] == [f"An ad that is {age} minutes old" for age in range(4)]


async def test_another_brief_can_be_started_from(
    sqlite_database: str, tab: Tab, state: CreateState, user: Account
) -> None:
    brief = Brief(
        prompt=serving.PROMPT, offer="Half price", duration=30, aspect_ratio="1:1", brand_colours=("#123456",)
    )
    source = generations.start(user.id, brief)
    tab.go(f"/create?from={source.id}")
    await tab.send(CreateState.load)
    assert (state.prompt, state.duration, state.aspect_ratio) == (serving.PROMPT, "30", "1:1")
    boxes, filled = tab.state(ColoursState).boxes, tab.state(OptionsState).filled
    assert (filled["offer"], boxes) == ("Half price", {"colour_1": "#123456"})
    assert tab.state(OptionsState).unfolded
    led = led_to(await tab.send(CreateState.submit, {**FORM, **filled, **boxes, "prompt": state.prompt}))
    assert started(user, led) == brief


@pytest.mark.parametrize("source", ["7f0c", "00000000-0000-4000-8000-000000000000"])
async def test_a_brief_that_is_not_there_is_told(
    source: str, sqlite_database: str, tab: Tab, state: CreateState
) -> None:
    tab.go(f"/create?from={source}")
    (told,) = await tab.send(CreateState.load)
    assert "could not find that" in repr(told)
    assert (state.loaded, state.prompt) == (True, "")


def test_every_example_can_be_made() -> None:
    assert len(EXAMPLES) == 3
    for example in EXAMPLES.values():
        assert Brief(prompt=example).prompt == example


def test_rows_of_older_versions_can_be_duplicated(sqlite_database: str, user: Account) -> None:
    ad = serving.put(user)
    with transaction() as session:
        row = session.get(GenerationRow, ad)
        assert row
        row.brief = {"prompt": serving.PROMPT}
    assert generations.get(user.id, ad).brief == Brief(prompt=serving.PROMPT)
