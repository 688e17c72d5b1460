"""A text cut into the pieces that may come in one by one, in reading order."""

import unicodedata
from dataclasses import dataclass

_CLOSING = (
    "、。，．！？：；）」』】〉》〕］｝…‥ー々ゝゞ・～〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％"  # noqa: RUF001 - full-width signs are meant
    ",.!?:;)]}%\u2019\u201d的们們吗嗎呢吧"
)
"""Begin no line (JIS X 4051, JLREQ; Chinese particles)."""
_OPENING = "（「『【〈《〔［｛￥([{\u2018\u201c¥$€£#"  # noqa: RUF001 - the full-width signs are meant
"""End no line."""
_PHRASE = 8
"""Characters from which on a Japanese phrase may be broken."""


@dataclass(frozen=True, slots=True)
class Word:
    """A piece that is never broken; `spaced` when a space stands before it."""

    text: str
    spaced: bool
    hyphenated: bool = False
    """Whether it is the part of a word before a break, with a hyphen."""

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
    hyphen = "-" if word.text.isalpha() and not _unspaced(word.text[0]) and not _joining(word.text) else ""
    last = len(parts) - 1
    return [
        Word(part + hyphen * (at < last), spaced=word.spaced and at == 0, hyphenated=bool(hyphen) and at < last)
        for at, part in enumerate(parts)
    ]


def whole(line: list[Word]) -> list[Word]:
    """A line in which no word is hyphenated but the last: parts that met again are one word."""
    found: list[Word] = []
    for word in line:
        if found and found[-1].hyphenated and not word.spaced:
            before = found.pop()
            found.append(Word(before.text[:-1] + word.text, before.spaced, word.hyphenated))
        else:
            found.append(word)
    return found


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
    japanese = any(map(_kana, token))
    for cluster in _clusters(token):
        joins = pieces and (
            not (_unspaced(cluster[0]) or _unspaced(pieces[-1][-1]))
            or cluster[0] in _CLOSING
            or pieces[-1][-1] in _OPENING
            or (japanese and _goes_on(pieces[-1], cluster[0]))
        )
        if joins:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces


def _joining(text: str) -> bool:
    """Hebrew to Burmese: no hyphens at a line's end."""
    return any(0x0590 <= ord(character) <= 0x10FF for character in text)


def _goes_on(phrase: str, after: str) -> bool:
    """Whether a Japanese phrase goes on: particles stay with their word, a figure with what it counts."""
    last = phrase[-1]
    if len(phrase) >= _PHRASE or (last in _CLOSING and last not in "ーっゃゅょッャュョァィゥェォ々%％"):  # noqa: RUF001 - full-width
        return False
    if _han(after):
        return _han(last) or last.isdigit()
    if _katakana(after):
        return _katakana(last) or last in "%％"  # noqa: RUF001 - the full-width sign is meant
    return _kana(after) and (_kana(last) or last.isalnum())


def _han(character: str) -> bool:
    return 0x3400 <= ord(character) <= 0x9FFF or character == "々"


def _katakana(character: str) -> bool:
    return 0x30A0 <= ord(character) <= 0x30FF


def _kana(character: str) -> bool:
    return 0x3041 <= ord(character) <= 0x30FF


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
    """Han, kana, full-width signs, Thai, Lao, Khmer, Burmese: written without spaces; emoji may break too."""
    code = ord(character)
    spans = (
        (0x0E00, 0x0EFF),
        (0x1000, 0x109F),
        (0x1780, 0x17FF),
        (0x3000, 0x30FF),
        (0x3400, 0x9FFF),
        (0xF900, 0xFAFF),
        (0xFF01, 0xFF0F),
    )
    return any(low <= code <= high for low, high in spans) or 0x1F300 <= code <= 0x1FAFF or 0x20000 <= code <= 0x3FFFF
