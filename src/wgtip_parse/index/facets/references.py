"""What a recommendation refers to: articles, resolutions, decisions, documents, items, paragraphs, others like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.index.model import ReferenceKind

ITEM = r"\([a-z]{1,4}\)"
LETTER = r"(?: [b-z]\b| a(?= of\b))"  # "Article 73 e of the Charter"
NUMBER = rf"[0-9]+(?:\.[0-9]+)?(?: (?:bis|ter))?{LETTER}?(?: ?{ITEM})*"
TO = r" ?(?:–|-| to ) ?"
LISTED = rf"{NUMBER}(?:(?:{TO}|,? and |,? or |, ){NUMBER}(?![\w/])|(?:{TO}|,? and |,? or |, ){ITEM})*"
ADOPTED = r"[0-9]+/[0-9]+(?: ?[A-Z]\b)?|[0-9]+ \((?:[IVXLC-]+|[0-9]{4})\)"
BODIES = {  # how an organ is named before "resolution": the symbol of its resolutions
    "General Assembly": "A",
    "Assembly": "A",
    "Security Council": "S",
    "Economic and Social Council": "E",
    "Human Rights Council": "A/HRC",
}
BODY = re.compile(rf"\b(?:{'|'.join(BODIES)}|Council|Conference|Commission|Committee|Board) $")
INSTRUMENT = (
    r"(?:,? (?:of|to) the (?P<instrument>"
    r"(?:(?:United Nations|International|Organized Crime|Trafficking in Persons|Optional|Rome|Firearms|Migrants) )*"
    r"(?:Convention|Covenant|Protocol|Charter|Statute|Declaration|Treaty|Agreement)"
    r"(?:(?: (?:of|on|against|to|in|for|the|and))* [A-Z][\w’-]+)*))?"
)
REFERENCE = re.compile(
    r"\b(?=[A-Zadpr])(?:(?:(?P<adopted>[Rr]esolution|[Dd]ecision)s?"
    rf" (?P<numbers>(?:{ADOPTED})(?:(?:,? and |,? or |, )(?:{ADOPTED}))*))"
    rf"|(?P<counted>[Aa]rticles?|[Aa]rts?\.|[Pp]aragraphs?|[Pp]aras?\.|[Aa]genda items?|[Rr]ecommendations?)"
    rf" (?P<list>{LISTED})(?P<paragraph>, paragraphs? {LISTED},?)?{INSTRUMENT}"
    r"|(?P<symbol>[A-Z][A-Z0-9]*(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+(?: \((?:Part|Sect|Plan|Vol|Suppl|Prog)[^()]*\))?))"
)
DIGIT = re.compile(r"[0-9]")
LONGEST_BODY = 32  # characters
KINDS: dict[str, ReferenceKind] = {
    "art": "article",
    "par": "paragraph",
    "age": "agenda_item",
    "rec": "recommendation",
}
NOUNS = {
    "article": "article",
    "paragraph": "paragraph",
    "agenda_item": "agenda item",
    "recommendation": "recommendation",
}
ENTRY = re.compile(rf"(?P<from>{NUMBER})(?:{TO}(?P<to>{NUMBER}|{ITEM}))?|(?P<item>{ITEM})")
ITEMS = re.compile(rf" ?{ITEM}.*")

Found = tuple[ReferenceKind, str, int, int]


def find(text: str) -> Iterator[Found]:
    """Each reference: its kind, its target in one form, and where the words stand; a list gives several targets."""
    if not DIGIT.search(text):
        return
    for match in REFERENCE.finditer(text):
        if match["adopted"]:
            yield from _adopted(match)
        elif match["counted"]:
            yield from _counted(match)
        elif symbol := symbols.parse(match["symbol"]):
            yield _kind_of(symbol), str(symbol), *match.span()


def _adopted(match: re.Match[str]) -> Iterator[Found]:
    kind: ReferenceKind = "resolution" if match["adopted"].lower() == "resolution" else "decision"
    body = BODY.search(match.string, max(0, match.start() - LONGEST_BODY), match.start())
    for number in re.findall(ADOPTED, match["numbers"]):
        yield (
            kind,
            _target(kind, body[0].strip() if body else None, number),
            body.start() if body else match.start(),
            match.end(),
        )


def _target(kind: str, body: str | None, number: str) -> str:
    """The symbol of what an organ has adopted; where the organ is not said or not known, the words."""
    if body == "Council" and number.endswith(")"):
        body = "Security Council"  # the only council that numbers by year
    stem = BODIES.get(body or "")
    if stem is None:
        return f"{body} {kind} {number}" if body else f"{kind} {number}"
    return f"{stem}/{'RES' if kind == 'resolution' else 'DEC'}/{number}"


def _counted(match: re.Match[str]) -> Iterator[Found]:
    kind = KINDS[match["counted"][:3].lower()]
    suffix = (match["paragraph"] or "").rstrip(",") + (f", {match['instrument']}" if match["instrument"] else "")
    last = ""
    for entry in ENTRY.finditer(match["list"]):
        if entry["item"]:
            number = f"{ITEMS.sub('', last)} {entry['item']}"
        else:
            number = f"{entry['from']}-{entry['to']}" if entry["to"] else entry["from"]
        last = number
        noun = f"{NOUNS[kind]}s" if entry["to"] else NOUNS[kind]
        yield kind, f"{noun} {number}{suffix}", *match.span()


def _kind_of(symbol: symbols.Symbol) -> ReferenceKind:
    if "RES" in symbol.stem.split("/"):
        return "resolution"
    return "decision" if "DEC" in symbol.stem.split("/") else "document"
