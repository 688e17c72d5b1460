from itertools import pairwise

from adgen_app.checks.timing import entries
from adgen_app.domain.storyboard import Storyboard


def test_lines_come_on_in_order_within_the_ad(board: Storyboard) -> None:
    found = entries(board)
    assert [entry.text for entry in found] == [o.text for scene in board.scenes for o in scene.overlays]
    assert found[0].at == 0
    assert all(earlier.at < later.at < board.duration for earlier, later in pairwise(found))


def test_each_scene_begins_with_its_first_line(board: Storyboard) -> None:
    starts = [cut / 30 for cut in board.cuts[:-1]]
    times = [entry.at for entry in entries(board)]
    assert set(starts) <= set(times)
