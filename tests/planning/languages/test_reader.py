import pytest

from adgen_app.domain.brief import Brief
from adgen_app.planning.languages.reader import read
from adgen_app.planning.languages.tongue import tongue


@pytest.mark.parametrize(
    ("code", "prompt", "name", "category"),
    [
        ("es", "Fontanero en Sevilla 24 horas, sin coste de desplazamiento", "Fontanero en Sevilla", "trades"),
        ("de", "FocusFlow ist eine App f\u00fcr Selbstst\u00e4ndige", "FocusFlow", "software"),
        ("fr", "Boulangerie artisanale \u00e0 Lyon, pain au levain", "Boulangerie artisanale \u00e0 Lyon", "food"),
        ("pt", "Brigadeiros gourmet feitos com chocolate belga", "Brigadeiros gourmet", "food"),
        ("it", "Corsi di yoga per principianti a Milano", "Corsi di yoga", "fitness"),
        (
            "zh",
            "\u65b0\u9c9c\u70d8\u7119\u7684\u5496\u5561\u8c46\uff0c\u6bcf\u5468\u9001\u5230\u5bb6",
            "\u65b0\u9c9c\u70d8\u7119\u7684\u5496\u5561\u8c46",
            "general",
        ),
        (
            "ja",
            "\u77f3\u9e78\u306e\u304a\u5e97\u300c\u82b1\u306e\u9999\u308a\u300d\u9001\u6599\u7121\u6599\u3067\u3059",
            "\u82b1\u306e\u9999\u308a",
            "general",
        ),
    ],
)
def test_name_and_trade_are_read(code: str, prompt: str, name: str, category: str) -> None:
    reading = read(Brief(prompt=prompt), tongue(code))
    assert (reading.language, reading.name, reading.trade.name) == (code, name, category)


def test_offers_troubles_requests_are_read() -> None:
    german = read(
        Brief(prompt="FocusFlow ist eine App. Schluss mit Papierkram. Erste Woche gratis. Jetzt testen"), tongue("de")
    )
    assert german.pains[0].question == "Schon wieder Papierkram?"
    assert german.pains[0].relief == "Schluss mit Papierkram"
    assert german.offers == ("Erste Woche gratis",)
    assert german.call_to_action == "Jetzt testen"


def test_the_briefs_question_is_kept_whole() -> None:
    reading = read(Brief(prompt="\u00bfDuermes mal? Colchones hechos en Valencia para familias"), tongue("es"))
    assert reading.questions == ("\u00bfDuermes mal?",)
    assert reading.audience == "familias"


def test_what_the_user_filled_in_wins() -> None:
    brief = Brief(prompt="Vendo jabones de lavanda", product_name="Alba", offer="2x1", call_to_action="Ven")
    reading = read(brief, tongue("es"))
    assert (reading.name, reading.offers[0], reading.call_to_action) == ("Alba", "2x1", "Ven")
