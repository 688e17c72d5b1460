"""An English brief, read."""

import re

from adgen_app.domain.brief import Brief
from adgen_app.planning.contact import address, find_contacts
from adgen_app.planning.english.asking import ask_from, asked_for
from adgen_app.planning.english.clauses import clauses, sentences
from adgen_app.planning.english.cleaning import clean
from adgen_app.planning.english.cutter import Clause
from adgen_app.planning.english.directions import without_directions
from adgen_app.planning.english.grammar import is_base_verb, is_gerund, singular
from adgen_app.planning.english.headlines import headlines, sentence
from adgen_app.planning.english.identity import Identity, identify
from adgen_app.planning.english.names import introduced, is_place_alone
from adgen_app.planning.english.offers import find_offers
from adgen_app.planning.english.openings import find_opening, is_ours
from adgen_app.planning.english.owners import WAY, owned
from adgen_app.planning.english.pains import find_pains
from adgen_app.planning.english.sorting import Sorted, sort_clauses
from adgen_app.planning.english.things import noun_phrase, worded
from adgen_app.planning.lexicon import words
from adgen_app.planning.numbers import find_number
from adgen_app.planning.quotes import find_quote
from adgen_app.planning.reading import Reading
from adgen_app.planning.trade import topic_of, trade_of

_NAME_LETTERS = 40
_LONGEST_AUDIENCE = 40
_LONGEST_OFFER = 60
_FIRST_PHRASE = 24
_TOOL = re.compile(
    r"\bwith (?:our |an? |the )?((?:[a-z-]+ ){1,3}(?:software|app|platform|tool|service))\b", re.IGNORECASE
)
_SAVED_ON = re.compile(r"^save .*\bon (?:your |all )?((?:[a-z]+ ){0,2}[a-z]+)$", re.IGNORECASE)
_NEWS = re.compile(
    r"(?:grand |re-?)?opening(?: day| soon)?$|(?:now|coming|just|soon)(?: re)?(?: open(?:ed)?)?$|(?:big |great )?news$",
    re.IGNORECASE,
)
"""A sentence that says that something is new, not what."""
_BOAST = re.compile(r"^the .{5,34} ever(?: need)?$", re.IGNORECASE)
_NAME_MOST = 60
_WITH_MORE = 36
_WANTED = re.compile(
    r"^(?:looking for|need|want|searching for|in need of) (?:(?:an?|the|some) )?(.+)\?$", re.IGNORECASE
)
_OPEN_ENDED = re.compile(r"(?:that )?you(?:'ll|'d| can| will)(?: [a-z]+){1,4}? (?P<deed>[a-z]+)(?=,|$)")
_NEW = re.compile(
    r"^\W*(?:our |my |a |the )?(?:brand[- ])?new\b|\b(?:just opened|now open|opening|grand opening)\b", re.IGNORECASE
)
_CHANGE = re.compile(
    (
        r"\b(?:transform\w*|becom(?:e|ing)|learn|learning|los(?:e|ing) weight|weight loss|makeovers?|reinvent\w*|"
        r"get fit|get in shape|master(?:ing)?|dream (?:home|body|job|garden)"
        r"|before and after|new you|renovat\w*|restor(?:e|es|ing|ation)|level up|career change|glow-?up|confidence|"
        r"fluent(?:ly)?)\b"
    ),
    re.IGNORECASE,
)


def read(brief: Brief) -> Reading:
    """Take an English brief apart."""
    quote, text = find_quote(brief.prompt)
    contacts, text = find_contacts(text)
    directed = without_directions(clean(text))
    labelled = directed.labelled
    asked, text = asked_for(introduced(directed.text))
    offers, text = find_offers(text)
    pains = find_pains(text)
    wanted = next((match[1] for question in pains.questions if (match := _WANTED.match(question))), "")
    opening = find_opening(pains.text)
    identity, found = _read_sentences(opening.rest, worded(noun_phrase(owned(wanted or opening.about)[0])[0]))
    noun = identity.noun or _tool(text) or _saved_on(offers)
    trade = trade_of(noun, brief.prompt)
    given = brief.product_name or labelled.get("name") or identity.name
    name = (
        given
        or _plain_name(noun, found, topic_of(trade, brief.prompt))
        or _any_words(brief.prompt, found, opening.lines)
    )
    asked = asked if asked != name else None
    lead = next((ask for contact in contacts if (ask := ask_from(contact.lead))), None)
    own = _own_offer(brief.offer or labelled.get("offer"))
    offered, extra = (tuple(own), tuple(map(sentence, offers))) if own else (tuple(map(sentence, offers)), ())
    return Reading(
        language="en",
        name=_shortened(name),
        named=bool(given),
        noun=noun,
        trade=trade,
        features=(*found.features, *extra),
        questions=(*pains.questions, *opening.lines),
        pains=(*pains.pains, *found.pains),
        change=_change(brief.prompt),
        audience=_audience(brief.audience or labelled.get("audience")) or found.audience,
        use=found.use,
        new=_NEW.search(text) is not None,
        where=found.where,
        offers=offered,
        number=find_number(found.features),
        quote=quote,
        call_to_action=brief.call_to_action
        or labelled.get("call_to_action")
        or asked
        or lead
        or _at_market(brief.prompt),
        address=address(contacts),
    )


def _at_market(prompt: str) -> str | None:
    """Where a marketplace sells it, that is where to go."""
    return "Shop on Etsy" if re.search(r"\betsy\b", prompt, re.IGNORECASE) else None


def _read_sentences(text: str, wanted: str) -> tuple[Identity, Sorted]:
    """Who, what, and the rest of all sentences sorted; `wanted` is what the brief asks for in a question."""
    who, what = None, wanted
    phrases: list[Clause] = []
    where, parts = None, sentences(text)
    for part in parts:
        rest, lead = part, False
        if what and part is parts[-1] and is_place_alone(part):
            where = f"in {part}"
            continue
        if (who is None or not what) and not _NEWS.match(part):
            identity = identify(part)
            answers = what == wanted and not phrases and identity.noun not in words().generic and not is_ours(part)
            if identity.name or not what or (answers and identity.noun):
                tells = answers or (identity.name and who is None)
                what = (identity.noun or what) if tells else (what or identity.noun)
                who = who or identity.name
                rest, lead = _closed(identity.rest, identity.noun), bool(identity.name or identity.noun)
        for piece in rest.split(" | "):
            phrases.extend(clauses(piece, lead=lead))
    found = sort_clauses(phrases)
    found.where = found.where or where
    found.features[:0] = [sentence(part) for part in parts if _BOAST.match(part)]
    return Identity(who, what, ""), found


def _closed(rest: str, noun: str) -> str:
    """What is said of the thing without naming it is closed: "hearing aids you can hardly see", see them."""
    match = _OPEN_ENDED.match(rest)
    if not noun or not match or not (is_base_verb(match["deed"]) or is_gerund(match["deed"])):
        return rest
    many = noun.endswith("s") and not noun.endswith("ss")
    return f"{match[0]} {'them' if many else 'it'}{rest[match.end() :]}"


def _plain_name(noun: str, found: Sorted, topic: str) -> str:
    """What the thing is, written as a name; with its place or people if that says more: "Plumber in Leeds"."""
    name = " ".join(_capital(token) for token in noun.split())
    if not name:
        return ""
    if found.where and found.where.startswith(("in ", "around ", "near ")) and any(c.isupper() for c in found.where):
        return _with(name, found.where)
    if noun.lower() in words().generic or (" " not in noun and not noun.isupper()):
        if more := found.audience or found.use:
            return _with(name, "for " + " ".join(_capital(token) for token in more.split()))
        if topic and noun.lower() in words().generic:
            return f"{_capital(singular(topic))} {name}"
    return name


def _with(name: str, more: str) -> str:
    return f"{name} {more}" if len(name) + len(more) < _WITH_MORE else name


def _capital(token: str) -> str:
    small = token in words().prepositions | words().connectors | words().articles | {"of"}
    return (
        token
        if small or any(c.isupper() for c in token)
        else "-".join(part[:1].upper() + part[1:] for part in token.split("-"))
    )


def _any_words(prompt: str, found: Sorted, told: tuple[str, ...]) -> str:
    """For a brief without a readable thing: the name of its address, or its first words or promise."""
    if host := re.match(r"(?:https?://)?(?:www\.)?([\w-]+)\.\w\S*$", prompt):
        return sentence(host[1])
    opening = headlines(WAY.sub("", sentences(prompt)[0]), _FIRST_PHRASE)[:1] if sentences(prompt) else []
    promises = [
        line
        for feature in found.features
        if feature.split()[0].lower() not in words().prepositions
        for line in headlines(feature, _NAME_LETTERS, _NAME_LETTERS)[:1]
    ]
    fresh = [line for line in (*opening, *promises) if f"{line}?" not in prompt and line not in told]
    phrases = [line for line in fresh if len(line) <= _NAME_LETTERS and line[:1].isalpha()]
    if phrases:
        return next((line for line in phrases if len(line) <= _FIRST_PHRASE), phrases[0])
    return sentence(_shortened(" ".join(prompt.split()[:4])))


def _tool(text: str) -> str:
    """What it is done with: "with smart inventory software"."""
    match = _TOOL.search(text)
    return worded(match[1]) if match else ""


def _saved_on(offers: list[str]) -> str:
    """What an offer saves on: "Save up to $600 a year on car insurance"."""
    match = next((match for offer in offers if (match := _SAVED_ON.search(offer))), None)
    return worded(match[1]) if match else ""


def _shortened(name: str) -> str:
    """At most a line, cut between words if there is a place to cut."""
    if len(name) <= _NAME_LETTERS:
        return name
    return name[: _NAME_LETTERS + 1].rsplit(" ", 1)[0][:_NAME_MOST]


def _change(text: str) -> str | None:
    match = _CHANGE.search(text)
    return match[0] if match else None


def _audience(told: str | None) -> str | None:
    """The audience as the user gave it, if it is short enough to be called by."""
    if not told:
        return None
    whom = re.split(r"[,;.(]", told)[0].strip()
    whom = re.sub(r"^(?:for )?(?:the |all )?", "", whom)
    return whom if 0 < len(whom) <= _LONGEST_AUDIENCE else None


def _own_offer(told: str | None) -> list[str]:
    """The offer as the user gave it; a long one as its phrases."""
    if not told:
        return []
    return [told] if len(told) <= _LONGEST_OFFER else headlines(told) or [told[:_LONGEST_OFFER].rsplit(" ", 1)[0]]
