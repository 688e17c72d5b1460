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


def track(seconds: float = 4.0, pitch: float = 220.0) -> bytes:
    """A tone."""
    times = np.arange(round(seconds * 22_050)) / 22_050
    target = BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes((9_000 * np.sin(2 * np.pi * pitch * times)).astype("<i2").tobytes())
    return target.getvalue()
