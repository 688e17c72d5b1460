# ruff: noqa: RUF001 - the full-width signs are meant
import pytest

from adgen_app.studio.text.words import broken, words


def pieces(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("毎朝焙煎したコーヒーを、あなたの手に", ["毎朝焙煎した", "コーヒーを、", "あなたの", "手に"]),
        ("たった10分で、肩こりが軽くなる。", ["たった", "10分で、", "肩こりが", "軽くなる。"]),
        ("「本物」の味", ["「本物」", "の", "味"]),
        ("新鮮咖啡,(限量)送!", ["新", "鮮", "咖", "啡,(限", "量)", "送!"]),
        ("初回20%オフ！AIで", ["初回", "20%オフ！", "AIで"]),
        ("Wi-Fi完備カフェ", ["Wi-Fi", "完備", "カフェ"]),
        ("¥3,980から", ["¥3,980から"]),
        ("커피 한 잔", ["커피", "한", "잔"]),
        ("हिन्दी ज़ायका", ["हिन्दी", "ज़ायका"]),
        ("20% off 👩‍👩‍👧🇫🇷", ["20%", "off", "👩‍👩‍👧", "🇫🇷"]),
    ],
)
def test_a_text_may_break_where_its_readers_would(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_long_run_without_a_seam_may_break_all_the_same() -> None:
    assert max(map(len, pieces("ゆっくりとおちついてくつろげるじかん"))) <= 8
    assert "".join(pieces("日本全国送料無料キャンペーン実施中")) == "日本全国送料無料キャンペーン実施中"


@pytest.mark.parametrize(
    ("text", "parts"),
    [("Donaudampfschiff", ["Donaud-", "ampfsc-", "hiff"]), ("x" * 6, ["x" * 6]), ("السيرفرات", ["السير", "فرات"])],
)
def test_a_word_that_is_too_long_is_broken_with_a_hyphen_where_its_script_has_one(text: str, parts: list[str]) -> None:
    assert [part.text for part in broken(words(text)[0], 6)] == parts
