"""Fonts are found, quietly."""

import os
import subprocess
import sys

import pytest

from adgen_app.studio import typefaces


def test_finding_fonts_says_nothing() -> None:
    program = "from adgen_app.studio.typefaces import library; library()"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert (found.stdout, found.stderr) == ("", "")


def test_other_words_are_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    with typefaces._undisturbed():
        os.write(2, b"Fontconfig warning: too new\nsomething broke\n")
    assert capfd.readouterr().err == "something broke\n"
