import json

import pytest

from adgen_app.cli import main
from adgen_app.domain.storyboard import Storyboard

PROMPT = "Oat soap that calms dry skin"


def planned(capsys: pytest.CaptureFixture[str], *options: str) -> Storyboard:
    with pytest.raises(SystemExit) as ended:
        main(["storyboard", PROMPT, *options])
    assert ended.value.code == 0
    return Storyboard.model_validate(json.loads(capsys.readouterr().out))


def test_whatever_a_brief_holds_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    board = planned(
        capsys,
        "--style", "tech", "--music", "calm", "--colour", "#112233", "--colour", "#ddeeff",
        "--name", "Oatly Clean", "--offer", "Two bars for one", "--action", "Wash with oats",
        "--audience", "people with dry skin", "--duration", "30", "--aspect", "4:5", "--framework", "BAB", "--grain",
    )  # fmt: skip
    assert (board.style, board.music, board.brand.colours[:2]) == ("tech", "calm", ("#112233", "#DDEEFF"))
    assert (board.brand.name, board.call_to_action) == ("Oatly Clean", "Wash with oats")
    assert (board.duration, board.aspect_ratio, board.framework) == (30, "4:5", "BAB")
    assert board.finish.grain
    assert "Two bars for one" in [overlay.text for scene in board.scenes for overlay in scene.overlays]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--style", "baroque"], "adgen: Style must be one of 'auto', 'luxury', 'minimal',"),
        (["--colour", "red"], "adgen: Write each brand colour as # and six hexadecimal digits"),
        (["--music", "loud"], "adgen: Music mood must be one of 'auto', 'luxury',"),
        ([f"--photo=photo{number}.jpg" for number in range(6)], "adgen: An ad shows up to 5 photos."),
    ],
)
def test_what_a_brief_can_not_hold_is_refused(
    options: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["storyboard", PROMPT, *options])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(sentence)
