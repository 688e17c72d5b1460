import subprocess
import sys
from pathlib import Path

import pytest

from adgen_app import __version__
from adgen_app.cli import COMMANDS, main
from adgen_app.config import ROOT, settings


def ends(arguments: list[str]) -> object:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends([]) == 0
    help_page = capsys.readouterr().out
    assert all(f"  {name} " in help_page and sentence in help_page for name, sentence in COMMANDS.items())


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(["--version"]) == 0
    assert capsys.readouterr().out == f"AdGen {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"Usage: adgen {name}" in shown
    assert COMMANDS[name] in shown


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["create", "soap"], "adgen: Describe your product in at least 10 characters.\n"),
        (["create", "x" * 501], "adgen: Describe your product in at most 500 characters.\n"),
        (["create", "Soap for dry skin", "--duration", "20"], "adgen: Duration must be one of 15, 30 or 60.\n"),
        (
            ["create", "Soap for dry skin", "--aspect", "3:2"],
            "adgen: Aspect ratio must be one of '9:16', '1:1', '16:9' or '4:5'.\n",
        ),
        (
            ["storyboard", "Soap for dry skin", "--framework", "ABC"],
            "adgen: Framework must be one of 'auto', 'PAS', 'BAB' or 'AIDA'.\n",
        ),
        (
            ["create", "Soap for dry skin", "-o", "ad.mov"],
            "adgen: The ad is an MP4 file: let its name end in .mp4, for example ad.mp4.\n",
        ),
        (
            ["create", "Soap for dry skin", "-o", "/proc/ad.mp4"],
            "adgen: /proc/ad.mp4 can't be written: No such file or directory.\n",
        ),
        (
            ["create", "Soap for dry skin", "-o", "/etc/passwd/ad.mp4"],
            "adgen: /etc/passwd/ad.mp4 can't be written: File exists.\n",
        ),
        *(
            (["create", "Soap for dry skin", "-o", typed], f"adgen: {folder} is a folder; name a file.\n")
            for typed, folder in ((".", "."), ("", "."), ("/", "/"), ("..", ".."))
        ),
        (
            ["create", "Soap for dry skin", "-o", f"{'x' * 300}.mp4"],
            f"adgen: {'x' * 300}.mp4 can't be written: File name too long.\n",
        ),
        (["cut", "/none.json"], "adgen: /none.json can't be read: No such file or directory.\n"),
    ],
)
def test_what_can_not_be_is_one_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(arguments) == 2
    assert capsys.readouterr() == ("", sentence)


@pytest.mark.parametrize("arguments", [["bogus"], ["create"], ["create", "Soap for dry skin", "--bogus"]])
def test_wrong_usage_is_told_without_a_traceback(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("ADGEN_ADS_AT_ONCE", "many", "adgen: ADGEN_ADS_AT_ONCE must be a whole number.\n"),
        ("ADGEN_TRUSTED_PROXIES", "foo", "adgen: ADGEN_TRUSTED_PROXIES: Write addresses and networks, with commas: "),
        ("ADGEN_ACCEL_REDIRECT", "foo", "adgen: ADGEN_ACCEL_REDIRECT: Write it as Nginx has it"),
        ("CORS_ORIGINS", "*", "adgen: CORS_ORIGINS: Write full origins, with commas: https://shop.example,"),
        ("ADGEN_ENV", "production", "adgen: SECRET_KEY must be a random text of at least 32 characters in production"),
    ],
)
def test_wrong_setting_is_named(
    setting: str, value: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(setting, value)
    settings.cache_clear()
    assert ends(["doctor"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "No such file or directory"), (b"LOG_LEVEL=\xff", "it is no text")]
)
def test_a_file_of_settings_that_can_not_be_read_is_named(content: bytes | None, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "adgen.env"
    if content:
        file.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "adgen_app.cli", "doctor"],
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "ADGEN_ENV_FILE": str(file)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    sentence = f"adgen: {file} can't be read: {reason}. ADGEN_ENV_FILE says which file to read.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence)
