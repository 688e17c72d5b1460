from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from adgen_app.errors import StudioFailed
from adgen_app.studio.photo.colours import colours

GREEN, RED, BLUE, BEIGE = "#1E8449", "#D7263D", "#2563EB", "#EAD9C4"


def drawn(path: Path, ground: str, *parts: tuple[str, tuple[int, int, int, int]], mode: str = "RGB") -> Path:
    image = Image.new(mode, (400, 300), ground)
    for colour, box in parts:
        ImageDraw.Draw(image).rectangle(box, fill=colour)
    image.save(path)
    return path


def near(found: str, wanted: str, by: int = 12) -> bool:
    pairs = zip(bytes.fromhex(found[1:]), bytes.fromhex(wanted[1:]), strict=True)
    return all(abs(one - other) <= by for one, other in pairs)


@pytest.mark.parametrize("ground", ["#FFFFFF", "#000000", "#DDDDDD", BEIGE, "#F9C6D0"])
def test_the_product_counts_and_its_plain_ground_does_not(ground: str, tmp_path: Path) -> None:
    photo = drawn(tmp_path / "photo.png", ground, (GREEN, (150, 80, 260, 240)))
    found = colours(photo)
    assert len(found) == 1
    assert near(found[0], GREEN)


def test_the_strongest_colour_comes_first_and_specks_do_not_count(tmp_path: Path) -> None:
    parts = [(BLUE, (50, 50, 200, 250)), (RED, (220, 100, 290, 200)), (GREEN, (300, 100, 303, 103))]
    first, second = colours(drawn(tmp_path / "photo.png", "#FFFFFF", *parts))
    assert near(first, BLUE)
    assert near(second, RED)


def test_shades_of_one_colour_are_one(tmp_path: Path) -> None:
    parts = [("#1E8449", (50, 50, 150, 250)), ("#239B56", (150, 50, 250, 250)), ("#2AAE63", (250, 50, 350, 250))]
    assert len(colours(drawn(tmp_path / "photo.png", "#FFFFFF", *parts))) == 1


def test_more_than_three_colours_are_too_many(tmp_path: Path) -> None:
    parts = [(colour, (i * 70 + 20, 50, i * 70 + 80, 250)) for i, colour in enumerate((BLUE, RED, GREEN, "#F5B700"))]
    assert len(colours(drawn(tmp_path / "photo.png", "#FFFFFF", *parts))) == 3


@pytest.mark.parametrize("ground", ["#FFFFFF", "#000000", "#808080"])
def test_greys_are_no_colours(ground: str, tmp_path: Path) -> None:
    assert colours(drawn(tmp_path / "logo.png", ground, ("#222222", (50, 50, 200, 250)))) == ()


def test_what_is_transparent_has_no_colour(tmp_path: Path) -> None:
    logo = drawn(tmp_path / "logo.png", "#D7263D00", (BLUE, (100, 100, 200, 200)), mode="RGBA")
    (found,) = colours(logo)
    assert near(found, BLUE)


def test_a_picture_that_is_all_one_colour_has_that_colour(tmp_path: Path) -> None:
    (found,) = colours(drawn(tmp_path / "photo.png", GREEN))
    assert near(found, GREEN)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (1700, 1100)])
def test_any_size_in_any_mode_is_looked_at(size: tuple[int, int], mode: str, tmp_path: Path) -> None:
    Image.new("RGB", size, RED).convert(mode).save(tmp_path / "photo.png")
    assert colours(tmp_path / "photo.png") == (() if mode == "L" else colours(tmp_path / "photo.png"))
    assert bool(colours(tmp_path / "photo.png")) == (mode != "L")


def test_the_same_picture_always_has_the_same_colours(tmp_path: Path) -> None:
    noise = np.random.default_rng(4).integers(0, 255, (300, 400, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "photo.jpg")
    first = colours(tmp_path / "photo.jpg")
    assert first
    assert all(colours(tmp_path / "photo.jpg") == first for _ in range(3))


def test_what_is_no_picture_is_said(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_text("no picture")
    with pytest.raises(StudioFailed):
        colours(tmp_path / "photo.jpg")
