import httpx
import pytest
from starlette.testclient import TestClient

from adgen_app.api.app import create

NOT_FOUND = {"error": {"code": "NOT_FOUND", "message": "We could not find that. It may have been deleted."}}


def test_pages_pass_untouched(server: str) -> None:
    for method in ("GET", "POST"):
        answer = httpx.request(
            method, f"{server}/", headers={"Origin": "https://evil.example"}, content=b"x" * 2_000_000
        )
        assert (answer.status_code, answer.text) == (200, "a page")
        assert not {"x-request-id", "cache-control", "vary"} & set(answer.headers)
        assert answer.headers["x-page"] == "yes"


def test_pages_are_never_framed_and_run_no_foreign_scripts(server: str) -> None:
    for answer in (httpx.get(f"{server}/"), httpx.post(f"{server}/")):
        policy = answer.headers["content-security-policy"].split("; ")
        assert {
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "frame-ancestors 'none'",
        } <= set(policy)
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_paths_that_only_begin_like_ours_are_pages(server: str) -> None:
    unknown = httpx.get(f"{server}/apiary")
    assert (unknown.status_code, unknown.text) == (404, "Not Found")


def test_what_any_request_may_meet_is_documented() -> None:
    for path, methods in create().openapi()["paths"].items():
        for method, operation in methods.items():
            told = set(operation["responses"])
            assert {"413", "422", "503"} <= told, (method, path)
            assert "requestBody" not in operation or "400" in told, (method, path)


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/nothing", "/api/status", "/api/health/", "/api/video/a/b", "/api/%00"]
)
def test_unknown_paths_are_not_the_pages(path: str, server: str) -> None:
    answer = httpx.get(f"{server}{path}")
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/api/health", {"GET"}),
        ("GET", "/api/auth/login", {"POST"}),
        ("POST", "/api/status/x", {"GET"}),
        ("DELETE", "/api/generate", {"POST"}),
        ("PATCH", "/api/generations", {"GET"}),
    ],
)
def test_a_wrong_method_is_told_in_the_one_shape(method: str, path: str, allowed: set[str], server: str) -> None:
    answer = httpx.request(method, f"{server}{path}")
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "METHOD_NOT_ALLOWED"
    assert set(answer.headers["allow"].split(", ")) == allowed


def test_every_route_of_the_contract_is_there(sqlite_database: str, api: TestClient) -> None:
    paths = api.get("/api/openapi.json").json()["paths"]
    there = {
        (method.upper(), path.replace("generation_id", "id")) for path, methods in paths.items() for method in methods
    }
    assert there >= {
        ("GET", "/api/health"),
        ("POST", "/api/auth/register"),
        ("POST", "/api/auth/login"),
        ("GET", "/api/auth/me"),
        ("POST", "/api/generate"),
        ("GET", "/api/status/{id}"),
        ("GET", "/api/generations"),
        ("GET", "/api/video/{id}"),
        ("DELETE", "/api/generations/{id}"),
        ("GET", "/api/user/profile"),
    }
    assert all(path.startswith("/api/") for path in paths)


def test_every_documented_error_has_the_one_shape(sqlite_database: str, api: TestClient) -> None:
    documented = [
        answer["content"]["application/json"]["schema"]["$ref"]
        for methods in api.get("/api/openapi.json").json()["paths"].values()
        for route in methods.values()
        for status, answer in route["responses"].items()
        if status >= "400"
    ]
    assert set(documented) == {"#/components/schemas/Failure"}


def test_it_can_be_made_twice(sqlite_database: str) -> None:
    assert create() is not create()
