"""A text cut into the pieces that may come in one by one, in reading order."""

import unicodedata
from dataclasses import dataclass

_CLOSING = "、。，．！？：；）」』】〉》〕］｝…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％"  # noqa: RUF001 - the full-width signs are meant
_OPENING = "（「『【〈《〔［｛"  # noqa: RUF001 - the full-width signs are meant


@dataclass(frozen=True, slots=True)
class Word:
    """A piece that is never broken; `spaced` when a space stands before it."""

    text: str
    spaced: bool

    @property
    def rtl(self) -> bool:
        """Whether its first strong letter is Arabic, Hebrew or the like."""
        return rtl(self.text)


def words(text: str) -> list[Word]:
    """Cut at spaces, and between the characters of scripts that write without them."""
    found: list[Word] = []
    for token in text.split():
        found += [Word(piece, spaced=at == 0 and bool(found)) for at, piece in enumerate(_pieces(token))]
    return found


def broken(word: Word, length: int) -> list[Word]:
    """A word too long for a line, in parts of at most about `length` characters."""
    clusters = _clusters(word.text)
    count = -(-len(clusters) // length)
    size = -(-len(clusters) // count)
    parts = ["".join(clusters[at : at + size]) for at in range(0, len(clusters), size)]
    return [Word(part, spaced=word.spaced and at == 0) for at, part in enumerate(parts)]


def letters(word: str) -> list[str]:
    """What is typed at once: a character with its marks; Indic letters join, so that a word of them comes whole."""
    indic = any("\u0900" <= character <= "\u0dff" for character in word)
    return [word] if indic else _clusters(word)


def rtl(text: str) -> bool:
    """Whether the first strong letter is written right to left."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind in {"R", "AL"} for kind in strong if kind in {"L", "R", "AL"}), False)


def visual_order(line: list[Word], *, rightward: bool) -> list[Word]:
    """The line's words from left to right as they stand on the screen."""
    if rightward:
        return _flipped(line, inner=True)
    return _flipped(line, inner=False)[::-1]


def _flipped(line: list[Word], *, inner: bool) -> list[Word]:
    """Turn round every run of words that runs against the line: those with `rtl == inner`."""
    result: list[Word] = []
    run: list[Word] = []
    for word in line:
        if word.rtl == inner:
            run.append(word)
            continue
        result += [*run[::-1], word]
        run = []
    return result + run[::-1]


def _pieces(token: str) -> list[str]:
    pieces: list[str] = []
    for cluster in _clusters(token):
        joins = pieces and (
            not (_unspaced(cluster[0]) or _unspaced(pieces[-1][-1]))
            or cluster[0] in _CLOSING
            or pieces[-1][-1] in _OPENING
        )
        if joins:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces


def _clusters(token: str) -> list[str]:
    """Characters with the marks, joiners and modifiers that belong to them."""
    clusters: list[str] = []
    for character in token:
        if clusters and (
            _extends(character) or clusters[-1].endswith("\u200d") or _second_flag(clusters[-1], character)
        ):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _extends(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"} or 0x1F3FB <= ord(character) <= 0x1F3FF


def _second_flag(before: str, character: str) -> bool:
    return len(before) == 1 and all(0x1F1E6 <= ord(letter) <= 0x1F1FF for letter in before + character)


def _unspaced(character: str) -> bool:
    """Han, kana, Thai, Lao, Khmer, Burmese: written without spaces; emoji may break too."""
    code = ord(character)
    spans = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3000, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
    return any(low <= code <= high for low, high in spans) or 0x1F300 <= code <= 0x1FAFF or 0x20000 <= code <= 0x3FFFF
