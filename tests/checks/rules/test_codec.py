import pytest

from adgen_app.checks.finding import Level
from adgen_app.checks.rules.codec import check
from adgen_app.domain.media import ColourTags, Media
from adgen_app.domain.storyboard import Storyboard


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("video_codec", "hevc"),
        ("profile", "High 4:4:4 Predictive"),
        ("pixel_format", "yuv444p"),
        ("closed_gop", False),
        ("fps", 29.97),
        ("audio_codec", "opus"),
        ("sample_rate", 96_000),
    ],
)
def test_what_platforms_refuse_is_an_error(field: str, value: object, board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={field: value}))
    assert finding.level is Level.ERROR


def test_untold_colours_are_a_warning(board: Storyboard, media: Media) -> None:
    (finding,) = check(board, media.model_copy(update={"colour": ColourTags(None, None, None, None)}))
    assert finding.level is Level.WARNING


def test_a_silent_film_is_no_matter_of_codecs(board: Storyboard, media: Media) -> None:
    assert not list(check(board, media.model_copy(update={"audio_codec": None, "sample_rate": 0})))
