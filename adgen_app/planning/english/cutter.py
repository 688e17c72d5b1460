"""Finds where a phrase ends, word by word."""

from dataclasses import dataclass
from itertools import takewhile

from adgen_app.planning.english.commas import MONTHS, joins, lists_on
from adgen_app.planning.english.grammar import is_base_verb, is_people, is_surely_verb, is_verb
from adgen_app.planning.lexicon import words

PLACES = frozenset({"in", "on", "at", "near", "from", "by", "around", "across", "throughout"})
_MARKS = frozenset({
    "that", "which", "who", "with", "without", "so", "because", "but", "no", "zero", "plus", "while", "where", "when",
    "if",
})  # fmt: skip
_WITHIN_DEEDS = frozenset({"with", "without", "when", "where", "if", "while", "who"})
"""Marks that belong to the deed before them: "works with any phone"."""
_SUITS = frozenset({
    "perfect", "ideal", "great", "good", "made", "built", "designed", "suitable", "best", "gift", "gifts", "open",
    "ready",
})  # fmt: skip
_TROUBLED = frozenset({"sensitive", "dry", "oily", "bad", "sore", "back", "curly", "small", "busy", "chronic", "joint"})
_OBJECTS = frozenset({"it", "them", "you", "us"})
_PRONOUNS = frozenset({"it", "we", "they", "she", "he", "i"})
_LONG, _PAIR = 5, 2


@dataclass(frozen=True, slots=True)
class Clause:
    """A phrase, with the word that opened it: "with", "for", "that" or nothing."""

    mark: str
    words: tuple[str, ...]
    apart: bool = False
    """A comma or an "and" stands before it."""

    @property
    def text(self) -> str:
        """The phrase; without its mark unless the mark belongs to it: "in Leeds"."""
        return " ".join(self.words)


class Cutter:
    """Collects words into the open phrase; a marking word closes it, opening the next."""

    def __init__(self, *, lead: bool) -> None:
        """A sentence that leads goes on from what is sold: a place in it stands alone."""
        self._lead = lead
        self._done: list[Clause] = []
        self._mark = ""
        self._open: list[str] = []
        self._listed = False
        self._joining = False
        self._apart = False

    def feed(self, token: str, ahead: list[str]) -> None:
        """The next word, and those after it."""
        low = token.lower()
        if low == ",":
            self._comma(ahead)
        elif low == "and":
            self._and(token, ahead)
        elif self._opens(low, ahead):
            self._close()
            self._start(low)
        elif self._starts_sentence(low, ahead) or self._compares(low, ahead) or self._goes_on(low):
            self._close()
            self._mark, self._open = "", [token]
        else:
            self._open.append(token)

    def finish(self) -> list[Clause]:
        """All phrases."""
        self._close()
        return self._done

    def _start(self, low: str) -> None:
        belongs = words().participles | words().openers | PLACES | {"no", "zero", "to"}
        self._mark, self._open = low, [low] if low in belongs else []

    def _close(self) -> None:
        if self._open and self._open[-1].lower() == "and":
            self._open.pop()
        if self._open:
            self._done.append(Clause(self._mark, tuple(self._open), self._apart))
            self._apart = False
        self._open, self._listed = [], False

    def _comma(self, ahead: list[str]) -> None:
        self._joining = lists_on(self._open, ahead, verbal=self._verbal)
        if self._joining or joins(self._open, ahead, listed=self._listed):
            self._open[-1] += ","
            return
        self._lead = False
        mark = self._mark
        self._close()
        self._apart = True
        item = " ".join(ahead[: ahead.index(",")] if "," in ahead else ahead)
        self._listed = bool(ahead) and (mark in ("with", "without") or (mark == "for" and is_people(item)))
        self._mark = mark if self._listed else ""

    def _and(self, token: str, ahead: list[str]) -> None:
        if not self._open:
            return
        if self._joining:
            self._joining = False
            self._open.append(token)
        elif self._listed or len(self._open) > _LONG or self._turns(ahead):
            mark = self._mark if self._mark in ("with", "that", "so", "without") else ""
            self._close()
            self._mark, self._listed, self._apart = mark, mark == "with", True
        else:
            self._open.append(token)

    def _turns(self, ahead: list[str]) -> bool:
        """Whether what follows "and" is a phrase of its own."""
        following = ahead[0].lower() if ahead else ""
        if self._open[0].lower() in _SUITS and "for" in self._open and following in words().articles:
            return False
        if following in words().articles and self._verbal:
            return any(is_surely_verb(token) for token in ahead)
        if following in words().subjects | _MARKS | words().openers | words().articles:
            return True
        if is_base_verb(following) and {word.lower() for word in ahead[1:2]} & (words().articles | _OBJECTS):
            return True
        paired = following in words().also_nouns and self._last.endswith("s")
        if is_verb(following) and not paired and (self._verbal or is_surely_verb(following)):
            return True
        return len(self._open) > 1 and following in words().participles

    @property
    def _last(self) -> str:
        return self._open[-1].lower() if self._open else ""

    @property
    def _going_on(self) -> bool:
        """Whether a place belongs to what is open: "now at", "available at", "people drowning in"."""
        doing = self._mark == "for" and self._last.endswith("ing")
        return doing or (len(self._open) == 1 and self._last in ("now", "available"))

    @property
    def _verbal(self) -> bool:
        """Whether the open phrase tells a deed."""
        if self._mark in {"that", "which", "who", "so"} | words().participles:
            return True
        if len(self._open) == 1 and self._open[0].endswith("ed"):
            return True
        if any(is_surely_verb(token) or token.lower() in words().modals for token in self._open):
            return True
        first = self._open[0].lower() if self._open else ""
        return is_verb(first) or first in words().subjects | {"making", "full"}

    def _opens(self, low: str, ahead: list[str]) -> bool:
        if not ahead:
            return False
        if low in _MARKS:
            excepted = low == "but" and self._last in ("everything", "nothing", "anything", "all")
            within = low in _WITHIN_DEEDS and (self._verbal or self._kind_to(low))
            return (
                not within and not excepted and not self._nothing_for(low, ahead) and not self._people_with(low, ahead)
            )
        if self._open and self._open[0][:1].isdigit():
            return low in PLACES and is_place(ahead) and self._open[-1].lower() not in words().participles
        if low == "for":
            return self._opens_for(ahead)
        if low in PLACES:
            return self._opens_place(low, ahead)
        return low in words().participles | words().openers and self._opens_deed(low, ahead)

    def _kind_to(self, low: str) -> bool:
        """Whether "with" belongs to what is said: "gentle with nervous patients", "free jar with your first order"."""
        kind = bool(self._open) and self._last in words().adjectives
        return low == "with" and (kind or self._open[:1] == ["free"])

    def _people_with(self, low: str, ahead: list[str]) -> bool:
        """Whether "with" tells people apart: "families with allergies", but not "beginners with certified tutors"."""
        if low != "with" or self._mark != "for" or not is_people(" ".join(self._open)):
            return False
        stops = words().connectors | words().prepositions | {","}
        what = list(takewhile(lambda token: token.lower() not in stops, ahead))
        return len(what) == 1 or (len(what) == _PAIR and what[0].lower() in _TROUBLED)

    def _nothing_for(self, low: str, ahead: list[str]) -> bool:
        """Whether two things are denied in one breath: "no win no fee"."""
        return low == self._mark == "no" and len(self._open) == _PAIR and ahead[1:2] in ([], [","])

    def _opens_for(self, ahead: list[str]) -> bool:
        if (
            self._mark == "no"
            or self._last in ("enough", "not")
            or (self._open and (self._open[0].lower() in _SUITS or ahead[0][:1].isdigit()))
        ):
            return False
        has = self._open[:1] in (["has"], ["have"])
        return not self._verbal or (is_people(" ".join(ahead[:4])) and not has)

    def _opens_place(self, low: str, ahead: list[str]) -> bool:
        if low == "on" and self._mark and ahead[0].lower() in MONTHS:
            return True
        suits = self._open[:1] != [] and self._open[-1].lower() in words().adjectives and not is_place(ahead)
        when = bool(self._open) and bool(self._mark) and low in {"from", "at"} and ahead[0][:1].isdigit()
        within = self._verbal or suits or when or self._mark in PLACES or self._going_on
        return not within and (self._lead or is_place(ahead))

    def _opens_deed(self, low: str, ahead: list[str]) -> bool:
        """Whether "made", "opening" begins a phrase: not in "hand poured", "freshly baked bread"."""
        if not self._open:
            return bool(ahead[1:])
        before = self._open[-1].lower()
        if self._verbal or before in words().adverbs or before.endswith("ly"):
            return False
        going_on = words().prepositions | words().weekdays | words().adverbs | {"every", "this", "soon", "of"}
        return low in words().openers or ahead[0].lower() in going_on

    def _goes_on(self, low: str) -> bool:
        """Whether the sentence goes on after whom it is for: "a school for refugees needs teachers"."""
        people = self._mark == "for" and is_people(" ".join(self._open))
        return self._lead and (people or (self._mark == "with" and self._open[1:] != [])) and is_surely_verb(low)

    def _compares(self, low: str, ahead: list[str]) -> bool:
        """Whether "cheaper than" begins here: not after "40%", "twice", nor within a list."""
        measured = self._open and (self._open[-1].lower() in {"and", "or", "twice", "much"} or "%" in self._open[-1])
        return bool(self._open) and not measured and low.endswith("er") and ahead[:1] == ["than"]

    def _starts_sentence(self, low: str, ahead: list[str]) -> bool:
        """Whether a sentence begins here though nobody typed a full stop."""
        if low not in words().subjects or not self._open or not ahead:
            return False
        before, following = self._open[-1].lower(), ahead[0].lower()
        if before in words().prepositions | words().connectors:
            return False
        if low == "you":
            return following in words().modals - {"to"} and not is_people(before)
        if low in _PRONOUNS:
            return (
                not is_base_verb(before) and not is_verb(before) and (is_verb(following) or following in words().modals)
            )
        return low != "its"


def is_place(ahead: list[str]) -> bool:
    """Whether a name follows: "in Leeds", "at the Old Mill"."""
    following = next((token for token in ahead if token.lower() not in words().articles), "")
    return following[:1].isupper() and following.lower().rstrip(".,") not in words().weekdays | MONTHS
