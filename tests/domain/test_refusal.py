"""Whatever is refused is refused with a sentence that helps."""

from typing import Any

import pytest
from pydantic import BaseModel, EmailStr, ValidationError

from adgen_app.domain.account import Password, Username
from adgen_app.domain.brief import Brief
from adgen_app.domain.refusal import refusal
from adgen_app.domain.storyboard import Storyboard

PROMPT = "Soy candles that smell of forest"


class SignUp(BaseModel):
    username: Username
    password: Password
    email: EmailStr | None = None


def said(model: type[BaseModel], sent: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(sent)
    error = refusal(refused.value.errors())
    return error.code_here, str(error)


@pytest.mark.parametrize(
    ("sent", "code", "sentence"),
    [
        ({}, "PROMPT_TOO_SHORT", "Describe your product in at least 10 characters."),
        ({"prompt": " short "}, "PROMPT_TOO_SHORT", "Describe your product in at least 10 characters."),
        ({"prompt": "x" * 501}, "PROMPT_TOO_LONG", "Describe your product in at most 500 characters."),
        ({"prompt": PROMPT, "duration": 20}, "INVALID_DURATION", "Duration must be one of 15, 30 or 60."),
        (
            {"prompt": PROMPT, "aspect_ratio": "3:2"},
            "INVALID_ASPECT_RATIO",
            "Aspect ratio must be one of '9:16', '1:1', '16:9' or '4:5'.",
        ),
        (
            {"prompt": PROMPT, "framework": "STAR"},
            "INVALID_FRAMEWORK",
            "Framework must be one of 'auto', 'PAS', 'BAB' or 'AIDA'.",
        ),
        (
            {"prompt": PROMPT, "brand_colours": ["red"]},
            "INVALID_BRAND_COLOURS",
            "Write each brand colour as # and six hexadecimal digits, for example #2563EB.",
        ),
        (
            {"prompt": PROMPT, "brand_colours": ["#112233"] * 4},
            "INVALID_BRAND_COLOURS",
            "Brand colours may have at most 3 entries.",
        ),
        (
            {"prompt": PROMPT, "product_name": "x" * 61},
            "INVALID_PRODUCT_NAME",
            "Product name may have at most 60 characters.",
        ),
        ({"prompt": PROMPT, "budget": 5}, "UNKNOWN_FIELD", "There is no field called budget."),
    ],
)
def test_a_brief_that_is_refused(sent: dict[str, Any], code: str, sentence: str) -> None:
    assert said(Brief, sent) == (code, sentence)


GOOD = {"username": "maya", "password": "correct horse"}


@pytest.mark.parametrize(
    ("sent", "code", "sentence"),
    [
        ({"password": "correct horse"}, "INVALID_USERNAME", "Username is missing."),
        ({**GOOD, "username": "ab"}, "INVALID_USERNAME", "Username needs at least 3 characters."),
        ({**GOOD, "username": "x" * 51}, "INVALID_USERNAME", "Username may have at most 50 characters."),
        (
            {**GOOD, "username": "maya noor"},
            "INVALID_USERNAME",
            "A username has letters, digits and . _ @ + - only, without spaces.",
        ),
        ({**GOOD, "password": "short"}, "INVALID_PASSWORD", "Password needs at least 8 characters."),
        ({**GOOD, "email": "nonsense"}, "INVALID_EMAIL", "This email address does not look right."),
    ],
)
def test_an_account_that_is_refused(sent: dict[str, Any], code: str, sentence: str) -> None:
    assert said(SignUp, sent) == (code, sentence)


@pytest.mark.parametrize("value", [None, [], {}, 5, "x", "x\ud800", 1e400, True, "\0"])
@pytest.mark.parametrize("field", list(Brief.model_fields))
def test_every_refusal_is_a_sentence_for_people(field: str, value: object) -> None:
    try:
        Brief.model_validate({"prompt": PROMPT, field: value})
    except ValidationError as refused:
        error = refusal(refused.errors())
        sentence = str(error)
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert not {"input", "Input", "str", "tuple", "raw"} & set(sentence.split())
        assert "{" not in sentence
        assert error.status == 422
    else:
        assert Brief.model_validate({"prompt": PROMPT, field: value})


def board(**changed: object) -> dict[str, Any]:
    scenes = [
        {"role": role, "kind": "hook", "duration": 5, "visual": "a candle", "overlays": [{"text": "Forest"}]}
        for role in ("before", "after", "bridge")
    ]
    return {
        "product": "Soy candles",
        "brand": {"name": "Forest", "colours": ["#112233"]},
        "framework": "BAB",
        "framework_reason": "",
        "style": "organic",
        "aspect_ratio": "9:16",
        "duration": 15,
        "scenes": [*scenes[:2], {**scenes[2], **changed}],
        "music": "calm",
        "call_to_action": "Order now",
    }


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"duration": 9}, "Scene 3 lasts 9 s; it must last 3 to 7 s."),
        ({"duration": "long"}, "Duration of scene 3 must be a number."),
        ({"overlays": [{"text": "x" * 121}]}, "Text of scene 3 may have at most 120 characters."),
        ({"overlays": []}, "Overlays of scene 3: at least 1 needed."),
        ({"transition": "wipe"}, "Transition of scene 3 must be one of 'style', 'crossfade' or 'cut'."),
    ],
)
def test_a_storyboard_that_somebody_edited_is_refused_where_it_is_wrong(
    changed: dict[str, object], sentence: str
) -> None:
    assert said(Storyboard, board(**changed))[1] == sentence
