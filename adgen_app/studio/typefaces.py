"""The bundled fonts, with the system's for scripts that they lack."""

import os
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import skia
from skia import textlayout

FOLDER = Path(__file__).parent / "fonts"
os.environ.setdefault("FONTCONFIG_FILE", str(FOLDER / "fonts.conf"))
_EMOJI = "Noto Color Emoji"
_PREFERRED = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
)
_HAN = {"ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR", "zh-hant": "Noto Sans CJK TC", "zh-tw": "Noto Sans CJK TC"}


@dataclass(frozen=True, slots=True)
class Face:
    """A bundled font and how it is set."""

    family: str
    """Name of the font's file without its ending."""
    tracking: float = 0.0
    """Space added between letters, in em."""
    leading: float = 1.12
    """Distance of baselines, in em."""
    capitals: bool = False


class Library:
    """Fonts that paragraphs find by name."""

    def __init__(self) -> None:
        """Start with the bundled fonts only; the system's are added when a text needs them."""
        with _undisturbed():
            self._system = skia.FontMgr()
        self._provider = textlayout.TypefaceFontProvider()
        self._known: dict[str, skia.Typeface] = {}
        for file in sorted(FOLDER.glob("*.ttf")):
            self._register(file.stem, skia.Typeface.MakeFromFile(str(file)))
        self.collection = textlayout.FontCollection()
        self.collection.setDefaultFontManager(self._provider)

    def families(self, text: str, family: str, language: str) -> list[str]:
        """The fonts that this text takes: the family first, then what its other letters need."""
        chosen = [family]
        for character in dict.fromkeys(text):
            if not any(self._has(name, character) for name in chosen) and not _invisible(character):
                found = self._fallback(character, language)
                if found and found not in chosen:
                    chosen.append(found)
        return chosen

    def _fallback(self, character: str, language: str) -> str | None:
        wanted = (_EMOJI,) if _pictorial(character) else (*_PREFERRED, _HAN.get(language, "Noto Sans CJK SC"), _EMOJI)
        for name in wanted:
            if name not in self._known:
                typeface = self._system.matchFamilyStyle(name, skia.FontStyle.Bold())
                if typeface is None or typeface.getFamilyName() != name:
                    continue
                self._register(name, typeface)
            if self._has(name, character):
                return name
        return self._any(character, language)

    def _any(self, character: str, language: str) -> str | None:
        typeface = self._system.matchFamilyStyleCharacter("", skia.FontStyle.Bold(), [language], ord(character))
        if typeface is None:
            return None
        name = typeface.getFamilyName()
        if name not in self._known:
            self._register(name, typeface)
        return name

    def _register(self, name: str, typeface: skia.Typeface) -> None:
        self._known[name] = typeface
        self._provider.registerTypeface(typeface, skia.String(name))

    def _has(self, name: str, character: str) -> bool:
        return self._known[name].unicharToGlyph(ord(character)) != 0


@contextmanager
def _undisturbed() -> Generator[None]:
    """Keep from standard error what Skia's Fontconfig says about samples in the system's that are newer than itself."""
    with tempfile.TemporaryFile() as said:
        real = os.dup(2)
        os.dup2(said.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(real, 2)
            os.close(real)
            said.seek(0)
            others = [line for line in said if not line.startswith(b"Fontconfig warning")]
    sys.stderr.write(b"".join(others).decode(errors="replace"))


@cache
def library() -> Library:
    """This process's fonts."""
    return Library()


def _invisible(character: str) -> bool:
    return character in "\u200c\u200d\ufe0e\ufe0f" or character.isspace()


def _pictorial(character: str) -> bool:
    return ord(character) >= 0x1F000 or 0x2600 <= ord(character) <= 0x27BF
