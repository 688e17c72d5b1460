"""Tabs of somebody who is logged in."""

import pytest

from adgen_app.domain.account import Account
from adgen_app.domain.generation import GenerationId
from tests.api import serving
from tests.ui.tabs import Tab


@pytest.fixture
def tab(token: str) -> Tab:
    """A tab of `user`'s."""
    return Tab(token)


@pytest.fixture
def ad(user: Account) -> GenerationId:
    """A finished ad of `user`'s."""
    return serving.put(user)
