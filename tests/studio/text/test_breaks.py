import pytest

from adgen_app.studio.text.breaks import balanced, forgotten, looks
from adgen_app.studio.text.words import words


def lines(text: str, count: int) -> list[str]:
    """All letters and spaces are of one width."""
    broken = balanced(words(text), count, lambda word: len(word.text), 1)
    return [" ".join(word.text for word in line) for line in broken]


def worth(text: str) -> float:
    first, *others = text.split("/")
    broken = [words(first), *(words(f"x {other}")[1:] for other in others)]
    return looks(broken, [len(line) for line in (first, *others)])


def test_lines_are_as_wide_as_each_other() -> None:
    assert lines("one two three four", 2) == ["one two", "three four"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("20% off/this week", "20%/off this week"),
        ("20% off/this week", "20% off/this/week"),
        ("every single day", "every single/day"),
        ("get one/free today", "get one/free/today"),
    ],
)
def test_what_looks_better_is_worth_more(better: str, worse: str) -> None:
    assert worth(better) > worth(worse)


def test_words_that_are_all_short_are_not_forgotten() -> None:
    assert not forgotten([words("Eat"), words("well")], [3, 4])
