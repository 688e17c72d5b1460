import logging

from adgen_app.config import Settings
from adgen_app.observe import errors


def test_without_an_address_nothing_listens() -> None:
    before = logging.getLogger().handlers[:]
    errors.switch_on(Settings())
    assert logging.getLogger().handlers == before
    errors.switch_off()
    assert logging.getLogger().handlers == before
