from pathlib import Path

import pytest

from adgen_app.commands.cut import cut
from adgen_app.errors import InvalidInput


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("{", "is not a storyboard: "), ('{"scenes": []}', "is not a storyboard: Product is missing")],
)
def test_file_that_is_no_storyboard_is_refused(content: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(content)
    with pytest.raises(InvalidInput, match=sentence):
        cut(file, tmp_path / "ad.mp4")
    assert not (tmp_path / "ad.mp4").exists()
