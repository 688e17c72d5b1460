"""From what a form holds to a brief, or to the field that no brief can be made with."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from adgen_app.domain.brief import Brief
from adgen_app.ui.colours import COLOURS
from adgen_app.ui.options import TEXTS

FIELDS = {"prompt", "style", "music_mood", "voice_text", *TEXTS, *COLOURS}
"""Fields of the form that can be typed into, by the names of their boxes."""


def brief(form: Mapping[str, Any]) -> Brief:
    """What is asked for; boxes left empty leave the choice to the planner. Raises ValidationError."""
    optional = {name: form[name] for name in TEXTS if form.get(name, "").strip()}
    return Brief.model_validate(
        {
            "prompt": form.get("prompt", ""),
            "style": form.get("style") or "auto",
            "music_mood": form.get("music_mood") or "auto",
            "framework": form.get("framework") or "auto",
            "brand_colours": [form[name] for name in _coloured(form)],
            "voice_text": form.get("voice_text") or "",
            **{name: form[name] for name in ("duration", "aspect_ratio", "photos", "logo", "track", "voice")},
            **optional,
        }
    )


def field_of(error: ValidationError, form: Mapping[str, Any]) -> str:
    """The box that the first of the errors is about; empty if it is about none."""
    name, *rest = error.errors()[0]["loc"]
    if name == "brand_colours" and rest:
        return _coloured(form)[int(rest[0])]
    return str(name) if name in FIELDS else ""


def _coloured(form: Mapping[str, Any]) -> list[str]:
    return [name for name in COLOURS if form.get(name, "").strip()]
