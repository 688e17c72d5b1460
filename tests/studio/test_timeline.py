import pytest

from adgen_app.domain.storyboard import Storyboard, Transition
from adgen_app.studio.timeline import brightness, shots, view
from tests.studio.boards import COFFEE


def hard(board: Storyboard) -> Storyboard:
    scenes = tuple(part.model_copy(update={"transition": Transition.CUT}) for part in board.scenes)
    return board.model_copy(update={"scenes": scenes})


def test_every_frame_shows_one_scene_or_a_transition_between_two() -> None:
    blended = [number for number in range(COFFEE.frames) if view(COFFEE, number).over]
    assert len(blended) == 15 * (len(COFFEE.scenes) - 1)
    assert blended[0] == COFFEE.cuts[1] - 7
    shares = [view(COFFEE, number).share for number in blended[:15]]
    assert shares == pytest.approx([step / 16 for step in range(1, 16)])


def test_a_hard_cut_blends_nothing() -> None:
    board = hard(COFFEE)
    assert not any(view(board, number).over for number in range(board.frames))
    assert [shot.first for shot in shots(board)] == list(board.cuts[:-1])


def test_fades_last_three_tenths_of_a_second() -> None:
    assert [number for number in range(COFFEE.frames) if brightness(COFFEE, number) < 1] == [
        *range(9),
        *range(441, 450),
    ]
    assert brightness(COFFEE, 0) == brightness(COFFEE, 449) == pytest.approx(0)
