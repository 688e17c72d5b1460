from adgen_app.domain.formats import Duration
from adgen_app.domain.storyboard import Role
from adgen_app.planning import scenes
from adgen_app.planning.arc import Beat


def test_a_beat_stretches_with_the_ad() -> None:
    beat = Beat(Role.SOLVE, 4, scenes.hero)
    assert [beat.slot(duration).seconds for duration in Duration] == [4.0, 8.0, 16.0]
    assert [beat.slot(duration).lines for duration in Duration] == [2, 3, 6]


def test_something_moves_every_few_seconds() -> None:
    for seconds in (3, 4, 5):
        for duration in Duration:
            slot = Beat(Role.SOLVE, seconds, scenes.hero).slot(duration)
            assert slot.seconds / slot.lines <= 3.4
