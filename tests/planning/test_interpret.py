import pytest

from adgen_app.domain.brief import Brief
from adgen_app.planning.choice import Dice
from adgen_app.planning.interpret import interpret
from tests.planning.briefs import CHINESE, COFFEE, SPANISH


@pytest.mark.parametrize(("brief", "code"), [(COFFEE, "en"), (SPANISH, "es"), (CHINESE, "zh")])
def test_a_brief_is_read_in_its_own_language(brief: Brief, code: str) -> None:
    reading, piles = interpret(brief, Dice(brief.prompt))
    assert reading.language == code
    assert piles.name == reading.name
