from itertools import pairwise

from adgen_app.bench import subject
from adgen_app.domain.formats import Duration
from adgen_app.planning.writer import plan
from adgen_app.studio import fingerprint
from adgen_app.studio.chunks import chunks


def test_another_headline_changes_part_of_the_pictures_and_not_the_sound() -> None:
    board = subject.storyboard()
    changed = subject.retitled(board)
    same = [fingerprint.chunk(board, *one) == fingerprint.chunk(changed, *one) for one in chunks(board)]
    assert any(same)
    assert not all(same)
    assert fingerprint.sound(board) == fingerprint.sound(changed)


def test_another_ratio_changes_all_pictures_and_not_the_sound() -> None:
    board = subject.storyboard()
    changed = subject.reshaped(board)
    assert not any(fingerprint.chunk(board, *one) == fingerprint.chunk(changed, *one) for one in chunks(board))
    assert fingerprint.sound(board) == fingerprint.sound(changed)


def test_five_scenes_are_equally_long_and_differ_from_those_beside_them() -> None:
    board = subject.storyboard()
    assert [scene.duration for scene in board.scenes] == [3.0] * 5
    assert all(one.kind is not next_one.kind for one, next_one in pairwise(board.scenes))


def test_the_long_ad_is_the_short_one_stretched() -> None:
    short, long = plan(subject.brief()), plan(subject.brief(Duration.LONG))
    assert long.frames == 4 * short.frames
    assert [scene.kind for scene in long.scenes] == [scene.kind for scene in short.scenes]
