from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from adgen_app.domain.formats import FPS, Duration
from adgen_app.domain.storyboard import Storyboard

ROLES = ["attention", "interest", "desire", "action", "action"]


def scene(seconds: float, role: str = "action", **changed: object) -> dict[str, object]:
    return {
        "role": role,
        "kind": "hook",
        "duration": seconds,
        "visual": "a candle on a table",
        "overlays": [{"text": "Forest"}],
        **changed,
    }


def board(*seconds: float, **changed: object) -> dict[str, Any]:
    return {
        "product": "Soy candles",
        "brand": {"name": "Forest", "colours": ["#112233"]},
        "framework": "AIDA",
        "framework_reason": "It fits most products.",
        "style": "organic",
        "aspect_ratio": "9:16",
        "duration": 15,
        "scenes": [scene(length, role) for length, role in zip(seconds, ROLES, strict=False)],
        "music": "calm",
        "call_to_action": "Order now",
        **changed,
    }


def test_scenes_that_add_up_are_a_storyboard() -> None:
    made = Storyboard.model_validate(board(3, 4, 5, 3))
    assert made.frames == 450
    assert made.cuts == (0, 90, 210, 360, 450)


@pytest.mark.parametrize("seconds", [(3, 4, 5), (3, 4, 5, 3.1), (5, 5, 5.05), (4, 4, 4, 4)])
def test_scenes_that_last_longer_or_shorter_than_the_ad_are_refused(seconds: tuple[float, ...]) -> None:
    with pytest.raises(ValidationError, match=r"the scenes last .* s together; the ad lasts 15 s"):
        Storyboard.model_validate(board(*seconds))


@pytest.mark.parametrize(
    ("seconds", "duration", "said"),
    [
        ((2, 6, 7), 15, "scene 1 lasts 2 s; it must last 3 to 7 s"),
        ((4, 3, 8), 15, "scene 3 lasts 8 s; it must last 3 to 7 s"),
        ((5, 12, 13), 30, "scene 1 lasts 5 s; it must last 6 to 14 s"),
        ((11, 21, 28), 60, "scene 1 lasts 11 s; it must last 12 to 28 s"),
    ],
)
def test_a_scene_of_the_wrong_length_is_named(seconds: tuple[float, ...], duration: int, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Storyboard.model_validate(board(*seconds, duration=duration))


@pytest.mark.parametrize("count", [1, 2, 6])
def test_an_ad_has_three_to_five_scenes(count: int) -> None:
    with pytest.raises(ValidationError) as refused:
        Storyboard.model_validate(board(scenes=[scene(15 / count)] * count))
    assert refused.value.errors()[0]["loc"] == ("scenes",)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 0, -5])
def test_a_duration_is_a_number_of_seconds(bad: float) -> None:
    with pytest.raises(ValidationError):
        Storyboard.model_validate(board(5, 5, bad))


def test_thirds_of_a_second_are_cut_to_the_frame() -> None:
    made = Storyboard.model_validate(board(15 / 4, 15 / 4, 15 / 4, 15 / 4))
    assert made.cuts == (0, 112, 225, 338, 450)


@given(
    duration=st.sampled_from(Duration),
    parts=st.lists(st.floats(min_value=0.9, max_value=1.1), min_size=3, max_size=4),
)
def test_cuts_rise_and_end_with_the_ad(duration: Duration, parts: list[float]) -> None:
    whole = [part * duration / sum(parts) for part in parts]
    made = Storyboard.model_validate(board(*whole, duration=int(duration)))
    assert (made.cuts[0], made.cuts[-1]) == (0, duration * FPS)
    assert len(made.cuts) == len(parts) + 1
    assert all(later - earlier >= 3 * FPS - 1 for earlier, later in zip(made.cuts, made.cuts[1:], strict=False))


@pytest.mark.parametrize(
    "changed",
    [
        {"version": 2},
        {"framework": "STAR"},
        {"style": "ugly"},
        {"music": "loud"},
        {"language": "english"},
        {"call_to_action": ""},
        {"call_to_action": "x" * 41},
        {"product": ""},
        {"brand": {"name": "", "colours": ["#112233"]}},
        {"brand": {"name": "Forest", "colours": []}},
        {"made_up": 1},
        {"scenes": [scene(5), scene(5), scene(5, overlays=[])]},
        {"scenes": [scene(5), scene(5), scene(5, overlays=[{"text": ""}])]},
        {"scenes": [scene(5), scene(5), scene(5, overlays=[{"text": "x" * 121}])]},
        {"scenes": [scene(5), scene(5), scene(5, overlays=[{"text": "x"}] * 7)]},
        {"scenes": [scene(5), scene(5), scene(5, kind="explosion")]},
        {"scenes": [scene(5), scene(5), scene(5, role="hero")]},
        {"scenes": [scene(5), scene(5), scene(5, transition="wipe")]},
        {"scenes": [scene(5), scene(5), scene(5, visual="x" * 401)]},
    ],
)
def test_what_the_studio_could_not_make_is_refused(changed: dict[str, object]) -> None:
    Storyboard.model_validate(board(5, 5, 5))
    with pytest.raises(ValidationError):
        Storyboard.model_validate(board(5, 5, 5, **changed))


def test_texts_on_the_screen_are_one_line() -> None:
    text = Storyboard.model_validate(
        board(scenes=[scene(5), scene(5), scene(5, overlays=[{"text": " Smells\nof\tforest\u2028 "}])])
    )
    assert text.scenes[2].overlays[0].text == "Smells of forest"


def test_a_storyboard_names_the_files_that_it_needs() -> None:
    photo, logo = "a" * 64 + ".jpg", "b" * 64 + ".png"
    track, voice = "c" * 64 + ".m4a", "d" * 64 + ".m4a"
    made = Storyboard.model_validate(
        board(
            scenes=[scene(5, photo=photo), scene(5, photo=photo), scene(5)],
            brand={"name": "Forest", "colours": ["#112233"], "logo": logo},
            track=track,
            voice=[{"voice": voice}],
        )
    )
    assert made.media == {photo, logo, track, voice}
    assert Storyboard.model_validate(board(5, 5, 5)).media == frozenset()


def test_lines_of_a_voice_start_within_the_ad_and_stand_in_order() -> None:
    early, late, after = ({"voice": "d" * 64 + ".m4a", "start": start} for start in (1, 14.9, 15))
    assert len(Storyboard.model_validate(board(5, 5, 5, voice=[early, late])).voice) == 2
    with pytest.raises(ValidationError, match="starts after the end of the ad"):
        Storyboard.model_validate(board(5, 5, 5, voice=[early, after]))
    with pytest.raises(ValidationError, match="in the order in which they are heard"):
        Storyboard.model_validate(board(5, 5, 5, voice=[late, early]))


@pytest.mark.parametrize(("seconds", "unheard"), [(None, 0), (3, 0), (14, 0), (20, 6)])
def test_a_storyboard_knows_how_much_of_a_voice_it_has_no_room_for(seconds: float | None, unheard: float) -> None:
    line = {"voice": "d" * 64 + ".m4a", "start": 1, "seconds": seconds}
    assert Storyboard.model_validate(board(5, 5, 5, voice=[line])).unheard == unheard


def test_a_storyboard_that_was_written_before_there_were_voices_still_loads() -> None:
    old = Storyboard.model_validate(board(5, 5, 5)).model_dump(mode="json")
    del old["voice"], old["finish"]["captions"]
    assert Storyboard.model_validate(old) == Storyboard.model_validate(board(5, 5, 5))


def test_a_storyboard_survives_the_way_through_json() -> None:
    made = Storyboard.model_validate(board(3, 4, 5, 3))
    assert Storyboard.model_validate(made.model_dump(mode="json")) == made
    assert Storyboard.model_validate_json(made.model_dump_json()) == made
