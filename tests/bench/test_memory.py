import subprocess
import sys

from adgen_app.bench.memory import Peak, in_use

MEGABYTE = 1024**2


def test_memory_of_children_counts() -> None:
    hoard = "import sys; kept = b'x' * (80 << 20); print(len(kept), flush=True); sys.stdin.read()"
    before = in_use()
    with subprocess.Popen([sys.executable, "-c", hoard], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        during = in_use()
        child.communicate()
    assert during - before > 75 * MEGABYTE
    assert in_use() - before < 40 * MEGABYTE


def test_the_peak_is_kept_when_it_is_over() -> None:
    with Peak() as peak:
        subprocess.run([sys.executable, "-c", "import time; kept = b'x' * (80 << 20); time.sleep(0.5)"], check=True)
    assert peak.bytes > 80 * MEGABYTE
