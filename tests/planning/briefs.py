"""Briefs as people type them."""

from adgen_app.domain.brief import Brief

SOAP = Brief(prompt="I sell handmade soap on etsy its all natural n smells amazing")
PLUMBER = Brief(prompt="plumber in Leeds 24/7 no call out fee")
HEADPHONES = Brief(prompt="Noise-cancelling headphones for open offices")
BAKERY = Brief(prompt="New vegan bakery opening Saturday on Main Street, 2 for 1 croissants")
COFFEE = Brief(
    prompt="FreshBrew is a subscription coffee service that delivers freshly roasted beans to your door every week. "
    "20% off your first box."
)
BLANKET = Brief(
    prompt='"I finally sleep through the night" - Maria K. Our weighted blanket is made of organic bamboo '
    "and stays cool all summer."
)
BOTTLE = Brief(prompt="HydroKeep water bottle keeps drinks cold for 24 hours, leak-proof, BPA free, 12 colours")
CABLES = Brief(
    prompt="Tired of tangled cables? SnapDock is a magnetic charging dock for your desk. Charges three devices at once."
)
TUTOR = Brief(prompt="Online piano lessons for adults. Learn at your own pace with a real teacher.")
SPANISH = Brief(prompt="Vendo jabones artesanales de lavanda, hechos a mano con aceite de oliva. Envío gratis")
CHINESE = Brief(prompt="新鲜烘焙的咖啡豆\uff0c每周送到家\uff0c首单八折")

ALL = (SOAP, PLUMBER, HEADPHONES, BAKERY, COFFEE, BLANKET, BOTTLE, CABLES, TUTOR, SPANISH, CHINESE)
