import pytest

from adgen_app.studio.look.icons import akin, filmed, icon, matching


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Specialty coffee shop", "coffee"),
        ("Luxury automatic watch", "watch"),
        ("Plant based kitchen cleaning spray", "spray-can"),
        ("Free delivery", "truck"),
        ("Feel safe", "shield-check"),
        ("What's for dinner?", "utensils"),
        ("Budgeting app", "piggy-bank"),
        ("Barber shop", "scissors"),
        ("Wedding Cakes in Bath", "cake"),
        ("Rowing Boats on Lake Como", "sailboat"),
        ("Bookkeeping for Restaurants", "calculator"),
        ("Emergency Locksmith in Madrid", "key-round"),
        ("Coworking Space in Porto", "building"),
    ],
)
def test_an_icon_fits_the_words(text: str, name: str) -> None:
    found = matching(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "name"), [("Meal kit", "utensils"), ("A hand-carved drum", "drum"), ("Carved table", "table")]
)
def test_a_product_may_have_an_icon_of_its_own_name(text: str, name: str) -> None:
    found = akin(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Calling all busy parents",
        "Skip any week",
        "Make your move",
        "Treat yourself",
        "Leave, and save room for churros",
        "The good part",
        "Watch their eyes",
        "Train with us",
        "Seconds, anyone?",
        "32 on tap",
        "Worth the wait",
        "Staring at a blank page?",
        "No cameras",
    ],
)
def test_a_phrase_has_no_icon_that_a_word_of_it_could_mean_elsewhere(text: str) -> None:
    assert matching(text) is None


def test_a_plan_is_no_plane() -> None:
    found = matching("Candles weren't the plan?")
    assert found is not None
    assert found.name == "calendar-check"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Salon de thé à Lyon", "fr", "coffee"),
        ("Pain au levain", "fr", "croissant"),
        ("مطعم سوري في برلين، توصيل مجاني", "ar", "utensils"),
        ("Fahrradwerkstatt in Köln", "de", "bike"),
        ("京都の抹茶スイーツ専門店", "ja", "cake"),
        ("مطعم سوري في برلين", "ar", "utensils"),
        ("강남 필라테스 스튜디오", "ko", "flower-2"),
        ("Доставка свежих цветов по Москве", "ru", "flower"),
        ("مقهى محلي في الرياض", "ar", "coffee"),
        ("手工皂", "zh", "soap-dispenser-droplet"),
        ("Handgemaakte zeep", "nl", "soap-dispenser-droplet"),
    ],
)
def test_words_of_other_languages_have_icons_of_their_own(text: str, language: str, name: str) -> None:
    found = matching(text, language)
    assert found is not None
    assert found.name == name


def test_a_street_is_no_dish() -> None:
    found = akin("Tony's Tacos - street tacos in Austin")
    assert found is not None
    assert found.name == "utensils"


def test_english_means_nothing_elsewhere() -> None:
    assert matching("Gift", "de") is None


def test_how_it_is_filmed_is_no_picture_of_it() -> None:
    assert filmed("it is revealed in close-up, slow push-in, hero lighting; gentle handheld camera") is None
    found = filmed("a dog asleep on a sofa; soft light, still camera")
    assert found is not None
    assert found.name in {"dog", "sofa"}


def test_words_that_say_nothing_have_no_icon() -> None:
    assert matching("قهوة طازجة") is None
    assert matching("") is None


def test_icons_have_strokes() -> None:
    assert icon("check").strokes
