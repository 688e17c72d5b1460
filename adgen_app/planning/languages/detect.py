"""Which language a brief is written in."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from adgen_app.planning.languages.tongue import TABLED, tongue
from adgen_app.planning.lexicon import table, trades

ENGLISH = "en"
UNKNOWN = "und"
_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "ARABIC": "ar", "HEBREW": "he", "DEVANAGARI": "hi",
    "BENGALI": "bn", "TAMIL": "ta", "THAI": "th", "GREEK": "el", "CYRILLIC": "ru", "CJK": "zh",
}  # fmt: skip
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+|<[^<>]*>")
_PERSIAN = re.compile(r"[\u067e\u0686\u0698\u06af]")
_URDU = re.compile(r"[\u0679\u0688\u0691\u06ba\u06d2]")
_UKRAINIAN = re.compile(r"[\u0456\u0457\u0454\u0491]", re.IGNORECASE)
_TRADITIONAL = frozenset(
    "個們來為這時會說國對開門點後裡還長體發經過現動種學業電車馬魚鳥風飛飯館麵麥醬燒烏塵實寶寫層歲嘗嚐樂樣機歡氣溫濕灣無營爐愛專傳價優億養護膚顏韓頭願題類飾鮮齊齒龍週運費買賣貨貴賞質購贈軟輕轉遠邊鄉醫銀錢鋼"
    "錄鍵鐘鐵閱陽隊階際雞雙難雲靜頂順預領顧驗驚髮鬆"
)
"""Frequent characters that are written otherwise on the mainland."""
_KANA = 2
_MOSTLY = 0.3
"""Share of a script's letters from which on a text is in its language, brand names in Latin letters aside."""


def detect(text: str) -> str:
    """The language's code; English if nothing speaks for another one."""
    text = _ADDRESS.sub(" ", text)
    return _by_script(text) or _by_words(text.lower())


def _by_script(text: str) -> str | None:
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return None
    counts = Counter(_SCRIPTS.get(unicodedata.name(c, "").split(" ")[0].split("-")[0], "") for c in letters)
    if counts["ja"] >= _KANA:
        counts["ja"] += counts.pop("zh", 0)  # kana stand among Chinese characters, one of them on Chinese labels too
    code, count = max(
        ((code, count) for code, count in counts.items() if code), key=lambda item: item[1], default=("", 0)
    )
    if not code or count < len(letters) * _MOSTLY:
        return None
    if code == "ar":
        return "ur" if _URDU.search(text) else "fa" if _PERSIAN.search(text) else "ar"
    if code == "zh" and not _TRADITIONAL.isdisjoint(text):
        return "zh-hant"
    return "uk" if code == "ru" and _UKRAINIAN.search(text) else code


def _by_words(text: str) -> str:
    tokens = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text)
    scores = {code: sum(token in stop for token in tokens) for code, stop in _stop_words().items()}
    for code, letters in _letters().items():
        scores[code] += 2 * sum(letter in text for letter in letters)
    for code in TABLED:
        scores[code] += len(_trade_words()[code].intersection(tokens))
    scores[ENGLISH] += len(_english_words().intersection(tokens))
    best = max(scores, key=lambda code: (scores[code], code == ENGLISH))
    if scores[best]:
        return best
    return ENGLISH if text.isascii() or not any(c.isalpha() and not c.isascii() for c in text) else UNKNOWN


@lru_cache(maxsize=1)
def _stop_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(stop) for code, stop in table("languages.toml")["stop"].items()}


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    return table("languages.toml")["letters"]


@lru_cache(maxsize=1)
def _english_words() -> frozenset[str]:
    """The words for what is sold that only English has: "coffee", not "pizza"."""
    shared = {word for code in TABLED for word in tongue(code).trade_words}
    return frozenset(word for trade in trades().values() for word in trade.words) - shared


@lru_cache(maxsize=1)
def _trade_words() -> dict[str, frozenset[str]]:
    """The languages' own words for what is sold: those that English does not share."""
    english = {word for trade in trades().values() for word in trade.words}
    return {code: frozenset(tongue(code).trade_words) - english for code in TABLED}
