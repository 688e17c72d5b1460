"""Instruments that play one note, or one chord, from nothing but arithmetic."""

from functools import lru_cache

import numpy as np

from adgen_app.studio.audio.wave import RATE, Sound, convolved, frequency, seconds, stereo

_HIGHEST = 9_000.0
"""Hertz above which no overtone is added."""


@lru_cache(maxsize=128)
def pad(notes: tuple[int, ...], length: float, brightness: float) -> Sound:
    """A soft chord of detuned strings; rings on after its length."""
    t = seconds(length + 0.9)
    rng = np.random.default_rng(sum(notes))
    sides = [np.zeros_like(t), np.zeros_like(t)]
    for note in notes:
        for channel in (0, 1):
            base = frequency(note + (0.06 if channel else -0.06) * (1 + 0.3 * rng.random()))
            for overtone in range(1, 9):
                if base * overtone < _HIGHEST:
                    weight = brightness ** (overtone - 1) / overtone
                    sides[channel] += weight * np.sin(2 * np.pi * (base * overtone * t + rng.random()))
    swell = np.minimum(1.0, t / 0.45) * np.minimum(1.0, np.maximum(0.0, (length + 0.9 - t) / 0.9))
    return (np.stack(sides, axis=1) * swell[:, None] / len(notes)).astype(np.float32)


@lru_cache(maxsize=256)
def pluck(note: int, kind: str) -> Sound:
    """A struck or picked note: `guitar`, `marimba`, `piano`, `bell`, `saw`."""
    length, decay, overtones = _PLUCKS[kind]
    t = seconds(length)
    base = frequency(note)
    sound = np.zeros_like(t)
    for ratio, weight, damping in overtones:
        if base * ratio < _HIGHEST:
            sound += weight * np.sin(2 * np.pi * base * ratio * t) * np.exp(-t * decay * damping)
    attack = np.minimum(1.0, t / 0.004)
    release = np.minimum(1.0, (length - t) / 0.05)
    return stereo(sound * attack * release, ((note * 7) % 11 - 5) / 12)


_PLUCKS: dict[str, tuple[float, float, tuple[tuple[float, float, float], ...]]] = {
    "guitar": (1.2, 3.2, tuple((k, 0.9 / k**1.25, 0.6 + 0.35 * k) for k in range(1, 10))),
    "marimba": (0.7, 6.5, ((1.0, 1.0, 1.0), (3.93, 0.3, 2.6), (9.2, 0.1, 5.0))),
    "piano": (2.2, 1.7, tuple((k * (1 + 0.0004 * k * k), 0.8 / k**1.35, 0.7 + 0.3 * k) for k in range(1, 9))),
    "bell": (2.6, 1.5, ((1.0, 0.8, 1.0), (2.76, 0.32, 1.6), (5.4, 0.16, 2.6), (0.5, 0.2, 0.8))),
    "saw": (0.5, 6.0, tuple((k, 0.8 / k, 0.5 + 0.28 * k) for k in range(1, 15))),
}
"""Seconds, decay per second, overtones as ratio, weight, damping."""


@lru_cache(maxsize=64)
def bass(note: int, length: float, drive: float) -> Sound:
    """A round bass note; `drive` roughens it."""
    t = seconds(length)
    base = frequency(note)
    sound = np.sin(2 * np.pi * base * t) + 0.42 * np.sin(4 * np.pi * base * t) + 0.2 * np.sin(6 * np.pi * base * t)
    shaped = np.tanh(sound * (0.8 + 2.2 * drive))
    shape = np.minimum(1.0, t / 0.008) * np.exp(-t * 0.9) * np.minimum(1.0, (length - t) / 0.04)
    return stereo(shaped * np.maximum(0.0, shape))


@lru_cache(maxsize=16)
def drum(kind: str) -> Sound:
    """`kick`, `soft_kick`, `clap`, `snap`, `hat`, `open_hat`, `shaker`, `tom`."""
    rng = np.random.default_rng(len(kind) * 31)
    t = seconds(_DRUMS[kind])
    noise = rng.standard_normal(t.size)
    bright = np.diff(noise, prepend=0.0)
    if kind in {"kick", "soft_kick"}:
        punch = 150.0 if kind == "kick" else 70.0
        sweep = 46 * t + punch / 38 * (1 - np.exp(-t * 38))
        click = 0.25 * bright * np.exp(-t * 420) if kind == "kick" else 0.0
        return stereo(np.sin(2 * np.pi * sweep) * np.exp(-t * 9) + click)
    if kind == "tom":
        return stereo(
            np.sin(2 * np.pi * (72 * t + 1.6 * (1 - np.exp(-t * 22)))) * np.exp(-t * 5.5)
            + 0.08 * noise * np.exp(-t * 60)
        )
    if kind in {"clap", "snap"}:
        bursts = sum(np.exp(-np.maximum(0.0, t - late) * 190) * (t >= late) for late in (0.0, 0.011, 0.023))
        tail = np.exp(-t * (22 if kind == "clap" else 60))
        return stereo((0.55 * bursts + 0.5 * tail) * (noise * 0.35 + bright * 0.5) * 0.7, 0.08)
    speed = {"hat": 65.0, "open_hat": 14.0, "shaker": 38.0}[kind]
    swell = np.minimum(1.0, t / 0.03) if kind == "shaker" else 1.0
    return stereo(np.diff(bright, prepend=0.0) * swell * np.exp(-t * speed) * 0.34, 0.25)


_DRUMS = {
    "kick": 0.42,
    "soft_kick": 0.4,
    "clap": 0.26,
    "snap": 0.16,
    "hat": 0.09,
    "open_hat": 0.3,
    "shaker": 0.14,
    "tom": 0.9,
}


def whoosh(length: float) -> Sound:
    """Air that rushes past from left to right; loudest in the middle."""
    t = seconds(length)
    noise = np.random.default_rng(5).standard_normal(t.size)
    soft = np.convolve(noise, np.hanning(23) / 11, "same")
    shape = np.sin(np.pi * t / length) ** 3
    across = t / length
    return np.stack([soft * shape * (1.2 - across), soft * shape * (0.2 + across)], axis=1).astype(np.float32)


def pop() -> Sound:
    """A drop of tone that is gone at once: something small appears."""
    t = seconds(0.14)
    tone = np.sin(2 * np.pi * (420 * t + 9.0 * (1 - np.exp(-t * 60)))) * np.exp(-t * 38)
    return stereo(tone * np.minimum(1.0, t / 0.002))


def riser(length: float) -> Sound:
    """Tension that grows until it breaks off."""
    t = seconds(length)
    noise = np.diff(np.random.default_rng(9).standard_normal(t.size), prepend=0.0)
    tone = np.sin(2 * np.pi * 180 * (2 ** (2.2 * t / length) - 1) * length / (2.2 * np.log(2)))
    return stereo((0.5 * noise + 0.25 * tone) * (t / length) ** 2.6)


def impact() -> Sound:
    """A low blow with a long tail."""
    t = seconds(2.2)
    noise = np.random.default_rng(3).standard_normal(t.size)
    low = np.sin(2 * np.pi * (38 * t + 3.0 * (1 - np.exp(-t * 14)))) * np.exp(-t * 2.4)
    return stereo(low + 0.12 * np.convolve(noise, np.ones(7) / 7, "same") * np.exp(-t * 5))


def hall(track: Sound, length: float, level: float) -> Sound:
    """The track with the echo of a room."""
    t = seconds(length)
    rng = np.random.default_rng(17)
    room = rng.standard_normal((t.size, 2)) * (np.exp(-t * 6.0 / length) * np.minimum(1.0, t / 0.012))[:, None]
    room /= np.sqrt((room**2).sum(axis=0))
    heard = convolved(track, room)
    heard *= level
    heard += track
    return heard


def ducked(track: Sound, kicks: list[float], depth: float) -> Sound:
    """The track, breathing with the kick drum."""
    gain = np.ones(len(track), np.float32)
    shape = 1 - depth * np.exp(-seconds(0.4) * 9)
    for kick in kicks:
        start = round(kick * RATE)
        part = gain[start : start + shape.size]
        np.minimum(part, shape[: part.size], out=part)
    return track * gain[:, None]
