"""The rules by name: each takes storyboard and measurements, and yields what it finds."""

from collections.abc import Callable, Iterable

from adgen_app.checks.finding import Finding
from adgen_app.checks.rules import (
    action,
    brand,
    change,
    codec,
    end_card,
    index,
    length,
    loudness,
    peak,
    reading,
    silence,
    size,
    voice,
    weight,
)
from adgen_app.domain.media import Media
from adgen_app.domain.storyboard import Storyboard

Check = Callable[[Storyboard, Media], Iterable[Finding]]

RULES: dict[str, Check] = {
    size.RULE: size.check,
    length.RULE: length.check,
    codec.RULE: codec.check,
    weight.RULE: weight.check,
    index.RULE: index.check,
    silence.RULE: silence.check,
    loudness.RULE: loudness.check,
    peak.RULE: peak.check,
    voice.RULE: voice.check,
    action.RULE: action.check,
    end_card.RULE: end_card.check,
    brand.RULE: brand.check,
    change.RULE: change.check,
    reading.RULE: reading.check,
}
