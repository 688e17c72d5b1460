"""Files of deploy/ with a machine's words filled in, by the script that does so on a machine."""

import os
import subprocess
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"
SCRIPT = """set -euo pipefail
release=$1 && shift
. "$release/deploy/lib/options.sh"
. "$release/deploy/lib/steps.sh"
. "$release/deploy/lib/services.sh"
settle_options
work=$(mktemp -d)
copied() { mkdir -p "$(dirname "$2")" && cp "$1" "$2"; }
for each in "$@"; do "$each" copied; done
rm -rf "$work"
"""


def fill(root: Path, *kinds: str, **given: str) -> None:
    """Put files of some kinds (`each_unit`, `each_site_file`) to where they belong below a folder."""
    environment = {"PATH": os.environ["PATH"], "ADGEN_SYSTEM_ROOT": str(root)} | given
    subprocess.run(["bash", "-c", SCRIPT, "fill", str(DEPLOY.parent), *kinds], env=environment, check=True)
