"""Colours that can be read, in both modes."""

import re

import pytest

from adgen_app.config import ROOT
from adgen_app.ui import theme

TEXT, GRAPHIC = 4.5, 3.0
MODES = {"light": theme.LIGHT, "dark": theme.DARK}
READ = [
    (text, ground, TEXT)
    for text in ("text", "muted", "primary-text", "error-text")
    for ground in ("page", "surface", "sunken")
] + [
    ("on-primary", "primary", TEXT),
    ("on-primary", "primary-hover", TEXT),
    ("primary-text", "primary-soft", TEXT),
    ("text", "primary-soft", TEXT),
    ("success-text", "success-soft", TEXT),
    ("warning-text", "warning-soft", TEXT),
    ("error-text", "error-soft", TEXT),
    ("line-strong", "surface", GRAPHIC),
    ("line-strong", "page", GRAPHIC),
]


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("text", "ground", "least"), READ)
def test_text_can_be_read_on_its_ground(text: str, ground: str, least: float, mode: str) -> None:
    assert contrast(MODES[mode][text], MODES[mode][ground]) >= least


def test_the_palette_is_the_specified_one() -> None:
    for mode in MODES.values():
        assert (mode["primary"], mode["success"], mode["warning"], mode["error"]) == (
            "#2563EB",
            "#10B981",
            "#F59E0B",
            "#EF4444",
        )


def test_both_modes_have_the_same_tokens() -> None:
    assert theme.LIGHT.keys() == theme.DARK.keys()


def test_every_token_that_the_style_sheet_uses_exists() -> None:
    sheet = (ROOT / "assets" / "adgen.css").read_text(encoding="utf-8")
    used = {part.partition(")")[0].partition(",")[0].strip() for part in sheet.split("var(--")[1:]}
    assert used
    its_own = set(re.findall(r"--([\w-]+): ", sheet))
    assert used <= {*theme.LIGHT, *theme.SCALE, *its_own}
