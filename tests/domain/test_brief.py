import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from adgen_app.domain.asset import AssetId
from adgen_app.domain.brand import MusicMood, Style
from adgen_app.domain.brief import PHOTOS_MAX, PROMPT_MAX, PROMPT_MIN, Brief, Framework, one_line
from adgen_app.domain.formats import AspectRatio, Duration

PROMPT = "Soy candles that smell of forest"


def test_a_prompt_is_enough() -> None:
    brief = Brief(prompt=PROMPT)
    assert (brief.duration, brief.aspect_ratio) == (Duration.SHORT, AspectRatio.VERTICAL)
    assert (brief.framework, brief.style, brief.music_mood) == ("auto", "auto", "auto")
    assert not brief.vignette
    assert not brief.grain


@pytest.mark.parametrize("length", [PROMPT_MIN, PROMPT_MAX])
def test_a_prompt_has_10_to_500_characters(length: int) -> None:
    assert len(Brief(prompt="x" * length).prompt) == length


@pytest.mark.parametrize(
    "prompt", ["", "x" * 9, "x" * 501, " " * 50, "x       \n\n\n    x", "\u200b" * 20, None, 12345678901]
)
def test_other_prompts_are_refused(prompt: object) -> None:
    with pytest.raises(ValidationError):
        Brief.model_validate({"prompt": prompt})


def test_length_is_counted_after_trimming() -> None:
    assert Brief(prompt=f"   {'x' * 500}\n").prompt == "x" * 500


def test_markup_stays_the_text_that_it_is() -> None:
    markup = '<script>alert("x")</script> & <b>candles</b>'
    assert Brief(prompt=markup).prompt == markup


def test_the_text_of_any_language_and_its_emoji_are_kept() -> None:
    text = "דליה نعناع 新鮮 नमस्ते 👩‍👩‍👧 Ça va"
    assert Brief(prompt=text).prompt == text


@given(st.text(max_size=200))
def test_one_line_is_one_clean_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert one_line(line) == line
    assert all(character.isprintable() or character in "\u200c\u200d" for character in line)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("duration", 20),
        ("duration", "long"),
        ("duration", 15.5),
        ("aspect_ratio", "3:2"),
        ("framework", "pas"),
        ("style", "ugly"),
        ("music_mood", "loud"),
        ("brand_colours", ["red"]),
        ("brand_colours", ["#12345"]),
        ("brand_colours", ["#112233"] * 4),
        ("product_name", "x" * 61),
        ("call_to_action", "x" * 41),
        ("offer", "x" * 121),
        ("audience", "x" * 121),
        ("user_id", "me"),
    ],
)
def test_what_no_ad_can_have_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Brief.model_validate({"prompt": PROMPT, field: value})
    assert refused.value.errors()[0]["loc"][0] == field


@pytest.mark.parametrize("duration", list(Duration))
@pytest.mark.parametrize("shape", list(AspectRatio))
def test_every_length_and_shape_may_be_asked_for(duration: Duration, shape: AspectRatio) -> None:
    brief = Brief.model_validate({"prompt": PROMPT, "duration": int(duration), "aspect_ratio": str(shape)})
    assert (brief.duration, brief.aspect_ratio) == (duration, shape)


def test_colours_are_written_one_way() -> None:
    assert Brief(prompt=PROMPT, brand_colours=("#aabbcc",)).brand_colours == ("#AABBCC",)


def test_a_brief_survives_the_way_through_json() -> None:
    brief = Brief(
        prompt=PROMPT,
        product_name="Forest & Co",
        brand_colours=("#112233", "#445566"),
        style=Style.LUXURY,
        framework=Framework.AIDA,
        duration=Duration.LONG,
        aspect_ratio=AspectRatio.PORTRAIT,
        music_mood=MusicMood.ECO,
    )
    assert Brief.model_validate(brief.model_dump(mode="json")) == brief
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


def test_a_brief_names_its_files() -> None:
    sounds = {"track": AssetId("d"), "voice": AssetId("e")}
    brief = Brief(prompt=PROMPT, photos=(AssetId("a"), AssetId("b")), logo=AssetId("c"), **sounds)
    assert brief.assets == ("a", "b", "c", "d", "e")
    assert Brief(prompt=PROMPT).assets == ()
    with pytest.raises(ValidationError):
        Brief(prompt=PROMPT, photos=tuple(AssetId(str(n)) for n in range(PHOTOS_MAX + 1)))


def test_ids_of_files_may_be_written_in_capitals() -> None:
    assert Brief.model_validate({"prompt": PROMPT, "photos": ["AB"], "logo": "CD"}).assets == ("ab", "cd")


def test_a_brief_that_was_written_before_there_were_photos_still_loads() -> None:
    old = {"prompt": PROMPT, "brand_colours": ["#112233"], "style": "auto", "duration": 15, "aspect_ratio": "9:16"}
    assert Brief.model_validate(old).assets == ()


def test_what_a_voice_says_is_one_line_and_not_too_long() -> None:
    assert Brief(prompt=PROMPT, voice_text=" Hello,\nyou. ").voice_text == "Hello, you."
    with pytest.raises(ValidationError):
        Brief(prompt=PROMPT, voice_text="a " * 501)


def test_a_brief_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Brief(prompt=PROMPT).prompt = "something else"
