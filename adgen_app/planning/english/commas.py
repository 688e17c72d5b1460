"""Commas that end no phrase."""

from adgen_app.planning.english.grammar import is_surely_verb
from adgen_app.planning.lexicon import words

MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip
_PAIR = 2


def lists_on(phrase: list[str], ahead: list[str], *, verbal: bool) -> bool:
    """Whether the comma between the phrase and what is ahead belongs to a list that an "and" ends.

    A deed has such a list: "I handle your inbox, calendar and travel"; so has "cheaper, calmer and faster than court".
    """
    return (verbal and _between_objects(phrase, ahead)) or _between_comparisons(phrase, ahead)


def joins(phrase: list[str], ahead: list[str], *, listed: bool) -> bool:
    """Whether the comma stands as in "fast, beautiful websites" or, outside a list, "Portland, Oregon"."""
    return _between_adjectives(phrase, ahead) or (not listed and _between_places(phrase, ahead))


def _between_objects(phrase: list[str], ahead: list[str]) -> bool:
    item = [word.lower() for word in (ahead[: ahead.index(",")] if "," in ahead else ahead)]
    if phrase[1:] and phrase[-2].lower() in words().articles:
        item = [word for word in item if word not in words().articles]
    head = item[: item.index("and")] if "and" in item else []
    after = [word for word in item[len(head) + 1 :] if word not in words().articles][:1]
    ends = words().prepositions | words().connectors | words().articles
    return (
        len(head) in ((1, _PAIR) if len(phrase) <= _PAIR else (1,))
        and bool(after)
        and not any(word in ends or is_surely_verb(word) for word in head + after)
    )


def _between_comparisons(phrase: list[str], ahead: list[str]) -> bool:
    return len(phrase) == 1 and "than" in ahead and all(word.lower().endswith("er") for word in (phrase[0], *ahead[:1]))


def _between_adjectives(phrase: list[str], ahead: list[str]) -> bool:
    if not phrase or not ahead[1:]:
        return False
    pair = {phrase[-1].lower(), ahead[0].lower()}
    return pair <= words().adjectives and ahead[1].lower() not in words().prepositions | words().connectors | {","}


def _between_places(phrase: list[str], ahead: list[str]) -> bool:
    ends = not ahead[1:] or ahead[1] == ","
    country = bool(ahead) and ahead[0] in words().proper and ahead[0].lower() not in words().weekdays | MONTHS
    return country and ends and phrase[1:] != [] and phrase[-1][:1].isupper()
