from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adgen_app.domain.money import from_micros, to_micros


@given(st.decimals(min_value=-1_000_000, max_value=1_000_000, places=6, allow_nan=False))
def test_an_amount_comes_back_as_it_was(amount: Decimal) -> None:
    assert from_micros(to_micros(amount)) == amount


def test_less_than_a_millionth_is_refused_rather_than_rounded() -> None:
    with pytest.raises(ValueError, match="more than six decimals"):
        to_micros(Decimal("0.0000001"))


def test_a_cent_is_ten_thousand_millionths() -> None:
    assert to_micros(Decimal("0.01")) == 10_000
