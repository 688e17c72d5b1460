import numpy as np

from adgen_app.studio.look.colour import BLACK, WHITE
from adgen_app.studio.photo.shadow import halo, lost, mirrored, shadow


def bottle(value: int = 90) -> np.ndarray:
    picture = np.zeros((400, 160, 4), np.uint8)
    picture[:100, 60:100] = picture[100:, 20:140] = (value, value, value, 255)
    return picture


def test_a_shadow_lies_under_the_foot_and_is_darkest_there() -> None:
    picture, (x, y) = shadow(bottle(), 0.8)
    alpha = picture[:, :, 3]
    assert picture[:, :, :3].max() == 0
    assert alpha[round(y), round(x)] > 150
    assert max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max()) < 12
    assert alpha[round(y), round(x) + 50] > 60, "as wide as the foot"
    assert shadow(bottle(), 0.2)[0][:, :, 3].max() < alpha.max()


def test_the_floor_mirrors_the_foot_and_fades() -> None:
    image = mirrored(bottle(), 0.4)
    assert image.shape[1:] == (160, 4)
    assert 90 < image[1, 80, 3] < 110
    assert image[-1].max() == 0
    assert image[1, 5, 3] < 5


def test_white_on_white_and_black_on_black_get_a_halo() -> None:
    assert lost(bottle(250), WHITE)
    assert lost(bottle(8), BLACK)
    assert not lost(bottle(8), WHITE)
    around, pad = halo(bottle(8), WHITE, 0.5)
    assert around.shape == (400 + 2 * pad, 160 + 2 * pad, 4)
    assert around[pad + 250, pad + 10, 3] > 30, "just outside"
    assert around[0].max() < 20
