"""What a brief asks people to do: "Book your table today"."""

import re

_VERB = (
    r"(?:pre-?order|order|book|shop|buy|download|visit|call|join|sign up|subscribe|reserve|donate|apply|"
    r"register|try|come|stop by|swing by|"
    r"drop by|pop in|dm|message|text|rsvp|enrol|enroll|grab|claim|start|get|find|see|request|schedule|contact|ask|"
    r"discover|taste|learn)"
)
_AIM = (
    r"(?:now|today|online|your|yours|a quote|a free|a demo|a table|a visit|a call|a tour|a spot|us|by|early|"
    r"ahead|here|in store|in-store|the app|the look|"
    r"our|tickets|started|in touch|it today|it now|it free|for free|for it|"
    r"for them|more|down|and|before|while|direct|this|on|"
    r"at|from|an appointment|the waitlist|yourself|the collection|an? (?!mess|difference)[a-z][\w-]+)"
)
_ASK = re.compile(
    rf"^(?:so |and |just |please |to )*({_VERB}(?:,? (?:now|today))?(?:(?: {_AIM}\b[\w' -]*)|$))", re.IGNORECASE
)
_ANYWHERE = re.compile(
    (
        r"(?:^|[.!|,;] )\s*((?:download (?:the|our) app|(?:order|book|shop|buy) (?:online|now|today)|sign up "
        r"(?:now|today)|join (?:us|now|today)|call (?:us|now|today)|visit us)(?: (?:now|today))?)(?= (?:and|to|for|"
        r"or)\b|$|[.!|,;])"
    ),
    re.IGNORECASE,
)
_SOON = re.compile(r" (?:tonight|today|now)$", re.IGNORECASE)
_LONGEST = 24


def asked_for(text: str) -> tuple[str | None, str]:
    """The first short request that is a sentence of its own, and the text without it."""
    parts = re.split(r"((?<=[.!|;])\s+|(?<=,)\s+(?=\w))", text)
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index].strip(" .,!|;")
        part = _SOON.sub("", part) if len(part) > _LONGEST else part
        match = _ASK.match(part)
        if (
            match
            and match.end() == len(part)
            and len(part) <= _LONGEST
            and not (index == 0 and len(parts) > 1 and parts[0].endswith(","))
        ):
            words = part[:1].upper() + part[1:]
            return words, "".join([*parts[:index], " | ", *parts[index + 1 :]])
    if match := _ANYWHERE.search(text):
        return match[1][:1].upper() + match[1][1:], f"{text[: match.start(1)]} | {text[match.end(1) :]}"
    return None, text


def ask_from(lead: str) -> str | None:
    """The request within the words that led to an address: "order online at"."""
    match = re.search(
        r"\b(order|book|shop|buy|visit|call|text|sign up|contact|email|follow|learn more|dm)\b", lead, re.IGNORECASE
    )
    return _BUTTONS[match[1].lower()] if match else None


_BUTTONS = {
    "order": "Order now",
    "book": "Book now",
    "shop": "Shop now",
    "buy": "Get yours today",
    "visit": "Visit us today",
    "call": "Call us today",
    "text": "Text us today",
    "sign up": "Sign up today",
    "contact": "Get in touch",
    "email": "Get in touch",
    "follow": "Follow along",
    "learn more": "Learn more",
    "dm": "Message us today",
}
