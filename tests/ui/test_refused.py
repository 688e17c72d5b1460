"""What is said of files that the browser did not send."""

from typing import Any

import pytest
import reflex as rx

from adgen_app.ui.refused import UNFIT, told, why

PHOTO, NOTES = {"name": "beach.jpg", "codes": ["file-too-large"]}, {"name": "n.pdf", "codes": ["file-invalid-type"]}


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        ([PHOTO], "beach.jpg: This file is larger than 20 MB. Please make it smaller."),
        ([NOTES], f"n.pdf: {UNFIT}"),
        ([{"name": "film.pdf", "codes": ["file-invalid-type", "file-too-large"]}], f"film.pdf: {UNFIT}"),
        ([{"name": "a.png", "codes": ["too-many-files"]}] * 2, "a.png: Choose one file at a time. 1 more left out."),
        ([PHOTO, NOTES, NOTES], "beach.jpg: This file is larger than 20 MB. Please make it smaller. 2 more left out."),
    ],
)
def test_the_reason_is_told_with_the_name(refused: list[dict[str, Any]], said: str) -> None:
    assert why(refused) == said


@pytest.mark.parametrize("refused", [[], [{}], [{"name": 7, "codes": [None]}], [{"name": "x" * 9000}]])
def test_what_no_browser_of_ours_tells_is_told_apart_from_nothing(refused: list[dict[str, Any]]) -> None:
    assert UNFIT in why(refused)
    assert len(why(refused)) < 300


def test_no_more_than_names_and_codes_leave_the_browser() -> None:
    sent = str(told(rx.Var("rejected", _var_type=list[dict[str, Any]]).guess_type()))
    assert '["file"]?.["name"]' in sent
    assert '["code"]' in sent
