"""A text cut where a phrase ends."""

import re
from dataclasses import dataclass

from adgen_app.planning.english.grammar import is_base_verb, is_gerund, is_people, is_surely_verb, is_verb
from adgen_app.planning.lexicon import words

_HARD = re.compile(r"\s*(?:[!?;|]+|(?<!\b(?:St|Mr|Dr|Ms|No|Co|vs))(?<!\bMrs)(?<!\b[A-Z])\.(?!\w)|:(?!\d|//))\s*")
_TOKEN = re.compile(r"(?:[^\s,]|,(?=\d))+|,")
_PLACES = frozenset({"in", "on", "at", "near", "from", "by", "around", "across", "throughout"})
_MARKS = frozenset(
    {
        "that",
        "which",
        "who",
        "with",
        "without",
        "so",
        "because",
        "but",
        "no",
        "zero",
        "plus",
        "while",
        "where",
        "when",
        "if",
        "than",
    }
)
_LONG = 5
_LIST = 40
_PAIR = 2
_SUITS = frozenset(
    {
        "perfect",
        "ideal",
        "great",
        "good",
        "made",
        "built",
        "designed",
        "suitable",
        "best",
        "gift",
        "gifts",
        "open",
        "ready",
    }
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A phrase, and the word that opened it: "with", "for", "that" or nothing."""

    mark: str
    words: tuple[str, ...]
    listed: bool = False
    """It continues a list: "with X, Y"."""

    @property
    def text(self) -> str:
        """The phrase without its opening word."""
        return " ".join(self.words)


def sentences(text: str) -> list[str]:
    """Cut at full stops and the like; figures such as 2.5 or 9:30 stay whole."""
    return [part.strip(" ,'\"-") for part in _HARD.split(text) if part.strip(" ,'\"-")]


def clauses(sentence: str, *, lead: bool = False) -> list[Clause]:
    """Cut a sentence into phrases; one that leads goes on from what is sold: "in Leeds"."""
    tokens = _TOKEN.findall(sentence)
    if not lead and _is_short_list(sentence):
        return [Clause("", tuple(sentence.split()))]
    cutter = _Cutter(lead=lead)
    for index, token in enumerate(tokens):
        cutter.feed(token, tokens[index + 1 :])
    return cutter.finish()


class _Cutter:
    """Collects tokens into the open phrase; a marking word closes it, opening the next."""

    def __init__(self, *, lead: bool) -> None:
        self._lead = lead
        self._done: list[Clause] = []
        self._mark = ""
        self._open: list[str] = []
        self._listed = False

    def feed(self, token: str, ahead: list[str]) -> None:
        low = token.lower()
        if token == ",":
            if not self._pairs(ahead):
                self._lead = False
                self._comma(ahead)
        elif low == "and":
            self._and(token, ahead)
        elif self._opens(low, ahead):
            self._close()
            self._start(low)
        elif self._starts_sentence(low, ahead):
            self._close()
            self._mark, self._open = "", [token]
        else:
            self._open.append(token)

    def finish(self) -> list[Clause]:
        self._close()
        return self._done

    def _start(self, low: str) -> None:
        keep = low in words().participles | words().openers | _PLACES | {"no", "zero", "to"}
        self._mark = low
        self._open = [low] if keep else []

    def _close(self) -> None:
        tokens = tuple(self._open)
        if tokens:
            self._done.append(Clause(self._mark, tokens, self._listed))
        self._open, self._listed = [], False

    def _comma(self, ahead: list[str]) -> None:
        mark = self._mark
        self._close()
        following = " ".join(ahead[: ahead.index(",")] if "," in ahead else ahead)
        goes_on = bool(ahead) and (mark in ("with", "without") or (mark == "for" and is_people(following)))
        self._mark, self._listed = mark if goes_on else "", goes_on

    def _pairs(self, ahead: list[str]) -> bool:
        """Whether the comma stands between adjectives; it is dropped with its place kept: "fast, beautiful"."""
        if (
            not self._open
            or len(ahead) < 2
            or self._open[-1].lower() not in words().adjectives
            or ahead[0].lower() not in words().adjectives
        ):
            return False
        if ahead[1] == "," or ahead[1].lower() in words().prepositions | words().connectors:
            return False
        self._open[-1] += ","
        return True

    def _and(self, token: str, ahead: list[str]) -> None:
        if not self._open:
            return
        following = ahead[0].lower() if ahead else ""
        turns = (
            following in words().subjects | _MARKS | words().openers | words().articles
            or (is_verb(following) and (self._verbal or is_surely_verb(following)))
            or (following in words().participles and len(self._open) > 1)
            or (is_gerund(following) and len(self._open) > _LONG)
            or self._listed
            or len(self._open) > _LONG
        )
        if turns:
            mark = self._mark if self._mark in ("with", "that", "so", "without") else ""
            self._close()
            self._mark, self._listed = mark, mark == "with"
        else:
            self._open.append(token)

    @property
    def _verbal(self) -> bool:
        return (
            self._mark in ("that", "which", "who", "so")
            or self._mark in words().participles
            or any(is_surely_verb(token) or token.lower() in words().modals for token in self._open)
            or (bool(self._open) and (is_verb(self._open[0]) or self._open[0].lower() in words().subjects))
        )

    def _opens(self, low: str, ahead: list[str]) -> bool:
        """Whether the word closes what is open and opens a phrase of its own."""
        if not ahead or (not self._open and low not in _MARKS | _PLACES | {"for", "without"}):
            return low in words().participles | words().openers and not self._open and bool(ahead) and len(ahead) > 1
        if low in _MARKS:
            return not (
                low in ("with", "no", "when", "where", "if", "than", "while", "without")
                and self._verbal
                and low != "no"
            ) or low in ("so", "but")
        if self._open and self._open[0][:1].isdigit() and low != "no" and not (low in _PLACES and _is_place(ahead)):
            return False
        if low == "for":
            return self._opens_for(ahead)
        if low in _PLACES:
            return not self._verbal and self._open != ["now"] and (self._lead or _is_place(ahead))
        follows_adverb = bool(self._open) and (
            self._open[-1].lower() in words().adverbs or self._open[-1].endswith("ly")
        )
        going_on = words().prepositions | words().weekdays | words().adverbs | {"every", "this", "soon"}
        return (
            low in words().participles | words().openers
            and not self._verbal
            and not follows_adverb
            and (low in words().openers or ahead[0].lower() in going_on)
        )

    def _opens_for(self, ahead: list[str]) -> bool:
        if self._open and (self._open[0].lower() in _SUITS or ahead[0][:1].isdigit()):
            return False
        return not self._verbal or is_people(" ".join(ahead[:4]))

    def _starts_sentence(self, low: str, ahead: list[str]) -> bool:
        """Whether a sentence begins here though nobody typed a full stop."""
        if low not in words().subjects or not self._open or not ahead:
            return False
        before = self._open[-1].lower()
        if before in words().prepositions | words().connectors | {"which", "that", "how", "what"}:
            return False
        if low == "you":
            return ahead[0].lower() in words().modals
        if low in ("it", "we", "they", "she", "he", "i"):
            return (
                not is_base_verb(before)
                and not is_verb(before)
                and (is_verb(ahead[0]) or ahead[0].lower() in words().modals)
            )
        return low != "its"


def noun_end(text: str) -> str:
    """The text up to where its first noun phrase ends."""
    tokens = text.split()
    for index, token in enumerate(tokens):
        low = token.lower()
        if index and (low in words().prepositions | words().connectors | words().subjects or is_surely_verb(low)):
            return " ".join(tokens[:index]).rstrip(",")
    return text


def _is_short_list(sentence: str) -> bool:
    """A list short enough for one line: "No keys, no queues, no deposit"."""
    *items, last = [item.split() for item in sentence.split(",")]
    closed = len(last) <= _PAIR or (len(last) <= 2 * _PAIR and ("and" in last or "or" in last))
    return bool(items) and len(sentence) <= _LIST and all(len(item) <= _PAIR for item in items) and closed


def _is_place(ahead: list[str]) -> bool:
    """Whether a name follows: "in Leeds", "at the Old Mill"."""
    following = next((token for token in ahead if token.lower() not in words().articles), "")
    return following[:1].isupper() and following.lower().rstrip(".,") not in words().weekdays
