"""A brief in another language than English, read."""

import re

from adgen_app.domain.brief import Brief
from adgen_app.planning.contact import address, find_contacts
from adgen_app.planning.languages.phrases import LINE, first_up, lines, phrases, sentences, shared_out
from adgen_app.planning.languages.tongue import Tongue
from adgen_app.planning.lexicon import GENERAL, Trade, trades, word_pattern
from adgen_app.planning.quotes import find_quote
from adgen_app.planning.reading import Pain, Reading
from adgen_app.planning.signs import without_signs
from adgen_app.planning.widths import width

_QUOTED = re.compile(
    r"[\"\u201c\u201e\u00ab\u300c\u300e]\s*([^\"\u201c\u201d\u201e\u00ab\u00bb\u300c-\u300f]{2,30}?)"
    r"\s*[\"\u201d\u201c\u00bb\u300d\u300f]"
)
_DOER = re.compile(r"(?P<name>[^\W\d_a-zà-ÿ][\w'&-]+) (?P<verb>[a-zà-ÿ]+) (?P<after>\w+)")
_YOURS = frozenset(
    {"vos", "votre", "tus", "tu", "sus", "su", "seu", "sua", "seus", "suas", "tuo", "tua", "tuoi", "tue"}
)
_SPEAKERS = frozenset({"nous", "je", "on", "yo", "nosotros", "noi", "io", "nós", "eu", "wij", "we", "ik"})
_SINCE = re.compile(r"^(?:seit|depuis|desde|dal|sinds|since) (?:\d{4}|\d+ \w+) ", re.IGNORECASE)
_NAME_WIDTH = 34
_NAME_MOST = 60
_NOUN_WORDS = 5
_ENDS = 5
"""Letters from which on a word is found at the end of longer ones: not "eis" in "Preis"."""
_MONEY = (
    r"[$\u20ac\u00a3\u00a5\u20b9\u20a9]\s?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)"
    r"*\s?[\u20ac\u00a3\u00a5\u20b9\u20a9\u5143\u5186\uc6d0]|\d+ ?[%\uff05\u066a]"
)
_LONGEST_ASK = 26
_STOP = re.compile(
    r"(?:[!?;|\u3001\u3002\uff01\uff1f\uff1b\uff0c\u060c\u061b\u061f\u0964]|[.,:\uff1a](?!\d)|\s[-\u2013\u2014]\s)\s*"
)
"""Between phrases, in any script."""


def read(brief: Brief, tongue: Tongue) -> Reading:
    """Take a brief apart by what is known of its language."""
    quote, text = find_quote(brief.prompt)
    contacts, text = find_contacts(without_signs(text))
    asked, text = _asked(text, tongue)
    offers, text = _offers(text, tongue)
    pains, text = _pains(text, tongue)
    questions = tuple(
        match[0].strip()
        for match in re.finditer(r"[\u00bf]?[^.!?|\u3002\uff01\uff1f\u061f]{5,50}[?\uff1f\u061f]", text)
    )
    for question in questions:
        text = text.replace(question, " | ")
    name, noun, features, audience = _parts(text, tongue)
    given = brief.product_name or name
    return Reading(
        language=tongue.code,
        name=given or first_up(noun) or _first_words(brief.prompt, tongue),
        named=bool(given),
        noun=noun,
        trade=_trade(f"{noun} {brief.prompt}".lower(), tongue),
        features=tuple(features),
        questions=questions,
        pains=pains,
        audience=brief.audience if brief.audience and width(brief.audience) <= _NAME_WIDTH else audience,
        offers=(*shared_out(brief.offer, tongue.words)[:1], *offers) if brief.offer else offers,
        quote=quote,
        call_to_action=brief.call_to_action or asked,
        address=address(contacts),
    )


def _asked(text: str, tongue: Tongue) -> tuple[str | None, str]:
    for pattern in tongue.words.asks:
        match = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)
        if match and len(match[0]) <= _LONGEST_ASK:
            return first_up(match[0].strip()), f"{text[: match.start()]} | {text[match.end() :]}"
    return None, text


def _offers(text: str, tongue: Tongue) -> tuple[tuple[str, ...], str]:
    found: list[str] = []
    for pattern in tongue.words.offers:
        whole = re.compile(rf"(?<![\w.,])(?:{pattern})(?!\w)", re.IGNORECASE)
        while (match := whole.search(text)) and match[0].strip():
            start, end = _phrase(text, match, tongue)
            found.append(first_up(text[start:end].strip(" .,\u0964")))
            text = f"{text[:start]} | {text[end:]}"
    return tuple(found), text


def _phrase(text: str, offer: re.Match[str], tongue: Tongue) -> tuple[int, int]:
    """Where the phrase begins and ends that an offer stands in; the offer alone if that is no line of its own."""
    start = max((stop.end() for stop in _STOP.finditer(text, 0, offer.start() + 1)), default=0)
    after = _STOP.search(text, offer.end())
    end = after.start() if after else len(text)
    phrase = text[start:end].strip()
    small = tongue.words.breaks | tongue.words.danglers | tongue.words.people
    alone = phrase.partition(" ")[0].lower() not in small or start == offer.start()
    return (start, end) if start and alone and width(phrase) <= LINE else offer.span()


def _pains(text: str, tongue: Tongue) -> tuple[tuple[Pain, ...], str]:
    if not tongue.words.tired:
        return (), text
    stops = "|".join(map(re.escape, tongue.words.breaks | {tongue.words.and_}))
    pattern = re.compile(
        (
            rf"{word_pattern(tongue.words.tired).pattern} (?P<thing>[^.,;:!?|]{{3,30}}?)(?=\s*(?:[.,;:!?|]|$|"
            rf"\b(?:{stops})\b))"
        ),
        re.IGNORECASE,
    )
    found: list[Pain] = []
    for match in pattern.finditer(text):
        thing, again = match["thing"].strip(), tongue.templates["again"]
        relief = "" if match[0].lower().startswith(tongue.words.weary) else first_up(match[0].strip())
        found.append(Pain(first_up(thing), again.format(thing=thing), relief))
    return tuple(found), pattern.sub(" | ", text)


def _parts(text: str, tongue: Tongue) -> tuple[str | None, str, list[str], str | None]:
    """Name, noun, features, audience."""
    name, text = _name(text, tongue)
    noun, audience, features = "", None, list[str]()
    for sentence in sentences(text):
        found = phrases(_bare(sentence, tongue) if not noun else sentence, tongue.words, lead=not noun)
        if not noun and found:
            noun, rest = _noun(found[0], tongue)
            found = [rest, *found[1:]]
        for phrase in found:
            if audience is None and (whom := _whom(phrase, tongue)):
                audience = whom
            else:
                features.extend(line for line in lines(phrase, tongue.words) if line not in features)
    return name, noun, features, audience


def _name(text: str, tongue: Tongue) -> tuple[str | None, str]:
    """A name in quotation marks, after "called", or before "is a"."""
    grammar = tongue.words
    if match := _QUOTED.search(text):
        return match[1], f"{text[: match.start()]}{text[match.end() :]}"
    if grammar.named:
        called = rf"{word_pattern(grammar.named).pattern} (\w[\w'&-]*(?: [A-Z][\w'&-]*)*)"
        if match := re.search(called, text, re.IGNORECASE):
            return first_up(match[1]), f"{text[: match.start()].rstrip(' ,')} , {text[match.end() :].lstrip(' ,')}"
    if grammar.copula:
        is_a = (
            rf"^([A-Z][\w'&-]*(?: [A-Z][\w'&-]*){{0,2}}) (?:{'|'.join(grammar.copula)}) (?=(?:{'|'.join(grammar.a)})\b)"
        )
        match = re.match(is_a, text)
        if match and match[1].split()[0].lower() not in grammar.articles | grammar.people:
            return match[1], text[match.end() :]
    return _doer(text, tongue)


def _doer(text: str, tongue: Tongue) -> tuple[str | None, str]:
    """A lone capital that does something to something, where nouns have none: "Réunix résume vos appels"."""
    match = _DOER.match(text.lstrip(" |"))
    small = tongue.words.articles | tongue.words.breaks | tongue.words.people | _SPEAKERS
    if tongue.words.verb_last or not match or match["after"].lower() not in tongue.words.articles | _YOURS:
        return None, text
    known = small | frozenset(tongue.trade_words) | frozenset(tongue.words.sell)
    if match["name"].lower() in known or match["verb"] in small:
        return None, text
    return match["name"], text.lstrip(" |")[match.start("verb") :]


def _bare(sentence: str, tongue: Tongue) -> str:
    """Without "I sell", without articles."""
    grammar = tongue.words
    for beginning in sorted(grammar.sell, key=len, reverse=True):
        if re.match(rf"{re.escape(beginning)}\b", sentence, re.IGNORECASE):
            sentence = sentence[len(beginning) :].strip()
            break
    since = _SINCE.match(sentence)
    tokens = sentence[since.end() if since else 0 :].split()
    while len(tokens) > 1 and tokens[0].lower() in grammar.articles:
        tokens = tokens[1:]
    return " ".join(tokens) + (f", {since[0].strip()}" if since else "")


def _noun(phrase: str, tongue: Tongue) -> tuple[str, str]:
    """What is sold, with the town that follows it; then the rest."""
    grammar, tokens = tongue.words, phrase.split()
    stops = grammar.verbs | grammar.breaks
    end = next(
        (i for i, token in enumerate(tokens) if i and (token.lower() in stops or token[:1].isdigit())), len(tokens)
    )
    end = min(end, _NOUN_WORDS) if grammar.breaks else end
    while end > 1 and tokens[end - 1].lower() in grammar.danglers:
        end -= 1
    noun, rest = tokens[:end], tokens[end:]
    if (
        len(rest) > 1
        and rest[0].lower() in grammar.places
        and rest[1][:1].isupper()
        and width(" ".join([*noun, *rest[:2]])) <= _NAME_WIDTH
    ):
        noun, rest = [*noun, *rest[:2]], rest[2:]
    text = " ".join(noun)
    if width(text) > _NAME_WIDTH and (parts := shared_out(text, grammar)):
        kept = parts[0].split(" ")
        while len(kept) > 1 and kept[-1].lower() in grammar.danglers:
            kept = kept[:-1]
        return " ".join(kept), f"{text[len(' '.join(kept)) :]} {' '.join(rest)}".strip()
    return text[:_NAME_MOST].strip(), " ".join(rest)


def _whom(phrase: str, tongue: Tongue) -> str | None:
    first, _, rest = phrase.partition(" ")
    tokens = rest.lower().split()
    if (
        first.lower() == tongue.words.for_
        and tokens
        and width(rest) <= _NAME_WIDTH
        and any(token in tongue.words.people for token in tokens)
    ):
        return rest
    return None


def _trade(text: str, tongue: Tongue) -> Trade:
    counts = {name: _mentions(row.words, text, tongue) for name, row in tongue.category.items()}
    best = max(counts, key=lambda name: counts[name], default=GENERAL)
    return trades()[best if counts.get(best) else GENERAL]


def _mentions(words: tuple[str, ...], text: str, tongue: Tongue) -> int:
    """How often what is sold is named, the longest words first."""
    if not tongue.stems:
        ends = [word for word in words if tongue.compounds and len(word) >= _ENDS]
        within = re.findall(rf"\w(?:{'|'.join(map(re.escape, ends))})(?!\w)", text) if ends else []
        return len(word_pattern(words).findall(text)) + len(within)
    ranked = sorted(words, key=len, reverse=True)
    return len(re.findall("|".join(re.escape(word.lower()) for word in ranked), text))


def _first_words(prompt: str, tongue: Tongue) -> str:
    return first_up((shared_out(prompt, tongue.words) or [prompt[:_NAME_WIDTH]])[0][:_NAME_WIDTH].strip())
