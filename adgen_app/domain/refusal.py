"""Turns a validation error into one sentence that helps the person who typed."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
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
    "string_type": "{name} must be text.",
    "string_unicode": "{name} has characters that are broken.",
    "int_type": "{name} must be a whole number.",
    "int_parsing": "{name} must be a whole number.",
    "int_from_float": "{name} must be a whole number.",
    "greater_than_equal": "{name} must be {ge} or more.",
    "less_than_equal": "{name} must be {le} or less.",
    "bool_type": "{name} must be true or false.",
    "bool_parsing": "{name} must be true or false.",
    "float_type": "{name} must be a number.",
    "finite_number": "{name} must be a number.",
    "float_parsing": "{name} must be a number.",
    "tuple_type": "{name} must be a list.",
    "too_short": "{name}: at least {min_length} needed.",
    "too_long": "{name} may have at most {max_length} entries.",
    "enum": "{name} must be one of {expected}.",
    "literal_error": "{name} must be one of {expected}.",
    "extra_forbidden": "There is no field called {field:.50}.",
    "value_error": "{said}.",
    "json_invalid": "This is not valid JSON.",
    "model_attributes_type": "Send a JSON object, with Content-Type: application/json.",
}


def refusal(errors: Sequence[Mapping[str, Any]]) -> InvalidInput:
    """The first of pydantic's `.errors()` as our own error, with a code like INVALID_DURATION."""
    error = errors[0]
    kind, message = str(error["type"]), str(error["msg"])
    field = _names(error)[0]
    words = {
        **_limits(error),
        "expected": _choices(errors, field),
        "name": _spoken(error),
        "field": field,
        "message": message,
        "said": _sentence_case(message.removeprefix("Value error, ")),
    }
    usual = "UNKNOWN_FIELD" if kind == "extra_forbidden" else f"INVALID_{field.upper()}"
    code, sentence = _SPECIAL.get((field, kind), (usual, _SENTENCES.get(kind, "{name}: {message}.").format(**words)))
    return InvalidInput(sentence, code=code)


def _names(error: Mapping[str, Any]) -> list[str]:
    """The path to the value, without where it was sent and without pydantic's tags of a choice of types."""
    parts = [part for part in error["loc"] if isinstance(part, str)]
    return [part for part in parts if part not in {"body", "query", "path"} and "[" not in part] or ["input"]


def _spoken(error: Mapping[str, Any]) -> str:
    """A field in words; a setting as it is written."""
    written = _names(error)[-1]
    name = written if written.isupper() else _sentence_case(written.replace("_", " "))
    scenes = [after for part, after in pairwise(error["loc"]) if part == "scenes"]
    return f"{name} of scene {scenes[0] + 1}" if scenes else name


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _choices(errors: Sequence[Mapping[str, Any]], field: str) -> str:
    """A field that takes "auto" or a name fails twice: once for each of its types."""
    mine = [_limits(error) for error in errors if _names(error)[0] == field]
    return ", ".join(str(limits["expected"]) for limits in reversed(mine) if "expected" in limits)


def _limits(error: Mapping[str, Any]) -> Mapping[str, Any]:
    return error.get("ctx") or {}
