import subprocess
import sys

import pytest

from adgen_app.config import Settings
from adgen_app.observe import traces

WATCHERS = ("opentelemetry.sdk", "opentelemetry.exporter", "sentry_sdk")


@pytest.mark.parametrize("entry", ["adgen_app.worker", "adgen_app.api.app", "adgen_app.production.workflow"])
def test_what_is_off_is_not_even_imported(entry: str) -> None:
    code = (
        f"import sys, {entry}; from adgen_app.config import settings; from adgen_app.observe import switch_on;"
        f"switch_on(settings()); print([name for name in {WATCHERS!r} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_without_a_collector_a_span_is_nothing() -> None:
    traces.switch_on(Settings())
    with traces.span("one", scenes=3) as one, traces.span("two") as two:
        one.note("other", status=200)
        assert one is two
    traces.switch_off()
