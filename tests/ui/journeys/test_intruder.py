"""Somebody without a session who speaks to the websocket directly, past every page."""

import inspect
import json
from typing import Any

import pytest
from reflex.event import EventHandler

from adgen_app.domain.generation import GenerationId
from adgen_app.services import generations
from tests.ui.journeys.people import Person
from tests.ui.journeys.showroom import Showroom
from tests.ui.test_state import GUARDED, arguments

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]

SAY = """events => new Promise((done, failed) => {
    const heard = [];
    const line = new WebSocket(`ws://${location.host}/_event/?token=${crypto.randomUUID()}&EIO=4&transport=websocket`);
    line.onerror = failed;
    line.onmessage = ({data}) => {
        if (data.startsWith("0")) line.send("40/_event,{}");
        else if (data.startsWith("40/_event")) {
            for (const event of events) line.send("42/_event," + JSON.stringify(["event", event]));
            setTimeout(() => { line.close(); done(heard); }, 4000);
        }
        else if (data.startsWith("42/_event,")) heard.push(JSON.parse(data.slice(10))[1]);
    };
})"""


def event(handler: EventHandler, ad: GenerationId) -> dict[str, Any]:
    """As the page of that ad would send it."""
    _, *names = inspect.signature(handler.fn).parameters
    where = {"pathname": f"/ads/{ad}", "asPath": f"/ads/{ad}?from={ad}", "query": {"ad_id": ad, "from": ad}}
    assert handler.state
    return {
        "name": f"{handler.state.get_full_name()}.{handler.fn.__name__}",
        "payload": dict(zip(names, arguments(handler), strict=True)),
        "router_data": where,
    }


def said(someone: Person, ad: GenerationId) -> list[dict[str, Any]]:
    """What the server answers to every event there is."""
    return someone.page.evaluate(SAY, [event(handler, ad) for handler in GUARDED.values()])


@pytest.mark.parametrize("kind", ["completed", "filming"])
def test_nothing_is_told_or_done_without_a_session(visitor: Person, showroom: Showroom, kind: str) -> None:
    before = generations.page(showroom.owner.id, limit=100)
    page = visitor.page
    page.goto(showroom.address)
    heard = said(visitor, showroom.ads[kind])
    led = [
        each["payload"]["path"] for answer in heard for each in answer.get("events", []) if "_redirect" in each["name"]
    ]
    assert len(led) == len(GUARDED)
    assert all(path.startswith("/login?next=") for path in led)
    assert "Soy candles" not in json.dumps(heard)
    assert generations.page(showroom.owner.id, limit=100) == before


def test_the_same_events_work_for_whom_they_are_meant(owner: Person, showroom: Showroom) -> None:
    ad = showroom.start("Soy candles that nobody will miss")
    owner.page.goto("/profile")
    owner.page.get_by_role("heading", name="rosie").wait_for()
    heard = json.dumps(said(owner, ad))
    assert "Soy candles that nobody will miss" in heard
    assert "/login?next" not in heard
