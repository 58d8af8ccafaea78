"""Marks in a text draft, which switch codes off for the paragraph that they stand above, and say why.

A mark is a line of its own: `<!-- wgtip: ignore N603, W705: quoted from the table -->`. The parser takes it for page
furniture, so that it is in no tree and no index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wgtip_parse.compiler.checking import Checked
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.model import Span, Subparagraph
from wgtip_parse.rules import KNOWN, RULES, Draft, MeetingRule, Notice, Rule

UNREADABLE, WITHOUT_REASON, UNUSED = KNOWN["C961"], KNOWN["C960"], KNOWN["C959"]
OF_MEETINGS = frozenset(rule.code for rule in RULES if isinstance(rule, MeetingRule))
NOT_SET_APART = "T005"
EXAMPLE = "<!-- wgtip: ignore N603: quoted from the table -->"

_MARK = re.compile(r"^[^\S\n]*(<!--[^\S\n]*wgtip\b[^\n]*-->)[^\S\n]*$", re.MULTILINE)
_WORDS = re.compile(r"<!--\s*wgtip:\s*ignore\s+(?P<codes>\w+(?:\s*,\s*\w+)*)\s*(?::\s*(?P<reason>.*?))?\s*-->")


class Mark(NamedTuple):
    """A mark: where it stands, what it switches off, how far it reaches, and why."""

    span: Span
    codes: tuple[str, ...]
    reach: Span
    reason: str


def silence(checked: Iterable[Checked]) -> list[Checked]:
    """The documents without what their marks switch off, and with what is wrong with the marks."""
    return [_silenced(each) if _has_marks(each.draft) else each for each in checked]


def _has_marks(draft: Draft) -> bool:
    return (
        draft.source.format == "text" and "wgtip" in draft.source.text and _MARK.search(draft.source.text) is not None
    )


def _silenced(checked: Checked) -> Checked:
    places = [match.span(1) for match in _MARK.finditer(checked.draft.source.text)]
    marks = [mark for span in places if (mark := _read(checked.draft, span)) is not None]
    text = checked.draft.source.text
    spoken = [each for each in checked.diagnostics if not any(_is_of_mark(each, text, span) for span in places)]
    left = [each for each in spoken if not any(_silences(mark, each) for mark in marks)]
    complaints = (each for each in _complaints(checked, places, marks, spoken) if checked.choice.takes(each.code))
    return checked._replace(diagnostics=(*left, *complaints))


def _complaints(
    checked: Checked, places: Iterable[Span], marks: Iterable[Mark], found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """What is wrong with marks: they are not understood, give no reason, or have nothing to switch off."""
    of_place = {mark.span: mark for mark in marks}
    for span in places:
        mark = of_place.get(span)
        if mark is None:
            yield _finding(UNREADABLE, span, "a mark that is not understood", f"write it as {EXAMPLE}")
            continue
        if not mark.reason:
            yield _finding(WITHOUT_REASON, span, "no reason for the mark", "write it behind a colon")
        used = {each.code for each in found if _silences(mark, each)}
        for code in mark.codes:
            if code not in used | OF_MEETINGS and checked.choice.takes(code):
                yield _finding(UNUSED, span, f"nothing to switch off: no {code} below", "take it out of the mark")


def _finding(notice: Rule | MeetingRule | Notice, span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic(notice.code, notice.severity, message, span, hint)


def _read(draft: Draft, span: Span) -> Mark | None:
    """The mark at a place; None where it cannot be understood."""
    words = _WORDS.fullmatch(draft.source.text, *span)
    if words is None:
        return None
    codes = tuple(code.strip().upper() for code in words["codes"].split(","))
    return Mark(span, codes, _reach(draft, span), words["reason"] or "") if set(codes) <= KNOWN.keys() else None


def _reach(draft: Draft, span: Span) -> Span:
    """From a mark to the end of the first block, item or heading behind it."""
    return span[0], min((each for each in _parts(draft) if each[0] >= span[1]), default=span)[1]


def _parts(draft: Draft) -> Iterator[Span]:
    for block in draft.report.every_block():
        yield block.span
        yield from _items(block.subparagraphs)
    for section in draft.report.every_section():
        yield draft.places.heading_of(section)


def _items(items: Iterable[Subparagraph]) -> Iterator[Span]:
    for item in items:
        yield item.span
        yield from _items(item.subparagraphs)


def _silences(mark: Mark, diagnostic: Diagnostic) -> bool:
    return diagnostic.code in mark.codes and _is_in(diagnostic, mark.reach)


def _is_of_mark(diagnostic: Diagnostic, text: str, span: Span) -> bool:
    """Whether a finding is about the mark itself, or about its standing right above a paragraph."""
    between = text[span[1] : diagnostic.span[0]]
    return _is_in(diagnostic, span) or (
        diagnostic.code == NOT_SET_APART and not between.strip() and span[1] <= diagnostic.span[0]
    )


def _is_in(diagnostic: Diagnostic, span: Span) -> bool:
    return span[0] <= diagnostic.span[0] < span[1]
