"""What pages say when something is amiss, where people see it."""

import pytest

from tests.ui.journeys.people import Person

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_notice_over_the_page_is_shown(member: Person) -> None:
    member.page.goto("/create?from=00000000-0000-4000-8000-000000000000")
    member.page.get_by_text("We could not find that.").wait_for()


def test_a_wrong_password_for_a_farewell_is_told_above_its_button(member: Person) -> None:
    page = member.page
    page.goto("/profile")
    page.get_by_text("Delete account").click()
    page.locator("#password").fill("not my password")
    page.get_by_role("button", name="Delete my account and all my ads").click()
    page.locator(".danger-zone").get_by_text("That is not your current password.").wait_for()
