"""An ad without fault, to spoil in one point."""

import pytest

from adgen_app.domain.brief import Brief
from adgen_app.domain.media import ColourTags, Media
from adgen_app.domain.storyboard import Storyboard
from adgen_app.planning.writer import plan


@pytest.fixture
def board() -> Storyboard:
    return plan(Brief(prompt="FreshBrew is a coffee subscription with freshly roasted beans. 20% off your first box."))


@pytest.fixture
def media() -> Media:
    return Media(
        width=1080,
        height=1920,
        frames=450,
        fps=30.0,
        seconds=15.0,
        video_codec="h264",
        profile="High",
        pixel_format="yuv420p",
        colour=ColourTags("bt709", "bt709", "bt709", "tv"),
        closed_gop=True,
        audio_codec="aac",
        sample_rate=48_000,
        channels=2,
        bit_rate=2_000_000,
        bytes=3_750_000,
        moov_first=True,
        loudness_lufs=-14.2,
        true_peak_dbtp=-1.5,
    )
