"""Pixels into planes: compared with FFmpeg's own conversion."""

import av
import cv2
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace

from adgen_app.domain.formats import AspectRatio, Size
from adgen_app.studio.film.planes import planes
from adgen_app.studio.look.pixels import Frame


def flat(colour: tuple[int, int, int], size: Size) -> Frame:
    return np.full((size.height, size.width, 4), (*colour, 255), np.uint8)


def converted(pixels: Frame) -> Frame:
    (picture,) = planes([pixels])
    return picture.to_ndarray()


def by_ffmpeg(pixels: Frame) -> Frame:
    picture = av.VideoFrame.from_ndarray(pixels, format="bgra").reformat(
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709.value,
        src_color_range=ColorRange.JPEG.value,
        dst_color_range=ColorRange.MPEG.value,
    )
    return picture.to_ndarray()


@pytest.mark.parametrize("channel", range(3))
@pytest.mark.parametrize("strength", [0, 1, 254, 255])
def test_extreme_colours_are_converted_as_ffmpeg_does(channel: int, strength: int) -> None:
    for other in (0, 128, 255):
        colour = [other, other, other]
        colour[channel] = strength
        pixels = flat((colour[0], colour[1], colour[2]), Size(32, 32))
        assert np.abs(converted(pixels).astype(int) - by_ffmpeg(pixels).astype(int)).max() <= 1


def test_a_picture_of_many_colours_is_converted_as_ffmpeg_does() -> None:
    rough = np.random.default_rng(3).integers(0, 256, (6, 6, 4), np.uint8)
    pixels = np.asarray(cv2.resize(rough, (240, 240), interpolation=cv2.INTER_CUBIC), np.uint8)
    luma, chroma = np.split(np.abs(converted(pixels).astype(int) - by_ffmpeg(pixels).astype(int)), [240])
    assert luma.max() <= 1
    assert chroma.mean() < 1


@pytest.mark.parametrize("aspect_ratio", AspectRatio)
def test_every_format_fills_its_planes(aspect_ratio: AspectRatio) -> None:
    (picture,) = planes([flat((255, 255, 255), aspect_ratio.size)])
    assert (picture.width, picture.height, picture.format.name) == (*aspect_ratio.size, "yuv420p")
    for plane, value in zip(picture.planes, (235, 128, 128), strict=True):
        rows = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
        assert (rows[:, : plane.width] == value).all()
