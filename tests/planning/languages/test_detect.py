import pytest

from adgen_app.planning.languages.detect import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Noise-cancelling headphones for open offices", "en"),
        ("plumber in Leeds 24/7 no call out fee", "en"),
        ("mens watches", "en"),
        ("Best coffee in Porto, flat white, pastel de nata", "en"),
        ("Gelateria artigianale a Bologna, latte di montagna. Vieni a trovarci", "it"),
        ("1234567890", "en"),
        ("https://www.example.com/a?b=c", "en"),
        ("Vendo jabones artesanales de lavanda", "es"),
        ("zapatos de cuero para hombres", "es"),
        ("Wir backen jeden Morgen frisches Brot", "de"),
        ("Boulangerie artisanale \u00e0 Lyon, pain au levain", "fr"),
        ("Brigadeiros gourmet feitos com chocolate belga", "pt"),
        ("Corsi di yoga per principianti a Milano", "it"),
        ("Handgemaakte zeep van onze boerderij voor jou", "nl"),
        ("R\u0119cznie robione \u015bwiece sojowe", "pl"),
        ("\u65b0\u9c9c\u70d8\u7119\u7684\u5496\u5561\u8c46", "zh"),
        ("手工皂、每週新鮮製作", "zh-hant"),
        ("手作りの革財布、一生使える品質。名入れ無料、送料無料。", "ja"),
        ("茶の味 奶茶店、新鲜水果、买一送一", "zh"),
        ("\u624b\u4f5c\u308a\u77f3\u9e78\u306e\u304a\u5e97", "ja"),
        ("\ub9e4\uc77c \uc544\uce68 \uac13 \uad6c\uc6b4 \ube75", "ko"),
        ("\u0635\u0627\u0628\u0648\u0646 \u0637\u0628\u064a\u0639\u064a \u0645\u0635\u0646\u0648\u0639", "ar"),
        (
            "\u05de\u05d0\u05e4\u05d9\u05d9\u05d4 \u05d7\u05d3\u05e9\u05d4 \u05d1\u05ea\u05dc \u05d0\u05d1\u05d9\u05d1",
            "he",
        ),
        ("\u0939\u093e\u0925 \u0938\u0947 \u092c\u0928\u093e \u0938\u093e\u092c\u0941\u0928", "hi"),
        ("\u0414\u043e\u0441\u0442\u0430\u0432\u043a\u0430 \u0446\u0432\u0435\u0442\u043e\u0432", "ru"),
        ("\u0414\u043e\u0441\u0442\u0430\u0432\u043a\u0430 \u043a\u0432\u0456\u0442\u0456\u0432", "uk"),
    ],
)
def test_a_language_is_told_by_script_or_small_words(text: str, code: str) -> None:
    assert detect(text) == code


def test_a_foreign_brand_name_does_not_turn_the_text() -> None:
    assert detect("Soap by \u82b1 for sensitive skin, made in Leeds") == "en"
