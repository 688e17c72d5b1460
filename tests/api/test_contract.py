"""What the OpenAPI document promises, tried with requests that nobody would write."""

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from adgen_app import security
from adgen_app.api.app import create
from adgen_app.config import settings
from adgen_app.domain.account import Account
from adgen_app.domain.asset import AssetKind
from adgen_app.domain.generation import GenerationId
from adgen_app.services import assets
from tests import gifts

PROMISES = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.mark.slow
@pytest.mark.parametrize(
    "number", range(len(list(schemathesis.openapi.from_dict(create().openapi()).get_all_operations())))
)
def test_every_promise_holds(
    number: int, sqlite_database: str, token: str, ad: GenerationId, user: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_REQUESTS_PER_MINUTE", "100000")
    monkeypatch.setenv("ADGEN_LOGIN_ATTEMPTS_PER_MINUTE", "100000")
    settings.cache_clear()
    monkeypatch.setattr(security, "hash_password", str)
    monkeypatch.setattr(security, "password_fits", lambda *_: False)
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", create())
    photo = assets.add(user.id, AssetKind.PHOTO, "photo.jpg", gifts.photo()).id
    operation = list(schema.get_all_operations())[number].ok()

    @hypothesis.settings(
        max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @hypothesis.given(case=operation.as_strategy())
    def holds(case: schemathesis.Case) -> None:
        if "generation_id" in case.path_parameters and len(str(case.path_parameters["generation_id"])) % 2:
            case.path_parameters["generation_id"] = ad
        if "asset_id" in case.path_parameters and len(str(case.path_parameters["asset_id"])) % 2:
            case.path_parameters["asset_id"] = photo
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=PROMISES)

    holds()
