import base64
import hashlib
import re

from starlette.testclient import TestClient


def test_docs_come_from_this_server_alone(sqlite_database: str, api: TestClient) -> None:
    page = api.get("/api/docs")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert not re.search(r"(https?:)?//\w", re.sub(r"//.*is now available.*", "", page.text))
    used = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(used) == 3
    for address in used:
        answer = api.get(address)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=86400"


def test_the_policy_allows_the_pages_own_script(sqlite_database: str, api: TestClient) -> None:
    for _ in range(2):
        page = api.get("/api/docs")
        (script,) = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy = page.headers["content-security-policy"]
        assert f"script-src 'self' 'sha256-{digest}';" in policy
        assert "http" not in policy


def test_nothing_else_is_served(sqlite_database: str, api: TestClient) -> None:
    for name in ("redoc.standalone.js", "..%2f__init__.py", "core.py", ""):
        assert api.get(f"/api/docs/assets/{name}").status_code == 404


def test_openapi_is_there(sqlite_database: str, api: TestClient) -> None:
    described = api.get("/api/openapi.json").json()
    assert described["info"]["title"] == "AdGen"
    assert described["components"]["securitySchemes"].keys() == {"HTTPBearer", "APIKeyCookie"}
