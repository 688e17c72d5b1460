"""Talk about the ad itself, which is for us rather than for the audience."""

import re
from typing import NamedTuple

_VERB = r"(?:create|make|generate|produce|design|write|build|do|give|want|need|like|have|get|prepare|craft)"
_AD = (
    r"(?:ad|ads|advert|advertisement|commercial|promo|promotional video|video|reel|clip|spot|tiktok|campaign|animation)"
)
_ORDER = re.compile(
    rf"^(?:hi|hello|hey)?[,!. ]*(?:please |can you |could you |would you |i'?d |i |we |let's )*(?:would |to )*{_VERB} "
    rf"(?:to )?(?:make |create )?(?:me |us )?(?:an? |the |some |another )?(?:[\w'-]+[, ]+){{0,6}}?{_AD}s?\b(?: "
    r"video| clip)?"
    r"(?:[,.:]| (?:for|about|on|of|promoting|featuring|showcasing|to promote|that promotes|advertising|to "
    r"advertise|to sell|selling)\b|$)\s*",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    r"^(?:an? )?(?:ad|advert|advertisement|commercial|promo) (?:for|about) (?:our|my|the|an?)? ?", re.IGNORECASE
)
_BARE = re.compile(
    r"^(?:an? )?(?:\d+[- ]?s(?:ec(?:ond)?s?)?|short|quick|instagram|tiktok|facebook|youtube|square|vertical|"
    r"fun|cool|nice)[\w ,-]{0,30}?"
    rf"{_AD}\b (?:for|about|promoting|featuring|showcasing)\b\s*",
    re.IGNORECASE,
)
_MANNER = (
    r"(?:vibes?|aesthetics?|style|styling|tone|music|soundtrack|palette|mood|voice-?over|look and feel|feel|"
    r"visuals?|footage|colou?r scheme|branding|energy)"
)
_MANNER_TAIL = re.compile(
    rf"[,|]?\s*\b(?:with|in|using|use|and)\b (?:an? |the |some )?(?:[\w'&-]+ ){{1,5}}{_MANNER}(?=\s*(?:$|[.,!|]))",
    re.IGNORECASE,
)
_MANNER_ALONE = re.compile(
    rf"^(?:(?:use|with|in|keep|make|give|the|it|an?|please|should be|is)\b ?)*(?:[\w'&-]+,? ){{0,5}}{_MANNER}$",
    re.IGNORECASE,
)
_SURELY_MANNER = re.compile(
    r"\b(?:aesthetics?|vibes?|soundtrack|upbeat music|look and feel|colou?r scheme)\b", re.IGNORECASE
)
_MAKE_IT = re.compile(
    (
        r"^(?:please )?(?:make (?:it|this)|keep (?:it|this)|show(?:ing)? (?:a|an|the|some|people|how|someone|our)"
        r"\b|include (?:a|an|the|our|some)\b|use (?:\w+ )*colou?rs?"
        r"|the (?:ad|video|tone|style|mood)\b|focus on|highlight|emphasi[sz]e|mention|end with|start with|add (?:a|"
        r"an|the|some)\b)"
    ),
    re.IGNORECASE,
)
_LABEL = re.compile(
    (
        r"(?:^|(?<=[.;|,\n]) ?)\s*(product(?: name)?|name|brand(?: name)?|company|business|shop|audience|target(?: "
        r"audience| group| market)?|offer|deal|promo|cta|call[- ]to[- ]action"
        r"|tone|style|mood|music|duration|length|format|platform|colou?rs?|features?|benefits?|description|about|"
        r"usp|headline|tagline|slogan) ?: *"
    ),
    re.IGNORECASE,
)
_MEANT = {
    "name": ("product", "product name", "name", "brand", "brand name", "company", "business", "shop"),
    "audience": ("audience", "target", "target audience", "target group", "target market"),
    "offer": ("offer", "deal", "promo"),
    "call_to_action": ("cta", "call to action", "call-to-action"),
    "": (
        "tone",
        "style",
        "mood",
        "music",
        "duration",
        "length",
        "format",
        "platform",
        "color",
        "colors",
        "colour",
        "colours",
    ),
}


class Directed(NamedTuple):
    """A text without the stage directions, and the fields that it labelled itself."""

    text: str
    labelled: dict[str, str]


def without_directions(text: str) -> Directed:
    """Drop what is said about the ad; keep what is said about the product."""
    labelled, text = _labels(text)
    product = _PLAINLY.sub("", _BARE.sub("", _ORDER.sub("", text, count=1), count=1))
    text = _MANNER_TAIL.sub(" | ", product) if product != text or _SURELY_MANNER.search(text) else product
    first, *others = re.split(r"(?<=[.!?|])\s+", text)
    kept = [part for part in others if not _MAKE_IT.match(part) and not _MANNER_ALONE.match(part.rstrip(" .!?|"))]
    return Directed(" ".join([first, *kept]), labelled)


def _labels(text: str) -> tuple[dict[str, str], str]:
    """Fields that the text labels itself, and the rest; what a stage direction labels is dropped."""
    first, *parts = _LABEL.split(text)
    labelled: dict[str, str] = {}
    rest = [first]
    for label, said in zip(parts[::2], parts[1::2], strict=True):
        key = next((key for key, names in _MEANT.items() if label.lower() in names), None)
        value, _, more = said.partition(". ") if key is not None else ("", "", said)
        if key and value.strip(" .,;|"):
            labelled.setdefault(key, value.strip(" .,;|"))
        rest.append(more)
    return labelled, " | ".join(part for part in rest if part.strip())
