"""A text cut where its phrases end."""

import re
from itertools import groupby

from adgen_app.planning.english.cutter import PLACES, Clause, Cutter, is_place
from adgen_app.planning.english.grammar import is_surely_verb
from adgen_app.planning.lexicon import words

_HARD = re.compile(r"\s*(?:[!?;|]+|(?<!\b(?:St|Mr|Dr|Ms|No|Co|vs))(?<!\bMrs)(?<!\b[A-Z])\.(?!\w)|:(?!\d|//))\s*")
_TOKEN = re.compile(r"(?:[^\s,]|,(?=\d))+|,")
_LIST = 40
_TIMES = frozenset({"while", "when", "where", "if", "who"})
_DETAILS = _TIMES | {"that"}
"""Marks that a phrase is cut off from."""
_PAIR = 2


def sentences(text: str) -> list[str]:
    """Cut at full stops and the like; figures such as 2.5 or 9:30 stay whole."""
    return [part.strip(" ,'\"-") for part in _HARD.split(text) if part.strip(" ,'\"-")]


def clauses(sentence: str, *, lead: bool = False) -> list[Clause]:
    """Cut a sentence into phrases; one that leads goes on from what is sold: "in Leeds"."""
    if not lead and _is_short_list(sentence):
        return [Clause("", tuple(sentence.split()))]
    cutter, tokens = Cutter(lead=lead), _TOKEN.findall(sentence)
    for index, token in enumerate(tokens):
        cutter.feed(token, tokens[index + 1 :])
    return _rejoined(cutter.finish(), lead=lead)


def _rejoined(cut: list[Clause], *, lead: bool) -> list[Clause]:
    """A thing stays with what is said of it where both fit a line: "Cinnamon rolls that sell out by 10"."""
    found: list[Clause] = []
    for clause in cut:
        if found and (joint := _joint(found[-1], clause, lead=lead)):
            found[-1] = joint
        else:
            found.append(clause)
    return _gathered(found)


def _gathered(cut: list[Clause]) -> list[Clause]:
    """A list of small things that fits a line is one phrase: "with valerian, lavender and chamomile"."""
    found: list[Clause] = []
    for mark, group in groupby(cut, key=lambda clause: clause.mark):
        items = list(group)
        line = f"{', '.join(item.text for item in items[:-1])} and {items[-1].text}"
        small = mark == "with" and len(items) > _PAIR and all(len(item.words) <= _PAIR for item in items)
        found.extend([Clause(mark, tuple(line.split()))] if small and len(line) <= _LIST else items)
    return found


def _joint(before: Clause, clause: Clause, *, lead: bool) -> Clause | None:
    """Both as one phrase: "Bread baked at 4 am", "places free from January", "in an hour while you wait"."""
    if clause.apart or before.mark == "for" or (before.mark and clause.mark not in _TIMES):
        return None
    named = clause.mark in PLACES and is_place(list(clause.words[1:]))
    aimed = clause.mark == "for" and not lead
    if not aimed and (clause.mark not in _DETAILS | PLACES | words().participles or named):
        return None
    mark = (clause.mark,) if aimed or clause.mark in _DETAILS else ()
    joint = Clause(before.mark, (*before.words, *mark, *clause.words), before.apart)
    return joint if len(joint.text) <= _LIST else None


def _is_short_list(sentence: str) -> bool:
    """A list short enough for one line: "No keys, no queues, no deposit"."""
    *items, last = [item.split() for item in sentence.split(",")]
    closed = len(last) <= _PAIR or (len(last) <= 2 * _PAIR and ("and" in last or "or" in last))
    return bool(items) and len(sentence) <= _LIST and all(len(item) <= _PAIR for item in items) and closed


def noun_end(text: str) -> str:
    """The text up to where its first noun phrase ends; a list goes on after its "and"."""
    tokens = text.split()
    stops = words().prepositions | words().connectors | words().subjects
    stops = stops - {"and"} if re.match(r"\w+, [\w, ]*\band\b", text) else stops
    ends = (i for i, token in enumerate(tokens) if i and (token.lower() in stops or is_surely_verb(token)))
    return " ".join(tokens[: next(ends, len(tokens))]).rstrip(",")
