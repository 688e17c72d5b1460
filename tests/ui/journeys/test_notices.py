"""What pages say when something is amiss, where people see it."""

import pytest
from playwright.sync_api import expect

from tests.ui.journeys.people import PASSWORD, Person

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


def test_a_changed_password_is_told_once(member: Person) -> None:
    page = member.page
    page.goto("/profile")
    page.get_by_label("Current password").fill(PASSWORD)
    page.get_by_label("New password").fill("another horse battery")
    page.get_by_role("button", name="Change password").click()
    page.get_by_text("Your password is changed.").wait_for()
    page.wait_for_url("**/profile")
    expect(page.get_by_text("Your password is changed.")).to_be_visible()
    page.reload()
    page.get_by_text("Member since").wait_for()
    page.wait_for_timeout(300)
    expect(page.get_by_text("Your password is changed.")).to_have_count(0)


def test_a_wrong_login_leaves_the_cursor_in_the_form(visitor: Person) -> None:
    page = visitor.page
    page.goto("/login")
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("alert").get_by_text("Username or password is wrong.").wait_for()
    expect(page.get_by_label("Username")).to_have_value("nobody")
    expect(page.get_by_label("Password")).to_be_focused()
