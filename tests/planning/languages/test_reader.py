import pytest

from adgen_app.domain.brief import Brief
from adgen_app.planning.languages.reader import read
from adgen_app.planning.languages.tongue import tongue


@pytest.mark.parametrize(
    ("code", "prompt", "name", "category"),
    [
        ("es", "Fontanero en Sevilla 24 horas, sin coste de desplazamiento", "Fontanero en Sevilla", "trades"),
        ("de", "FocusFlow ist eine App f\u00fcr Selbstst\u00e4ndige", "FocusFlow", "software"),
        ("de", "Fahrradreparatur in K\u00f6ln, meist am selben Tag", "Fahrradreparatur in K\u00f6ln", "trades"),
        ("de", "Kompressionsstr\u00fcmpfe geben neue Energie", "Kompressionsstr\u00fcmpfe", "general"),
        ("nl", "Fietsreparatie in Gent, vandaag nog klaar", "Fietsreparatie in Gent", "trades"),
        ("de", "Wir backen seit 1921 Brot mit Sauerteig in Graz", "Brot", "food"),
        ("fr", "Fatigu\u00e9 ? R\u00e9unix r\u00e9sume vos appels", "R\u00e9unix", "general"),
        ("fr", "Nous r\u00e9parons votre v\u00e9lo chez vous", "Nous r\u00e9parons votre v\u00e9lo", "fitness"),
        ("fr", "Boulangerie artisanale \u00e0 Lyon, pain au levain", "Boulangerie artisanale \u00e0 Lyon", "food"),
        ("pt", "Brigadeiros gourmet feitos com chocolate belga", "Brigadeiros gourmet", "food"),
        ("it", "Corsi di yoga per principianti a Milano", "Corsi di yoga", "fitness"),
        (
            "zh",
            "\u65b0\u9c9c\u70d8\u7119\u7684\u5496\u5561\u8c46\uff0c\u6bcf\u5468\u9001\u5230\u5bb6",
            "\u65b0\u9c9c\u70d8\u7119\u7684\u5496\u5561\u8c46",
            "food",
        ),
        (
            "ja",
            "\u77f3\u9e78\u306e\u304a\u5e97\u300c\u82b1\u306e\u9999\u308a\u300d\u9001\u6599\u7121\u6599\u3067\u3059",
            "\u82b1\u306e\u9999\u308a",
            "beauty",
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


@pytest.mark.parametrize(
    ("code", "prompt", "offer"),
    [
        ("de", "Fahrradwerkstatt in K\u00f6ln: Leihrad gratis, faire Preise", "Leihrad gratis"),
        ("de", "Kinderkleidung aus Leipzig. 10 % auf die erste Bestellung", "10 % auf die erste Bestellung"),
        ("es", "Panader\u00eda en Valencia. 2x1 los martes", "2x1 los martes"),
        (
            "fr",
            "Salon de th\u00e9 \u00e0 Lyon. Brunch le dimanche \u00e0 24 \u20ac",
            "Brunch le dimanche \u00e0 24 \u20ac",
        ),
        ("it", "Agriturismo in Toscana. Prenota ora con il 15% di sconto", "15% di sconto"),
        (
            "ja",
            "鍼灸院\u3002初回半額\u3002駅から徒歩2分",
            "初回半額",
        ),
        (
            "ar",
            "مطعم سوري، توصيل مجاني",
            "توصيل مجاني",
        ),
    ],
)
def test_an_offer_is_its_whole_phrase(code: str, prompt: str, offer: str) -> None:
    assert read(Brief(prompt=prompt), tongue(code)).offers == (offer,)


def test_requests_are_read_without_a_table_of_phrases() -> None:
    arabic = "مطعم سوري، شاورما. اطلب الآن"
    reading = read(Brief(prompt=arabic), tongue("ar"))
    assert reading.call_to_action == "اطلب الآن"
    assert reading.call_to_action not in reading.features


def test_emoji_end_a_phrase() -> None:
    reading = read(Brief(prompt="\u2615\ufe0f Bester Kaffee in Bonn \u2615\ufe0f hausgemachter Kuchen"), tongue("de"))
    assert (reading.name, reading.features) == ("Bester Kaffee in Bonn", ("Hausgemachter Kuchen",))


def test_who_is_weary_is_promised_nothing() -> None:
    (pain,) = read(Brief(prompt="\u00bfCansado de hacer facturas? FacturaYa las hace"), tongue("es")).pains
    assert (pain.question, pain.relief) == ("\u00bfOtra vez hacer facturas?", "")


def test_a_comma_of_any_script_may_come_first() -> None:
    assert read(Brief(prompt="،مطعم سوري"), tongue("ar")).name
