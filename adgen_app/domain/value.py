"""The base of every value: frozen, strict about unknown fields."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value that refuses fields it does not know and trims its texts."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
