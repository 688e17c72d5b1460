import pytest

from adgen_app.domain.brief import Brief, Framework
from adgen_app.planning.writer import plan
from tests.planning.briefs import CABLES, HEADPHONES, PLUMBER


@pytest.mark.parametrize("brief", [CABLES, HEADPHONES, PLUMBER], ids=lambda brief: brief.prompt[:12])
def test_what_removes_a_pain_starts_with_it(brief: Brief) -> None:
    assert plan(brief).framework is Framework.PAS


def test_the_reason_names_the_trouble() -> None:
    assert "\u201cTangled cables\u201d" in plan(CABLES).framework_reason


def test_a_wish_is_no_trouble() -> None:
    brief = Brief(prompt="Looking for a wedding cake? We bake three tiers with fresh flowers.")
    assert plan(brief).framework is not Framework.PAS


def test_a_chosen_framework_says_so() -> None:
    chosen = plan(HEADPHONES.model_copy(update={"framework": Framework.PAS}))
    assert chosen.framework_reason.startswith("You chose PAS")
