"""What a brief offers: discounts, gifts, prices."""

import re

_MONEY = (
    r"(?:[$£€¥₹]\s?\d+(?:[.,]\d+)*[kKmM]?|\d+(?:[.,]\d+)?\s?(?:dollars|bucks|euros?|pounds|quid|usd|eur|gbp|€|£|\$))"
)
_PERIOD = (
    r"(?:\s?/\s?(?:mo|month|yr|year|week|wk|day|hour|hr|night|person|user|class|session)|\s(?:a|an|per|each|every) "
    r"(?:month|year|week|day|hour|night|person|user|class|session|piece|pair|box|bottle|bag|head|seat|room|lesson|"
    r"visit|wash)|\s(?:monthly|yearly|weekly|each|only))?"
)
_ON = r"(?: (?:on|off|for) (?:all |your |the |our |every |any |orders |first )*(?:[\w'$£€-]+)(?: [\w'$£€-]+){0,2})?"
_ALL = (
    r"(?: (?:all|every|your|everything|any|selected|our) ?(?:(?!until|till|this|today|at|in|on|for|with|and)"
    r"[\w'-]+)?(?: (?!until|till|this|today|at|in|on|for|with|and)[\w'-]+)?)?"
)
_UNTIL = (
    r"(?: (?:until|till|through|this|today only|on|every|all) ?(?:\w+ )?(?:mondays?|tuesdays?|wednesdays?|"
    r"thursdays?|fridays?|saturdays?|sundays?|weekend|week|month|summer|winter|autumn|fall|spring|christmas|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b| today only| this "
    r"\w+ only)?"
)
_FREE = (
    r"(?:shipping|delivery|trial|consultation|quote|quotes|estimate|estimates|returns|sample|samples|gift|gifts|"
    r"gift wrap|wrapping|installation|lesson|class|session|demo|audit|month|week|coffee|drink|dessert|cookie|"
    r"croissant|parking|check-?up|tasting|assessment|call|viewing|fitting|pick-?up|collection|shipping worldwide|"
    r"worldwide shipping|returns|entry|entrance)"
)
_STRONG = (
    (
        r"(?:up to |get |save |enjoy |an? (?:extra )?|extra )?\d+ ?(?:%|percent)(?: off| discount| cashback)"
        rf"{_ALL}(?: your (?:first|next|second) \w+{''}| for (?:students|seniors|first[- ]time customers|new "
        rf"customers|first orders?)|{_ON})?{_UNTIL}"
    ),
    rf"(?:get )?{_MONEY} off(?: your (?:first|next) \w+|{_ON})?{_UNTIL}",
    (
        r"(?:buy (?:one|two|\d) (?:and )?get (?:one|another|the second|two|\d)(?: one)?(?: (?:free|half price|"
        r"half off))?|bogo|b[o0]g[o0]f|(?:two|three|\d) for (?:one|two|the price of \w+|\d)\b(?! ?(?:hours|days|"
        r"years|minutes|people)))(?: on)?(?: (?!until|till|this|today|every|on|for|at|in|and|with|to|all)[a-z'-]+)"
        rf"{{0,2}}{_UNTIL}"
    ),
    (
        r"(?:your |the |get your |get the )?(?:first|1st|second|2nd) (?:month|week|class|lesson|session|box|order|"
        r"visit|consultation|walk|ride|coffee|drink|delivery|clean|night|bag|bottle|trial|three months|two weeks|"
        r"\d+ \w+) (?:is |are )?(?:for )?(?:free|on us|half price|half off)"
    ),
    rf"half price(?: [a-z'-]+){{0,2}}{_UNTIL}|half off(?: [a-z'-]+){{0,2}}{_UNTIL}",
    (
        r"(?:\d+|one|two|three|seven|fourteen|thirty)[- ](?:days?|weeks?|months?)[- ](?:free )?trial|(?:\d+|one|"
        r"two|three) (?:days|weeks|months) free"
    ),
    rf"save (?:up to )?(?:\d+ ?%|{_MONEY}){_ON}{_UNTIL}",
    (
        r"(?:try it )?free for (?:\d+|one|two|three|the first|a|an|your first|the first \w+)[ -](?:days?|weeks?|"
        r"months?|year)|free test (?:ride|drive)s?|test (?:ride|drive)s? (?:is |are )?free"
    ),
    r"(?:kids|children|under \d+s?|seniors|dogs|students) (?:eat|go|ride|play|stay|get in) free(?: on \w+days?)?",
)
_GIFT = (
    (
        r"free (?:first |initial |no-obligation |same-day |next-day |local |\d+[- ]minute |worldwide |uk |us )"
        rf"?{_FREE}(?: worldwide| nationwide| included| (?:on|for) (?:all )?orders over {_MONEY}| on all orders| "
        rf"over {_MONEY}| with every \w+)?{_UNTIL}"
    ),
)
_PRICE = (
    (
        r"(?:(?:\d+ )?[a-z]+ (?=from |starting at ))?(?:from |starting (?:at|from) |starts at |for |only |just |"
        rf"at |prices from |priced at |costs? )*(?:only |just )?{_MONEY}{_PERIOD}"
    ),
)
_AFTER = r"(?![\w%])"
_KINDS = tuple(
    re.compile(rf"(?<![\w$£€])(?:{'|'.join(kind)}){_AFTER}", re.IGNORECASE) for kind in (_STRONG, _GIFT, _PRICE)
)
_SENTENCE_PART = re.compile(
    r"\b(?:save[sd]?|earn(?:ed|s)?|raised|over|worth|costs? you|spend(?:ing)?|made|of) $", re.IGNORECASE
)
_EDGES = re.compile(r"^(?:for|at|costs?|an?|priced at|starts at|it's|get) +", re.IGNORECASE)


def find_offers(text: str) -> tuple[list[str], str]:
    """Offers, the strongest kind first, and the text without them."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        if _SENTENCE_PART.search(text[: match.start()]):
            return match[0]
        offer = _EDGES.sub("", match[0].strip())
        found.append(re.sub(r"\bpercent\b", "%", re.sub(r"(\d) (%|percent)", r"\1%", offer)))
        return " | "

    for pattern in _KINDS:
        text = pattern.sub(take, text)
    return found, text
