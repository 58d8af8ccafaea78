"""What a recommendation refers to: articles, resolutions, decisions, documents, items, paragraphs, others like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.index.model import ReferenceKind
from wgtip_parse.words import Words

DIGIT = re.compile(r"[0-9]")
ITEMS = re.compile(r" ?\([a-z]{1,4}\).*")
LONGEST_BODY = 32  # characters
KINDS: dict[str | None, ReferenceKind] = {
    "article": "article",
    "paragraph": "paragraph",
    "agenda_item": "agenda_item",
    "recommendation": "recommendation",
}
RESOLUTION, DECISION = "RES", "DEC"  # in a document symbol

Found = tuple[ReferenceKind, str, int, int]


def find(text: str, known: Words) -> Iterator[Found]:
    """Each reference: its kind, its target in one form, and where the words stand; a list gives several targets."""
    if not DIGIT.search(text):
        return
    for match in known.reference.finditer(text):
        if match["adopted"]:
            yield from _adopted(match, known)
        elif match["counted"]:
            yield from _counted(match, known)
        elif symbol := symbols.parse(match["symbol"]):
            yield _kind_of(symbol), str(symbol), *match.span()


def _adopted(match: re.Match[str], known: Words) -> Iterator[Found]:
    told = known.told("adopted_kinds", match["adopted"])
    kind: ReferenceKind = "resolution" if told == "resolution" else "decision"
    body = known.adopting_organ.search(match.string, max(0, match.start() - LONGEST_BODY), match.start())
    behind = None if body else known.adopted_by.match(match.string, match.end())
    organ = body[0].strip() if body else behind["organ"] if behind else None
    start, end = (body or match).start(), (behind or match).end()
    for number in known.adopted_number.findall(match["numbers"]):
        yield kind, _target(kind, organ, number, known), start, end


def _target(kind: str, body: str | None, number: str, known: Words) -> str:
    """The symbol of what an organ has adopted; where the organ is not said or not known, the words."""
    noun = known.table("singular")[kind]
    if body is None:
        return f"{noun} {number}"
    by_year = known.told("organs_by_year", body) if number.endswith(")") else None
    stem = by_year or known.told("organs", body)
    if stem is None:
        return f"{body} {noun} {number}"
    return f"{stem}/{RESOLUTION if kind == 'resolution' else DECISION}/{number}"


def _counted(match: re.Match[str], known: Words) -> Iterator[Found]:
    kind = KINDS[known.told("counted_kinds", match["counted"])]
    suffix = (match["paragraph"] or "").rstrip(",") + (f", {match['instrument']}" if match["instrument"] else "")
    last = ""
    for entry in known.one_of_them.finditer(match["list"]):
        if entry["item"]:
            number = f"{ITEMS.sub('', last)} {entry['item']}"
        else:
            number = f"{entry['from']}-{entry['to']}" if entry["to"] else entry["from"]
        last = number
        noun = known.table("plural" if entry["to"] else "singular")[kind]
        yield kind, f"{noun} {number}{suffix}", *match.span()


def _kind_of(symbol: symbols.Symbol) -> ReferenceKind:
    parts = symbol.stem.split("/")
    if RESOLUTION in parts:
        return "resolution"
    return "decision" if DECISION in parts else "document"
