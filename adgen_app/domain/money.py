"""Money: exact decimals in US dollars; floats only at the API's edge."""

from decimal import Decimal

MICROS = 1_000_000
ZERO = Decimal(0)


def to_micros(amount: Decimal) -> int:
    """Whole millionths of a dollar, as the database stores them. Raises ValueError if that would lose anything."""
    micros = amount * MICROS
    if micros != micros.to_integral_value():
        raise ValueError(f"{amount} has more than six decimals")
    return int(micros)


def from_micros(micros: int) -> Decimal:
    """Dollars from millionths."""
    return Decimal(micros) / MICROS
