from collections.abc import Iterator

import pytest

from tests.observe.collector import Collector, collecting


@pytest.fixture
def collector() -> Iterator[Collector]:
    with collecting() as made:
        yield made
