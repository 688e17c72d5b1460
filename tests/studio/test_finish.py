import numpy as np

from adgen_app.domain.formats import Size
from adgen_app.domain.storyboard import Finish
from adgen_app.studio.fingerprint import chunk
from adgen_app.studio.finish import finish, vignette
from tests.studio.boards import COFFEE

SIZE = Size(216, 384)
GRAINY, DARKENED = Finish(grain=True), Finish(vignette=True)


def laid(wanted: Finish, number: int = 0, value: int = 120) -> np.ndarray:
    frame = np.full((SIZE.height, SIZE.width, 4), value, np.uint8)
    finish(frame, wanted, number)
    return frame


def test_nothing_is_laid_over_unless_wanted() -> None:
    assert (laid(Finish()) == 120).all()


def test_a_vignette_darkens_the_corners_and_leaves_the_middle() -> None:
    frame = laid(DARKENED, value=200)
    assert (frame[192, 108, :3] == 200).all()
    assert 140 <= frame[0, 0, 0] <= 160
    assert np.array_equal(frame[0, 0], frame[-1, -1])
    assert (vignette(SIZE)[:, :, 3] == 255).all()


def test_grain_is_faint_grey_noise_that_moves() -> None:
    frame = laid(GRAINY)[:, :, :3].astype(int)
    assert (np.ptp(frame, axis=2) == 0).all()
    assert abs(frame.mean() - 120) < 0.5
    assert 1.2 < frame.std() < 4
    assert np.array_equal(frame, laid(GRAINY, 3)[:, :, :3])
    assert all(not np.array_equal(frame, laid(GRAINY, number)[:, :, :3]) for number in range(4, 60))


def test_a_finished_chunk_is_another_one() -> None:
    boards = [COFFEE.model_copy(update={"finish": wanted}) for wanted in (Finish(), DARKENED, GRAINY)]
    assert len({chunk(board, 120, 180) for board in boards}) == 3
