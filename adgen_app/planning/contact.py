"""Where a brief sends customers: web address, mail, telephone."""

import re
from typing import NamedTuple

_ENDINGS = (
    "com|net|org|io|co|app|shop|store|dev|ai|eu|us|uk|de|fr|es|it|pt|br|at|ch|nl|be|ie|ca|au|nz|in|jp|mx|me|biz|info|"
    "studio|design|coffee|cafe|online|site|tv|travel|photography|fitness|yoga|pizza|restaurant|club|events|wedding"
)
_LEAD_WORDS = (
    "visit|order|shop|book|buy|call|text|phone|ring|see|find|contact|reach|email|mail|go|check|get|more|learn|"
    "sign|whatsapp|"
    "tel|website|web|online|now|today|us|it|out|up|yours|info|details|or|and|on|at|via|to|me|here|from|our|"
    "follow|dm|instagram|insta|ig|facebook|tiktok|address|located"
)
_LEAD = rf"(?P<lead>(?:\b(?:{_LEAD_WORDS})\b[\s:,]*){{0,6}})"
_TAIL = r"(?:\s+(?:today|now|for more(?: info)?|for details|to (?:book|order|learn more|find out more)))*"
_WEB = rf"\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})(?:\.[a-z]{{2}})?\b(?:/[^\s,;]*)?"
_KINDS = {
    "mail": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b",
    "web": _WEB,
    "handle": r"(?<!\w)@\w[\w.]{2,29}",
    "phone": r"(?<![\w$£€.,/-])\+?\(?\d[\d ().-]{5,16}\d(?![\w%/-])",
    "street": (
        r"(?-i:\b\d{1,4}[a-z]? (?:[A-Z][\w'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Square|Way|"
        r"Boulevard|Blvd|Place|Court|Row|Terrace|Parade)\b"
        r"(?:, [A-Z]\w+(?: [A-Z]\w+)?)?"
        r"|\b(?:[A-Z][\w'.-]+ ){0,2}(?:[A-Z]\w*)?(?:[Ss]treet|[Rr]oad|[Ss]tra(?:ss|ß)e|[Ss]traat|[Gg]ade|[Gg]atan|"
        r"[Ss]tr\.|gasse|weg|platz|laan) \d{1,4}[a-z]?"
        r"(?:, [A-Z]\w+(?: [A-Z]\w+)?)?)"
    ),
}
_PATTERNS = {kind: re.compile(f"{_LEAD}(?P<text>{hit}){_TAIL}", re.IGNORECASE) for kind, hit in _KINDS.items()}
_PHONE_DIGITS = 7
_LONGEST = 34


class Contact(NamedTuple):
    """An address as it stands in the brief."""

    kind: str
    """mail, web, handle, phone or street"""
    text: str
    lead: str
    """The words that led to it: "order at"."""


def find_contacts(text: str) -> tuple[list[Contact], str]:
    """The contacts, and the text without the phrases that held them."""
    found: list[Contact] = []

    def take(match: re.Match[str], kind: str) -> str:
        hit = match["text"].rstrip(".,;:!?)")
        if kind == "phone" and sum(c.isdigit() for c in hit) < _PHONE_DIGITS:
            return match[0]
        found.append(Contact(kind, hit, match["lead"].strip(" :,")))
        return " | "

    for kind, pattern in _PATTERNS.items():
        text = pattern.sub(lambda match, kind=kind: take(match, kind), text)
    return found, text


def address(contacts: list[Contact]) -> str | None:
    """The one address to show: web, telephone, street, handle, mail, in this order."""
    ranked = sorted(contacts, key=lambda contact: ("web", "phone", "street", "handle", "mail").index(contact.kind))
    if not ranked:
        return None
    address = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", ranked[0].text)
    if len(address) > _LONGEST and ranked[0].kind == "web":
        address = address.partition("/")[0]
    return address if len(address) <= _LONGEST else None
