from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adgen_app.domain.formats import Duration
from adgen_app.domain.storyboard import Storyboard, Transition
from adgen_app.studio import fingerprint
from adgen_app.studio.chunks import chunks
from adgen_app.studio.film.encode import CHUNK
from adgen_app.studio.timeline import shots
from tests.studio.boards import BOARDS, COFFEE
from tests.studio.test_cut import with_headline


def lengthened(board: Storyboard, duration: Duration) -> Storyboard:
    factor = duration / board.duration
    scenes = tuple(scene.model_copy(update={"duration": scene.duration * factor}) for scene in board.scenes)
    return board.model_copy(update={"duration": duration, "scenes": scenes})


@given(
    st.sampled_from(sorted(BOARDS)),
    st.sampled_from(Duration),
    st.lists(st.sampled_from(Transition), min_size=4, max_size=4),
)
def test_every_frame_is_in_one_chunk_and_no_chunk_is_too_long(
    name: str, duration: Duration, changes: list[Transition]
) -> None:
    board = lengthened(BOARDS[name], duration)
    scenes = tuple(
        scene.model_copy(update={"transition": change}) for scene, change in zip(board.scenes, changes, strict=True)
    )
    shared = chunks(board.model_copy(update={"scenes": scenes}))
    assert shared[0].first == 0
    assert all(one.last == following.first for one, following in pairwise(shared))
    assert shared[-1].last == board.frames
    assert all(0 < one.last - one.first <= CHUNK for one in shared)


@pytest.mark.parametrize("at", range(4))
def test_a_change_to_a_scene_touches_its_frames_and_less_than_a_chunk_of_others(at: int) -> None:
    changed = with_headline(COFFEE, at, "Something else")
    touched = [one for one in chunks(COFFEE) if fingerprint.chunk(COFFEE, *one) != fingerprint.chunk(changed, *one)]
    shot = shots(COFFEE)[at]
    assert touched
    assert touched[-1].last == shot.last
    assert shot.first - CHUNK < touched[0].first <= shot.first
