import pytest

from adgen_app.studio.text.breaks import balanced, forgotten, looks
from adgen_app.studio.text.words import Word, words


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


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("闻到香味了吗？", ("闻到香味", "了吗？"), ("闻到香", "味了吗？")),  # noqa: RUF001 - a Chinese question
        ("初回送料無料", ("初回", "送料無料"), ("初回送", "料無料")),
    ],
)
def test_a_chinese_word_is_not_torn(text: str, better: tuple[str, ...], worse: tuple[str, ...]) -> None:
    def worth_of(parts: tuple[str, ...]) -> float:
        pieces, broken = words(text), list[list[Word]]()
        for part in parts:
            broken.append([])
            while "".join(word.text for word in broken[-1]) != part:
                broken[-1].append(pieces.pop(0))
        return looks(broken, [len(part) for part in parts])

    assert worth_of(better) > worth_of(worse)


def test_a_chinese_particle_stays_with_its_word() -> None:
    assert "焙的" in [word.text for word in words("新鲜烘焙的咖啡豆")]


def test_a_figure_stays_with_what_it_counts() -> None:
    broken = balanced(words("we bake 20 loaves today"), 2, lambda word: len(word.text), 1, whole=True)
    assert [word.text for word in broken[0]] == ["we", "bake"]
