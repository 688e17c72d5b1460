from adgen_app.domain.brief import Framework
from adgen_app.domain.formats import Duration
from adgen_app.planning.frameworks import ARCS


def test_every_framework_has_an_arc_of_fifteen_seconds() -> None:
    assert set(ARCS) == set(Framework)
    for framework, arc in ARCS.items():
        assert arc.framework is framework
        assert sum(beat.seconds for beat in arc.beats) == Duration.SHORT
