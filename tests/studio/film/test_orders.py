import subprocess
import sys

import pytest

HEAVY = {
    "pictures": ("adgen_app.studio.audio.bed", "adgen_app.studio.audio.level"),
    "sound": ("skia", "cv2", "adgen_app.studio.frame"),
}


@pytest.mark.parametrize("craft", HEAVY)
def test_a_worker_loads_nothing_that_only_another_craft_needs(craft: str) -> None:
    script = f"import sys, adgen_app.studio.film.{craft}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert f"adgen_app.studio.film.{craft}" in loaded
    assert [name for name in HEAVY[craft] if name in loaded] == []
