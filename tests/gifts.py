"""Files that people give, made for tests."""

import wave
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw


def photo(colour: str = "#1E8449", size: tuple[int, int] = (600, 400), kind: str = "JPEG") -> bytes:
    """A thing of one colour on a white ground."""
    image = Image.new("RGB", size, "white")
    width, height = size
    ImageDraw.Draw(image).ellipse((width // 4, height // 8, 3 * width // 4, 7 * height // 8), fill=colour)
    target = BytesIO()
    image.save(target, kind)
    return target.getvalue()


def logo(colour: str = "#D7263D") -> bytes:
    """A sign on a transparent ground."""
    image = Image.new("RGBA", (300, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).rounded_rectangle((20, 20, 280, 100), 30, fill=colour)
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def voice(*bursts: tuple[float, float], seconds: float = 4.0) -> bytes:
    """Somebody who says a syllable every fifth of a second, in `bursts` from a second to another; else all the time."""
    rate = 22_050
    times = np.arange(round(seconds * rate)) / rate
    speaks = sum(((times >= start) & (times < end) for start, end in bursts or ((0.3, seconds - 0.3),)), start=False)
    syllables = 0.35 + 0.65 * np.sin(np.pi * (times * 5 % 1)) ** 2
    buzz = sum(np.sin(2 * np.pi * 140 * harmonic * times) / harmonic for harmonic in range(1, 12))
    return _wav(9_000 * speaks * syllables * buzz, rate)


def track(seconds: float = 4.0, pitch: float = 220.0) -> bytes:
    """A tone."""
    times = np.arange(round(seconds * 22_050)) / 22_050
    return _wav(9_000 * np.sin(2 * np.pi * pitch * times), 22_050)


def _wav(samples: np.ndarray, rate: int) -> bytes:
    target = BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.astype("<i2").tobytes())
    return target.getvalue()
