"""From what a form holds to a brief."""

from typing import Any

import pytest
from pydantic import ValidationError

from adgen_app.domain.brief import Brief
from adgen_app.ui.order import brief, field_of
from tests.api import serving

FORM: dict[str, Any] = {
    "prompt": serving.PROMPT,
    "duration": "15",
    "aspect_ratio": "9:16",
    "photos": [],
    "logo": None,
    "track": None,
    "voice": None,
}


def test_boxes_left_empty_leave_the_choice_to_the_planner() -> None:
    assert brief({**FORM, "offer": " ", "style": "", "colour_1": ""}) == Brief(prompt=serving.PROMPT)


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"prompt": "soap"}, "prompt"),
        ({"colour_2": "reddish"}, "colour_2"),
        ({"colour_1": "#123456", "colour_3": "reddish"}, "colour_3"),
        ({"offer": "x" * 121}, "offer"),
        ({"duration": "45"}, ""),
        ({"photos": ["x"] * 6}, ""),
    ],
)
def test_what_is_wrong_is_found_in_its_box(change: dict[str, Any], at: str) -> None:
    form = {**FORM, **change}
    with pytest.raises(ValidationError) as refused:
        brief(form)
    assert field_of(refused.value, form) == at
