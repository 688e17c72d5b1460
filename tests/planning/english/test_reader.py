import pytest

from adgen_app.domain.brief import Brief
from adgen_app.planning.english.reader import read
from tests.planning.briefs import BAKERY, BLANKET, BOTTLE, CABLES, COFFEE, PLUMBER, SOAP


def test_a_sloppy_brief_is_understood() -> None:
    reading = read(SOAP)
    assert (reading.name, reading.named, reading.noun) == ("Handmade Soap", False, "handmade soap")
    assert reading.features == ("All natural", "Smells amazing")
    assert reading.call_to_action == "Shop on Etsy"


def test_a_full_brief_is_taken_apart() -> None:
    reading = read(COFFEE)
    assert (reading.name, reading.named, reading.trade.name) == ("FreshBrew", True, "coffee")
    assert reading.features == ("Delivers freshly roasted beans", "To your door every week")
    assert reading.offers == ("20% off your first box",)


def test_place_newness_number_quote_trouble_are_found() -> None:
    assert read(PLUMBER).name == "Plumber in Leeds"
    assert read(BAKERY).new
    assert read(BAKERY).where == "on Main Street"
    number, quote = read(BOTTLE).number, read(BLANKET).quote
    assert number is not None
    assert number.value == "24 hours"
    assert quote is not None
    assert quote.person == "Maria K."
    assert read(CABLES).questions == ("Tired of tangled cables?",)


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("GRAND OPENING!!! BUBBLE TEA SHOP IN CHINATOWN", "Bubble Tea Shop in Chinatown"),
        ("Beeswax candles (100% natural; burn 40+ hours)... handmade by my grandma & me", "Beeswax Candles"),
        ("We help small shops get found on Google. More calls, no contracts.", "Get found on Google"),
        ("Selling my 2019 Honda Civic, 45,000 miles, one owner", "2019 Honda Civic"),
        (
            "Stressed about your test? Pass first time with patient tutors in Cardiff.",
            "Pass first time with patient tutors",
        ),
        ("Our solar panels cut electricity bills by up to 60%", "Solar Panels"),
        ("Our window cleaning robots clean high-rise facades", "Window Cleaning Robots"),
        ("Dr. Nakamura's family dentistry: gentle check-ups", "Dr. Nakamura's Family Dentistry"),
        ("Sunscreen for dark skin, no white cast", "Sunscreen for Dark Skin"),
        ("We translate legal documents into 40 languages. Certified.", "Legal Document Translation"),
        ("We turn your old photos into a digital album", "Digital Album"),
        ("Kids ruin sofas. Our washable sofa covers save them.", "Washable Sofa Covers"),
        ("Dogs love our beef treats. No grain.", "Beef Treats"),
        ("Save up to $600 a year on car insurance. Compare 30 insurers.", "Car Insurance"),
        ("Hair salon for curly hair in Atlanta. Dry cuts, no judgement.", "Hair Salon in Atlanta"),
        ("We're a two-person studio that builds Shopify stores", "Shopify Stores"),
        ("Our AI reads contracts. For law firms.", "AI for Law Firms"),
        ("Sustainable fashion brand making clothes from ocean plastic", "Sustainable Fashion Brand"),
        ("Open daily 9 to 5, our garden centre in Ludlow has 200 roses", "Garden Centre in Ludlow"),
        ("Every Sunday we open our barn near Kendal for a flea market", "Flea Market"),
        ("Ask about our dog-friendly rooms! The Old Forge is a small hotel on Skye", "The Old Forge"),
        ("Handmade <b>oak</b> tables", "Handmade Oak Tables"),
        ("Need a hand with your tax return? Chat to us.", "Tax Return"),
        ("Two hours, one canvas: paint nights in Dallas every Friday", "Paint Nights in Dallas"),
        ("Bringing your old bike to life! Restored city bikes in Freiburg", "Restored City Bikes in Freiburg"),
        ("Hire a llama for your wedding. Yes, really.", "Llama Hire"),
        ("Cheaper than therapy: a punching bag that hangs in any doorway", "Punching Bag"),
        ("We are a team of 12 midwives in Utrecht offering home births", "Midwives in Utrecht"),
        ("If your teenager hates maths, try MathMates: short games", "MathMates"),
        ("Do you love plants but kill them? Our app reminds you to water.", "Plant App"),
        ("A newsletter about cheese. Every Sunday.", "Cheese Newsletter"),
        ("Grandma's attic is a vintage clothing store in Leipzig", "Grandma's Attic"),
        ("We film weddings like documentaries. Booking 2027 now.", "Wedding Videography"),
        ("Looking for a gift for a man who has everything? Star maps, printed on linen.", "Star Maps"),
        ("Upgrade your morning with BeanBox, freshly roasted coffee", "BeanBox"),
        ("Rent a tiny house in the woods of Vermont. Hot tub, fire pit.", "Tiny House in the woods of Vermont"),
        ("The Bike Doctor fixes bikes at your home", "The Bike Doctor"),
        ("Custom sneakers hand painted by street artists", "Custom Sneakers"),
        (
            "Help us plant 10,000 trees in the Highlands this winter. Volunteers welcome every Saturday.",
            "Help us plant 10,000 trees",
        ),
        ("Our industrial 3D printers print metal parts overnight", "Industrial 3D Printers"),
        ("The Harbour Choir is looking for tenors. No auditions.", "The Harbour Choir"),
        ("Stop losing receipts. Ledgerly scans them.", "Ledgerly"),
        ("Oat bars, box of 12 for $24", "Oat Bars"),
        ("The fastest way to learn the ukulele: 5 minute lessons, songs you know", "Learn the ukulele"),
        ("Get rid of wasps today. Local pest controllers in Perth.", "Pest Controllers in Perth"),
        ("Fresh oysters shucked at your party. We bring ice. San Francisco.", "Fresh Oysters in San Francisco"),
        ("Vintage Vespa tours through Rome with a local", "Vintage Vespa Tours"),
        ("Electric cargo bikes. Test rides every weekend in Ghent.", "Electric Cargo Bikes in Ghent"),
        ("The dentist your kids will ask to visit. Saturdays in Oslo.", "Dentist in Oslo"),
        ("We press apples from your own garden into juice. Minimum 50 kg.", "Apple Pressing"),
        ("Fresh pasta delivered Thursday, cooked in three minutes", "Fresh Pasta"),
        ("Farm shop near Bath selling raw milk. Open 7 days.", "Farm Shop near Bath"),
        ("Private Spanish tutor, 15 years of experience", "Private Spanish Tutor"),
        ("An app that reminds grandparents to take their pills", "App for Grandparents"),
        ("Nourish+ / skincare w/ niacinamide", "Nourish+"),
        ("Moving company. We pack, carry & unpack - you drink coffee.", "Moving Company"),
    ],
)
def test_an_odd_brief_has_a_name_that_can_be_shown(prompt: str, name: str) -> None:
    assert read(Brief(prompt=prompt)).name == name


def test_what_the_user_filled_in_wins() -> None:
    brief = Brief(
        prompt=COFFEE.prompt, product_name="Brew & Co", audience="night owls", offer="Free mug", call_to_action="Sip it"
    )
    reading = read(brief)
    assert (reading.name, reading.audience, reading.offers, reading.call_to_action) == (
        "Brew & Co",
        "night owls",
        ("Free mug",),
        "Sip it",
    )
    assert "20% off your first box" in reading.features


def test_a_long_offer_is_shortened_between_words() -> None:
    told = "buy any two of our large candles this month and we will add a small one of your choice for nothing at all"
    (offer,) = read(Brief(prompt=SOAP.prompt, offer=told)).offers[:1]
    assert len(offer) <= 60
    assert offer.lower() in told


def test_an_audience_too_long_to_be_called_is_left_out() -> None:
    assert read(Brief(prompt=SOAP.prompt, audience="people who " * 9)).audience is None


def test_an_address_alone_names_the_brand() -> None:
    assert read(Brief(prompt="https://www.example.com/products/1")).name == "Example"


@pytest.mark.parametrize(
    ("prompt", "feature"),
    [
        ("Handmade gold rings, engraved by hand in Antwerp", "Engraved by hand in Antwerp"),
        ("Standing desks of solid oak, assembled in five minutes", "Assembled in five minutes"),
        ("Specialty coffee roasted every morning", "Roasted every morning"),
        ("Family dentist in Cardiff, gentle with nervous patients", "Gentle with nervous patients"),
        ("Law firm for accidents, no win no fee", "No win no fee"),
        ("Hearing aids you can hardly see", "You can hardly see them"),
        ("Maternity clothes you'll want to keep wearing", "You'll want to keep wearing them"),
        ("My ebook about how to negotiate your salary", "How to negotiate your salary"),
        ("Boots, vegan, resoled for life", "Resoled for life"),
        ("Lunara is a tea with valerian, lavender and chamomile", "Valerian, lavender and chamomile"),
        ("Bookshop. Story time for kids every Saturday", "Story time for kids every Saturday"),
        ("GreenLeaf. Design, build and maintain.", "Design, build and maintain"),
        ("Plant-based burger that tastes like beef, available at Whole Foods", "Available at Whole Foods"),
        ("Yoga mats of cork, non-slip even when wet", "Non-slip even when wet"),
        ("SpeedFox makes sites load fast, or you pay nothing", "Or you pay nothing"),
        ("Oak tables. Choose the size, the legs and the finish", "Choose the size, the legs and the finish"),
        ("We turn your old photos into a digital album", "From your old photos"),
        ("Gym in Dublin with classes from 6 am", "Classes from 6 am"),
    ],
)
def test_what_belongs_together_stays_in_one_line(prompt: str, feature: str) -> None:
    assert feature in read(Brief(prompt=prompt)).features


@pytest.mark.parametrize(
    ("prompt", "offer"),
    [
        ("Boutique hotel in Lisbon, 15% off in November", "15% off in November"),
        ("Coffee roasted on Monday, first bag 20% off", "first bag 20% off"),
        ("Lemon curd from Amalfi, two jars for the price of one", "two jars for the price of one"),
    ],
)
def test_an_offer_says_when_and_for_what(prompt: str, offer: str) -> None:
    assert read(Brief(prompt=prompt)).offers[0].lower() == offer.lower()


def test_who_does_what_names_the_trade() -> None:
    reading = read(Brief(prompt="The Bike Doctor fixes bikes at your home or office. Same-day service."))
    assert (reading.noun, reading.trade.name, reading.pains) == ("bike repair", "bikerepair", ())


def test_a_request_that_had_to_be_the_name_is_not_the_button_too() -> None:
    reading = read(Brief(prompt="Try before you buy sofas. We bring three to your living room."))
    assert (reading.name, reading.call_to_action) == ("Try before you buy sofas", None)
