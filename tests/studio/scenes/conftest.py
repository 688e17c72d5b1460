from collections.abc import Iterator

import pytest

from adgen_app.studio.frame import staged
from adgen_app.studio.text.kinetic import Block


@pytest.fixture
def drawn_blocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Block]]:
    """The texts that a frame shows, gathered; they are not drawn, so that what lies behind them can be seen."""
    found: list[Block] = []

    def gather(self: Block, _: object, t: float, start: float, end: float) -> None:
        if start + self.entering <= t < end:
            found.append(self)

    monkeypatch.setattr(Block, "draw", gather)
    staged.cache_clear()
    yield found
    staged.cache_clear()
