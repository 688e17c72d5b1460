"""How things move: easings from 0 to 1."""

import math
from collections.abc import Callable
from dataclasses import dataclass

Easing = Callable[[float], float]


def clamp(value: float) -> float:
    """The value, held between 0 and 1."""
    return min(1.0, max(0.0, value))


def ramp(t: float, start: float, seconds: float) -> float:
    """How far a movement is at `t` that starts at `start`: 0 before, 1 after."""
    return clamp((t - start) / seconds) if seconds > 0 else float(t >= start)


def out_cubic(x: float) -> float:
    """Slows down softly."""
    return 1 - (1 - x) ** 3


def out_expo(x: float) -> float:
    """Arrives almost at once, then settles for long."""
    return 1.0 if x >= 1 else 1 - 2 ** (-10 * x)


def in_cubic(x: float) -> float:
    """Leaves faster and faster."""
    return x**3


def in_out(x: float) -> float:
    """Starts softly, ends softly."""
    return x * x * (3 - 2 * x)


def out_back(x: float) -> float:
    """Goes a little too far, comes back."""
    return 1 + 2.4 * (x - 1) ** 3 + 1.4 * (x - 1) ** 2


def spring(x: float) -> float:
    """Bounces like a spring: overshoots by a fifth, swings once."""
    return 1.0 if x >= 1 else 1 - math.exp(-6 * x) * math.cos(9 * x)


@dataclass(frozen=True, slots=True)
class Motion:
    """A style's way of moving."""

    ease: Easing
    enter: float
    """Seconds that one word takes to come in."""
    stagger: float
    """Seconds between a word and the next."""
    tilt: float = 0.0
    """Degrees that a word turns while it comes in."""
    leave: float = 0.28
    """Seconds that a text takes to go."""
