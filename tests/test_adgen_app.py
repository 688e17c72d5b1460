import json
import subprocess
import sys
from pathlib import Path

import pytest

from adgen_app.config import ROOT

PARTNER = "https://partner.example"
ASKING = """
import json
from reflex.environment import environment
from starlette.testclient import TestClient
environment.REFLEX_SKIP_COMPILE.set(True)
from adgen_app.adgen_app import app
web = TestClient(app())
asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
for origin in ("https://partner.example", "https://evil.example"):
    answer = web.options("/api/generate", headers={"Origin": origin, **asked})
    print(json.dumps([answer.status_code, answer.text, dict(answer.headers)]))
print(json.dumps([web.get("/ping").json(), web.get("/api/health").json()]))
"""


@pytest.mark.slow
def test_reflex_does_not_answer_for_the_api(sqlite_database: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKING], cwd=ROOT, capture_output=True, text=True, check=False,
        env={"ADGEN_DATA_DIR": str(tmp_path), "CORS_ORIGINS": PARTNER, "PATH": "", "ADGEN_ENV_FILE": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    partner, foreigner, both = map(json.loads, done.stdout.splitlines()[-3:])
    assert (partner[0], partner[2]["access-control-allow-origin"]) == (200, PARTNER)
    assert "access-control-allow-credentials" not in partner[2]
    assert (foreigner[0], json.loads(foreigner[1])["error"]["code"]) == (400, "BAD_REQUEST")
    assert "access-control-allow-origin" not in foreigner[2]
    assert both == ["pong", {"status": "healthy"}]
