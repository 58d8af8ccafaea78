"""Certainty: what is surely numbered in a report, and what may as well be something else that begins with a number.

Rules over series ask here before they call a number wrong. A number that fits its series is taken as it stands; one
that does not is a fault only where nothing else speaks against its reading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Block, Section, Subparagraph
from wgtip_parse.words import words

if TYPE_CHECKING:
    from wgtip_parse.rules.rule import Draft

LONGEST_HEADING = 100  # characters
FEWEST_QUOTED = 2  # numbered blocks of a quotation
LINES = 3  # two of a list, and the one below
STYLED = 3  # headings that a file calls so: from here on it calls all of its headings so

STYLE = ("N", "W", "X")  # codes of rules on how numbers, words and references are written
NOT_EDITED = "without formal editing"
NOTES = 4_000  # characters at the beginning, among which the notes of a masthead stand
_ANNEX = re.compile(r"(?:Annex|Appendix|Enclosure)\b")
ENDS = tuple('.;:,?!…)]”"’*')
_ENDS = re.compile(r"[.;:,?!…)\]”\"’*]\s*\Z|\b(?:and|or)\Z")
_LINE = re.compile(r"\S[^\n]*")


def is_sure_block(block: Block) -> bool:
    """Whether a block with a number is surely a paragraph, and no heading."""
    return not _is_like_heading(block.text)


def own(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without what is quoted; one that is quoted alone may be the report's own with a slip in its number."""
    for quoted, run in groupby(blocks, key=lambda block: block.quoted):
        found = list(run)
        if not quoted or sum(block.number is not None for block in found) < FEWEST_QUOTED:
            yield from found


def is_sure_item(item: Subparagraph) -> bool:
    """Whether an item surely belongs to a list: "(ii) Debt management" may be a heading."""
    return bool(item.subparagraphs) or not item.text[:1].isupper() or not _is_like_heading(item.text)


def is_form(draft: Draft, section: Section) -> bool:
    """Whether a heading is of a form that comes back with the same number and title: "C. Substantive deliverables"."""
    return (section.number, section.title) in draft.once(_forms)


def is_heading(draft: Draft, section: Section) -> bool:
    """Whether a heading is surely one: no line of a list, and called so by a file that calls others so."""
    called = draft.once(_called)
    if section.title.endswith((",", ";")):  # "M. Erick Martial, Jurist;" among those present
        return False
    return not is_listed(draft, section) and (len(called) < STYLED or section.span[0] in called)


def is_listed(draft: Draft, section: Section) -> bool:
    """Whether a heading stands in a list, as of an agenda or of names: neither it nor one beside it has a text."""
    return section.span[0] in draft.once(_listed)


def weighed(draft: Draft, finding: Diagnostic) -> Diagnostic:
    """A finding as it is to be told: how others write in what the document hands over unedited is for information."""
    is_of_style = finding.code.startswith(STYLE) and finding.severity is Severity.WARNING
    if is_of_style and finding.span[0] >= draft.once(_unedited):
        return replace(finding, severity=Severity.INFO, fix=None)
    return finding


def _is_like_heading(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and not text.endswith(ENDS) and _ENDS.search(text) is None


def _unedited(draft: Draft) -> int:
    """Where the words begin that others wrote and nobody edits: the annexes of a letter, or what says so of itself."""
    report, text = draft.report, draft.source.text
    says_so = NOT_EDITED in " ".join(text[:NOTES].split())
    if not says_so and not words(report.source.language).letter.match(report.masthead.title or ""):
        return len(text)
    annexes = (each.span[0] for each in draft.sections if _ANNEX.match(each.number or each.title))
    return next(annexes, 0 if says_so else len(text))


def _forms(draft: Draft) -> frozenset[tuple[str | None, str]]:
    """The numbers and titles of the headings of forms."""
    seen: set[tuple[str | None, str]] = set()
    again: set[tuple[str | None, str]] = set()
    for section in draft.sections:
        heading = (section.number, section.title)
        if section.title:
            (again if heading in seen else seen).add(heading)
    return frozenset(again)


def _listed(draft: Draft) -> frozenset[int]:
    """Where the headings stand that are in lists; what stands below a list is with the last of its lines."""
    found: set[int] = set()
    for siblings in (draft.report.sections, *(section.sections for section in draft.sections)):
        empty = [not section.blocks and not section.sections for section in siblings]
        for at, (one, next_) in enumerate(pairwise(empty)):
            if one and next_:
                found |= {section.span[0] for section in siblings[at : at + LINES]}
    return frozenset(found)


def _called(draft: Draft) -> frozenset[int]:
    """Where the headings stand that the file calls headings; empty where it names no kinds of lines."""
    source = draft.source
    if not any(look.heading for look in source.looks):
        return frozenset()
    starts = [match.start() for match in _LINE.finditer(source.text)]
    found = set()
    for section in draft.sections:
        at = bisect_right(starts, section.span[0]) - 1
        if 0 <= at < len(source.looks) and source.looks[at].heading:
            found.add(section.span[0])
    return frozenset(found)
