"""Owners who step back behind what they sell: "I sell", "we are a", "my sister grooms"."""

import re
from functools import lru_cache

from adgen_app.planning.english.grammar import gerund, is_people, third_person
from adgen_app.planning.lexicon import words

_OWNS = (
    "sell", "make", "offer", "run", "own", "do", "provide", "bake", "build", "create", "design", "deliver", "import",
    "grow", "roast", "brew", "start", "open up", "open", "launch", "promote", "advertise", "have", "craft", "produce",
    "knit", "sew", "print", "specialise in", "specialize in", "handmake", "cook", "carve", "weave",
)  # fmt: skip
"""Deeds of owners that leave the thing as it is; others name its trade."""
_PAST = {
    "make": "made", "sell": "sold", "run": "ran", "build": "built", "grow": "grown", "teach": "taught", "do": "done",
    "knit": "knitted", "have": "had", "weave": "woven", "sew": "sewn",
}  # fmt: skip
_WHO = (
    r"(?:i|we|(?:me and )?(?:(?:my|our|two|three|the|a) )?(?:sister|brother|mum|mom|dad|mother|father|wife|husband|son|"
    r"daughter|grandad|granddad|grandpa|grandma|gran|family|friend|uncle|aunt|partner|neighbour|neighbor)s?"
    r"(?: and (?:i|my [a-z]+))?)"
)
_CHANGING = re.compile(
    r"^(?:we|i) (?:can )?(?:turn|transform|convert|make) (?P<from>[^.,;]{3,50}?) into (?=\w)", re.IGNORECASE
)
"""What is sold is what comes of it: "we turn old photos into a digital album"."""
_HOSTING = re.compile(
    r"^(?:we|i) (?:open|host|hold|use|run) (?:our|the|my|a) [^.,;]{2,40}? for (?=an? )", re.IGNORECASE
)
"""What is sold is what the place is for: "we open our barn for a flea market"."""
_AND_I = re.compile(r"^(?:i'm|i am|we're|we are) an? [^.,;]{3,40}? and (?=(?:i|we) )", re.IGNORECASE)
"""Who somebody is, before what they make: "I'm a carpenter and I make cribs"."""
_LODGING = re.compile(
    r"(?:[a-z-]+ )?(?:house|home|cabin|cottage|villa|apartment|flat|yurt|treehouse|room|chalet|boat)s?\b", re.IGNORECASE
)
_HIRE = re.compile(r"^(?P<deed>hire|rent) (?:an? |the |our |some )?(?=\w)", re.IGNORECASE)
_TEACHING = re.compile(r"^(?:i|we) teach (?P<whom>[^.,;]{2,30}?) (?:how )?to (?P<deed>[a-z]+)", re.IGNORECASE)
_INVITING = re.compile(
    r"^looking for (?:new )?(?:people|members|students|clients|players|runners|volunteers) (?:to join|for) (?:my|our) ",
    re.IGNORECASE,
)
_SELLING = re.compile(
    (
        r"^(?:selling|sell|now selling|for sale|now open|new|now available|coming soon|announcing|promoting|"
        r"advertising|"
        r"promote|advertise|launching|buy|get(?! your [a-z]+ [a-z]+ed\b| rid\b)|try|order|need|want|"
        r"looking for|searching for|in need of)\s+(?:the |"
        r"our |my |your |some |an? )?(?=\w)"
    ),
    re.IGNORECASE,
)
WAY = re.compile(r"^(?:an?|the) (?:[a-z]+ )?(?:way|secret|place|shortcut) to (?=\w)", re.IGNORECASE)
"""Before what it is about: "the fastest way to learn the ukulele"."""
_HELP = re.compile(r"^(?:an? )?(?:hand|help) with (?=\w)", re.IGNORECASE)
_MINE = re.compile(
    (
        r"^(?:my|our|the|an?|this|these|some|your|new|brand new|brand-new|awesome|amazing|great|best|cool|nice|"
        r"really|very|super|of|for|own|"
        r"(?:small |family |friendly )*(?:team|group|crew|bunch) of(?: \d+| [a-z]+(?= [a-z]+s\b))?)"
        r"\s+(?=\w)"
    ),
    re.IGNORECASE,
)


def owned(text: str) -> tuple[str, str]:
    """The text without "I sell", "we are a"; with it a trade if the verb names one: we fix phones, phone repair."""
    text = WAY.sub("", text)
    text = _HOSTING.sub("", _HELP.sub("", _SELLING.sub("", _INVITING.sub("", _AND_I.sub("", text)))))
    trade = ""
    if change := _CHANGING.match(text):
        text = f"{text[change.end() :]}, from {change['from']}"
    if (lesson := _TEACHING.match(text)) and is_people(lesson["whom"]):
        text, trade = f"{gerund(lesson['deed'].lower())} for {lesson['whom']}{text[lesson.end() :]}", "lessons"
    elif hire := _HIRE.match(text):
        text = text[hire.end() :]
        trade = "hire" if hire["deed"].lower() == "hire" else "" if _LODGING.match(text) else "rental"
    elif match := _doing(text):
        deeds = [words().deeds[base] for verb in ("verb", "second") if (base := _base(match[verb])) in words().deeds]
        trade, text = " and ".join(dict.fromkeys(deeds)), text[match.end() :]
    while (shorter := _MINE.sub("", text)) != text:
        text = shorter
    return text, trade


def _doing(text: str) -> re.Match[str] | None:
    """The owner with the deed; somebody else than "I" or "we" is an owner by a deed alone."""
    match = _owner().match(text)
    if not match or not (match["verb"] or match["be"]):
        return None
    return match if match["verb"] or match["who"].lower() in ("i", "we") else None


def _base(verb: str | None) -> str:
    return _forms().get((verb or "").lower(), "")


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Every form of the deeds with its base: bakes, baking, baked of bake."""
    found: dict[str, str] = {}
    for base in (*_OWNS, *words().deeds):
        head, _, tail = base.partition(" ")
        past = _PAST.get(head) or (f"{head}d" if head.endswith("e") else re.sub(r"([^aeiou])y$", r"\1i", head) + "ed")
        for form in (head, third_person(head), gerund(head), past):
            found.setdefault(f"{form} {tail}".strip(), base)
    return found


@lru_cache(maxsize=1)
def _owner() -> re.Pattern[str]:
    deeds = "|".join(sorted(_forms(), key=len, reverse=True))
    return re.compile(
        rf"^(?:so )?(?:(?:my|me and my) [a-z]+ and )?(?P<who>{_WHO})(?P<be>'m|'re|'ve| am| are| is| have| has)?"
        rf"(?: (?:just|recently|also|proudly|now|currently|both|been|want to|need to|would like to|mostly|only|can))* ?"
        rf"\b(?P<verb>{deeds})?(?: and (?P<second>{deeds}))?\b ?",
        re.IGNORECASE,
    )
