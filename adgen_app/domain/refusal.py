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

_SENTENCES = {
    "missing": "{name} is missing.",
    "string_too_short": "{name} needs at least {min_length} characters.",
    "string_too_long": "{name} may have at most {max_length} characters.",
    "too_long": "{name} may have at most {max_length} entries.",
    "enum": "{name} must be one of {expected}.",
    "literal_error": "{name} must be one of {expected}.",
    "extra_forbidden": "There is no field called {field}.",
    "json_invalid": "The request is not valid JSON.",
}


def refusal(errors: Sequence[Mapping[str, Any]]) -> InvalidInput:
    """The first of pydantic's `.errors()` as our own error, with a code like INVALID_DURATION."""
    error = errors[0]
    kind = str(error["type"])
    field = _field(error)
    limits = {**_limits(error), "expected": _choices(errors, field)}
    name = field.replace("_", " ").capitalize()
    sentence = _SENTENCES.get(kind, "{name}: {msg}.").format(name=name, field=field, msg=error["msg"], **limits)
    code, sentence = _SPECIAL.get((field, kind), (f"INVALID_{field.upper()}", sentence))
    return InvalidInput(sentence, code=code)


def _field(error: Mapping[str, Any]) -> str:
    names = [part for part in error["loc"] if isinstance(part, str) and part not in {"body", "query", "path"}]
    return names[0] if names else "input"


def _choices(errors: Sequence[Mapping[str, Any]], field: str) -> str:
    """A field that takes "auto" or a name fails twice: once for each of its types."""
    mine = [_limits(error) for error in errors if _field(error) == field]
    return ", ".join(str(limits["expected"]) for limits in reversed(mine) if "expected" in limits)


def _limits(error: Mapping[str, Any]) -> Mapping[str, Any]:
    return error.get("ctx") or {}
