"""Turns a validation error into one sentence that helps the person who typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from adgen_app.errors import InvalidInput

_SPECIAL = {
    ("prompt", "string_too_short"): ("PROMPT_TOO_SHORT", "Describe your product in at least 10 characters."),
    ("prompt", "missing"): ("PROMPT_TOO_SHORT", "Describe your product in at least 10 characters."),
    ("prompt", "string_too_long"): ("PROMPT_TOO_LONG", "Describe your product in at most 500 characters."),
    ("username", "string_pattern_mismatch"): (
        "INVALID_USERNAME",
        "A username has letters, digits and . _ @ + - only, without spaces.",
    ),
    ("brand_colours", "string_pattern_mismatch"): (
        "INVALID_BRAND_COLOURS",
        "Write each brand colour as # and six hexadecimal digits, for example #2563EB.",
    ),
    ("email", "value_error"): ("INVALID_EMAIL", "This email address does not look right."),
}


def refusal(errors: Sequence[Mapping[str, Any]]) -> InvalidInput:
    """The first of pydantic's `.errors()` as our own error, with a code like INVALID_DURATION."""
    error = errors[0]
    kind = str(error["type"])
    names = [part for part in error["loc"] if isinstance(part, str) and part not in {"body", "query", "path"}]
    field = names[0] if names else "input"
    code, sentence = _SPECIAL.get((field, kind), (f"INVALID_{field.upper()}", _sentence(field, kind, error)))
    return InvalidInput(sentence, code=code)


def _sentence(field: str, kind: str, error: Mapping[str, Any]) -> str:
    name = field.replace("_", " ").capitalize()
    limits: Mapping[str, Any] = error.get("ctx") or {}
    match kind:
        case "missing":
            return f"{name} is missing."
        case "string_too_short":
            return f"{name} needs at least {limits['min_length']} characters."
        case "string_too_long":
            return f"{name} may have at most {limits['max_length']} characters."
        case "too_long":
            return f"{name} may have at most {limits['max_length']} entries."
        case "enum" | "literal_error":
            return f"{name} must be one of {limits['expected']}."
        case "extra_forbidden":
            return f"There is no field called {field}."
        case "json_invalid":
            return "The request is not valid JSON."
        case _:
            return f"{name}: {error['msg']}."
