"""Languages: which documents are one in several languages, and which of their recommendations are the same.

Documents of one symbol in different languages are one document. The English one speaks for all, or else the one in the
first of the languages in the order in which the United Nations names them; recommendations of the others are the same
where they have the same number, written in any script, or stand at the same place where none has a number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wgtip_parse import alphabets
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.documents import Document, document_of
from wgtip_parse.index.entry import ReportEntry
from wgtip_parse.index.extraction import whole_text
from wgtip_parse.index.model import InLanguage, Recommendation

ORDER = ("en", "fr", "es", "ru", "zh", "ar")
PART = re.compile(r"[^\W_]+")
MOST_NAMED = 3  # recommendations without an equal that are named, of more their number is told

Found = tuple[str, Diagnostic]


class Linked(NamedTuple):
    """The entries with the other languages of their recommendations, and what has no equal, by document."""

    entries: tuple[ReportEntry, ...]
    findings: tuple[Found, ...]


def linked(entries: Sequence[ReportEntry]) -> Linked:
    """Each document of several languages as one entry; of the others stays what has no equal in it."""
    replaced: dict[int, ReportEntry] = {}
    findings: list[Found] = []
    for first, *others in _groups(entries):
        speaker = entries[first]
        for at in others:
            pairs = _pairs(speaker.recommendations, entries[at].recommendations)
            speaker = _with(speaker, entries[at], pairs)
            alone = tuple(each for place, each in enumerate(entries[at].recommendations) if place not in pairs.values())
            replaced[at] = entries[at].model_copy(update={"recommendations": alone, "deliberations": ()})
            if alone:
                findings.append((entries[at].source.name, _alone(alone, speaker)))
        replaced[first] = speaker
    return Linked(tuple(replaced.get(at, each) for at, each in enumerate(entries)), tuple(findings))


def not_linked(entries: Sequence[ReportEntry]) -> Iterator[Found]:
    """What is said of documents in several languages that are not to be linked."""
    for first, *others in _groups(entries):
        for at in others:
            symbol, name = entries[at].masthead.symbol, entries[first].source.name
            message = f"{symbol} is also {name} in another language: they are not linked"
            yield entries[at].source.name, Diagnostic("C956", Severity.WARNING, message, (0, 0), "add --languages")


def _groups(entries: Sequence[ReportEntry]) -> Iterator[list[int]]:
    """The documents of one symbol, the first of each language, in the order of the languages."""
    by_symbol: dict[str, dict[str, int]] = defaultdict(dict)
    for at, each in enumerate(entries):
        document = _document(each)
        if document.symbol:
            by_symbol[str(document.symbol)].setdefault(document.language, at)
    for found in by_symbol.values():
        if len(found) > 1:
            yield [found[language] for language in sorted(found, key=_rank)]


def _rank(language: str) -> tuple[int, str]:
    return (ORDER.index(language) if language in ORDER else len(ORDER), language)


def _document(entry: ReportEntry) -> Document:
    return document_of(entry.source, entry.masthead)


def _pairs(ours: Sequence[Recommendation], theirs: Sequence[Recommendation]) -> dict[int, int]:
    """By the place of a recommendation that of its equal: each is taken once, in order."""
    free = list(range(len(theirs)))
    found: dict[int, int] = {}
    for place, each in enumerate(ours):
        equal = next((at for at in free if _same_number(each, theirs[at])), None) if each.number else None
        if equal is not None:
            found[place] = equal
            free.remove(equal)
    without = [place for place, each in enumerate(ours) if each.number is None]
    others = [at for at in free if theirs[at].number is None]
    if len(without) == len(others):
        found |= dict(zip(without, others, strict=True))
    return found


def _same_number(one: Recommendation, other: Recommendation) -> bool:
    if other.number is None or (one.basis == "label") != (other.basis == "label"):
        return False
    parts, others = (PART.findall(alphabets.plain(each)) for each in (one.number or "", other.number))
    return len(parts) == len(others) and all(map(_same_part, parts, others))


def _same_part(one: str, other: str) -> bool:
    return one == other or bool(alphabets.places(one) & alphabets.places(other))


def _with(speaker: ReportEntry, other: ReportEntry, pairs: dict[int, int]) -> ReportEntry:
    recommendations = [
        each.model_copy(update={"languages": (*each.languages, _in_language(other.recommendations[pairs[place]]))})
        if place in pairs
        else each
        for place, each in enumerate(speaker.recommendations)
    ]
    return speaker.model_copy(update={"recommendations": tuple(recommendations)})


def _in_language(each: Recommendation) -> InLanguage:
    return InLanguage(
        language=each.language,
        number=each.number,
        text=" ".join(filter(None, (each.stem, whole_text(each.text, each.subparagraphs, each.closing)))),
        name=each.source.name,
        span=each.source.span,
        line=each.source.line,
    )


def _alone(alone: Sequence[Recommendation], speaker: ReportEntry) -> Diagnostic:
    numbers = [each.number or "without a number" for each in alone[:MOST_NAMED]]
    more = f" and {len(alone) - MOST_NAMED} more" if len(alone) > MOST_NAMED else ""
    message = f"no equal in {speaker.source.name} of recommendation {', '.join(numbers)}{more}"
    return Diagnostic("C957", Severity.WARNING, message, alone[0].source.span)
