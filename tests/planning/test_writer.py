import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adgen_app.domain.brand import MusicMood, Style
from adgen_app.domain.brief import PROMPT_MAX, PROMPT_MIN, Brief, Framework
from adgen_app.domain.formats import Duration
from adgen_app.domain.given import Given
from adgen_app.domain.storyboard import SceneKind, Storyboard
from adgen_app.domain.voice import Line
from adgen_app.planning.writer import plan
from tests.planning.briefs import ALL, BAKERY, COFFEE, HEADPHONES, PLUMBER, SOAP

PLACEHOLDER = re.compile(r"[{}]|\bNone\b|lorem|\bTODO\b|\[.*\]", re.IGNORECASE)
WORDS = sorted(
    {word for brief in ALL for word in brief.prompt.split()} | {"25%", "off!!", "\U0001f331", "<b>", "$19", "www.x.com"}
)


def texts(storyboard: Storyboard) -> list[str]:
    return [overlay.text for scene in storyboard.scenes for overlay in scene.overlays]


def said(brief: Brief) -> str:
    fields = (brief.prompt, brief.product_name, brief.audience, brief.offer, brief.call_to_action)
    return " ".join(field for field in fields if field)


def assert_sound(brief: Brief) -> None:
    storyboard = plan(brief)
    assert plan(brief) == storyboard
    assert Storyboard.model_validate_json(storyboard.model_dump_json()) == storyboard
    assert all(text.strip() and len(text) <= 60 for text in texts(storyboard) if text not in said(brief))
    for text in texts(storyboard):
        assert not [figure for figure in re.findall(r"\d+", text) if figure not in said(brief)]
    kinds = [scene.kind for scene in storyboard.scenes]
    assert all(earlier != later for earlier, later in pairwise(kinds))
    assert kinds[-1] is SceneKind.END_CARD
    assert storyboard.call_to_action in [overlay.text for overlay in storyboard.scenes[-1].overlays]
    for scene in storyboard.scenes:
        assert len(scene.narration.split()) <= max(scene.duration * 2.5, len(storyboard.call_to_action.split()))


prompts = st.one_of(
    st.text(min_size=PROMPT_MIN, max_size=PROMPT_MAX),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=60).map(lambda words: " ".join(words)[:PROMPT_MAX]),
    st.text(alphabet=" .,!?()\"'-|<>/&$%0123456789ab", min_size=PROMPT_MIN, max_size=PROMPT_MAX),
).filter(lambda text: len(" ".join("".join(c if c.isprintable() else " " for c in text).split())) >= PROMPT_MIN)
optional = st.one_of(st.none(), st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P"]), max_size=60))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(
    prompt=prompts,
    name=optional,
    audience=optional,
    offer=optional,
    framework=st.sampled_from(["auto", *Framework]),
    duration=st.sampled_from(list(Duration)),
)
def test_any_brief_becomes_a_sound_storyboard(
    prompt: str, name: str | None, audience: str | None, offer: str | None, framework: Framework, duration: Duration
) -> None:
    assert_sound(
        Brief(prompt=prompt, product_name=name, audience=audience, offer=offer, framework=framework, duration=duration)
    )


@pytest.mark.parametrize(
    "prompt",
    [
        "dog food!!",
        "1234567890",
        "supercalifragilisticexpialidociousnessesz",
        "BUY NOW!!! BEST PIZZA IN TOWN!!! 2 FOR 1!!!",
        "<script>alert('x')</script> <b>soap</b>",
        "https://www.example.com/products/super-blender?ref=123",
        "\U0001f331\U0001f331\U0001f331\U0001f331\U0001f331\U0001f331\U0001f331\U0001f331\U0001f331\U0001f331",
        "line one\nline two\nline three\twith tabs",
        ("We sell soft warm blankets. " * 18)[:PROMPT_MAX],
        ", , , , , , , , ,",
        "((((((((((((((",
        "GET OUR 00",
    ],
)
@pytest.mark.parametrize("duration", list(Duration))
def test_odd_briefs_become_sound_storyboards(prompt: str, duration: Duration) -> None:
    assert_sound(Brief(prompt=prompt, duration=duration))


@pytest.mark.parametrize("brief", ALL, ids=lambda brief: brief.prompt[:20])
@pytest.mark.parametrize("framework", list(Framework))
@pytest.mark.parametrize("duration", list(Duration))
def test_every_arc_in_every_length_holds_no_placeholder(brief: Brief, framework: Framework, duration: Duration) -> None:
    asked = brief.model_copy(update={"framework": framework, "duration": duration})
    assert_sound(asked)
    assert not [text for text in texts(plan(asked)) if PLACEHOLDER.search(text)]


@pytest.mark.parametrize(
    ("framework", "seconds"),
    [(Framework.PAS, [4, 3, 4, 4]), (Framework.BAB, [5, 5, 5]), (Framework.AIDA, [3, 4, 5, 3])],
)
def test_longer_ads_stretch_the_same_scenes(framework: Framework, seconds: list[int]) -> None:
    for duration in Duration:
        storyboard = plan(COFFEE.model_copy(update={"framework": framework, "duration": duration}))
        assert [scene.duration for scene in storyboard.scenes] == [part * duration / 15 for part in seconds]


def test_longer_scenes_carry_more_lines() -> None:
    short, long = (plan(COFFEE.model_copy(update={"duration": d})) for d in (Duration.SHORT, Duration.LONG))
    assert len(texts(long)) > 2 * len(texts(short)) - 3
    for scene in long.scenes:
        assert scene.duration / len(scene.overlays) <= 4


def test_the_ad_is_made_of_the_users_words() -> None:
    shown = " | ".join(texts(plan(COFFEE)))
    for words in ("FreshBrew", "freshly roasted beans", "To your door every week", "20% off your first box"):
        assert words in shown


def test_sloppy_typing_comes_out_clean() -> None:
    shown = texts(plan(SOAP))
    assert {"Handmade Soap", "All natural", "Smells amazing", "Shop on Etsy"} <= set(shown)


def test_a_tradesman_is_found_where_he_works() -> None:
    assert {"Need a plumber in Leeds?", "Plumber in Leeds", "24/7", "No call out fee"} <= set(texts(plan(PLUMBER)))


def test_an_opening_says_when_and_where() -> None:
    shown = texts(plan(BAKERY))
    assert {"New on Main Street", "Opening Saturday", "2 for 1 croissants", "See you Saturday"} <= set(shown)


def test_two_products_do_not_read_alike() -> None:
    for field in ("call_to_action", "music"):
        assert len({getattr(plan(brief), field) for brief in ALL}) > 3
    hooks = [texts(plan(brief))[0] for brief in ALL]
    assert len(set(hooks)) == len(hooks)


def test_explicit_choices_win() -> None:
    brief = Brief(
        prompt="luxury gold watches for men, 30% off",
        product_name="Tempus",
        call_to_action="Come in today",
        brand_colours=("#123456",),
        style=Style.PLAYFUL,
        framework=Framework.BAB,
        music_mood=MusicMood.DRAMATIC,
        offer="Free engraving",
    )
    storyboard = plan(brief)
    assert storyboard.brand.name == "Tempus"
    assert storyboard.brand.colours == ("#123456",)
    assert storyboard.style is Style.PLAYFUL
    assert storyboard.framework is Framework.BAB
    assert storyboard.music is MusicMood.DRAMATIC
    assert storyboard.call_to_action == "Come in today"
    assert "Free engraving" in texts(storyboard)


def test_the_prompt_is_kept_as_the_product() -> None:
    assert plan(HEADPHONES).product == HEADPHONES.prompt


def test_logo_and_track_are_in_the_storyboard() -> None:
    files = Given(logo="a" * 64 + ".png", track="b" * 64 + ".m4a")
    storyboard = plan(BAKERY, files)
    assert (storyboard.brand.logo, storyboard.track) == (files.logo, files.track)
    assert plan(BAKERY).track is None


def test_a_voice_is_heard_in_the_storyboard() -> None:
    line = Line(voice="c" * 64 + ".m4a", seconds=4.0, text="Fresh bread.")
    assert plan(BAKERY, Given(voice=line)).voice == (line,)
    assert plan(BAKERY).voice == ()


def test_colours_come_from_the_files_unless_the_brief_says_them() -> None:
    """One colour gets a ground that it stands out from."""
    seen = Given(colours=("#1e8449", "#d7263d"))
    assert plan(BAKERY, seen).brand.colours == ("#1E8449", "#D7263D")
    assert plan(BAKERY, Given(colours=("#1E8449",))).brand.colours == ("#1E8449", "#F8FAFC")
    chosen = BAKERY.model_copy(update={"brand_colours": ("#112233",)})
    assert plan(chosen, seen).brand.colours == ("#112233",)
    spoken = BAKERY.model_copy(update={"prompt": f"{BAKERY.prompt} Our colours are orange and teal."})
    assert plan(spoken, seen).brand.colours == plan(spoken).brand.colours
    assert plan(spoken).brand.colours != plan(BAKERY).brand.colours


def test_the_finish_is_what_the_brief_asks_for() -> None:
    wanted = plan(Brief(prompt="Oat soap that calms dry skin", grain=True)).finish
    assert (wanted.vignette, wanted.grain) == (False, True)


def test_another_take_is_another_ad_from_the_same_words() -> None:
    brief = Brief(prompt="Hand-poured soy candles that make small flats smell like a forest. 20% off this week.")
    first, second = plan(brief), plan(brief.model_copy(update={"take": 1}))
    assert first.style != second.style
    assert first.scenes != second.scenes
    assert (first.brand.name, first.product) == (second.brand.name, second.product)
    assert "20% off this week" in [overlay.text for scene in second.scenes for overlay in scene.overlays]
    handmade = brief.model_copy(update={"prompt": "Handmade leather wallets from Florence, from 79 euros"})
    assert plan(handmade).style != plan(handmade.model_copy(update={"take": 1})).style
    wanted = brief.model_copy(update={"style": "tech", "take": 3})
    assert plan(wanted).style == "tech"
