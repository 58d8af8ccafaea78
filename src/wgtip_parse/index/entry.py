"""The entry of one report: its recommendations as in the index, except for what other reports have to say of them.

An entry depends on its document alone: it can be made in any process and remembered as long as the file is the same.
"""

from __future__ import annotations

import zlib

from wgtip_parse import symbols
from wgtip_parse.bodies import Bodies
from wgtip_parse.documents import Document, document
from wgtip_parse.index import identity
from wgtip_parse.index.deliberations import Deliberation, deliberations
from wgtip_parse.index.extraction import Extracted, Passed, extract
from wgtip_parse.index.facets import classify, vocabularies
from wgtip_parse.index.facets.topics import Vocabulary
from wgtip_parse.index.facets.vocabularies import Vocabularies
from wgtip_parse.index.model import PassedOver, Place, Recommendation
from wgtip_parse.index.review import review_of
from wgtip_parse.index.statement import state
from wgtip_parse.membership import membership
from wgtip_parse.model import Masthead, Node, Report, SourceInfo
from wgtip_parse.source import Source
from wgtip_parse.words import words

QUICKLY = 1  # compression that takes two thirds of the time of the usual one, and a little more room


class Outline(Node):
    """How the headings of a part join those of the parts before and after it.

    `open` are the titles that are open where the part ends, with their levels, from the outermost; `level` is that of
    its first heading, and `below` the titles that stand before its first chapter.
    """

    open: tuple[tuple[int, str], ...]
    level: int | None
    below: tuple[str, ...]


class ReportEntry(Node):
    """What the index keeps of a report before it knows the others."""

    source: SourceInfo
    masthead: Masthead
    recommendations: tuple[Recommendation, ...]
    passed_over: tuple[PassedOver, ...]
    deliberations: tuple[Deliberation, ...]
    outline: Outline


def enter(source: Source, report: Report, bodies: Bodies, given: Vocabularies) -> ReportEntry:
    """The entry of a report."""
    known = document(report)
    own = membership(known, bodies)
    meeting = own.id if own else None
    vocabulary = vocabularies.of_body(given, _stem(known, bodies))
    found, passed_over = extract(report, source)
    names = identity.name(known, found, own)
    recommendations = tuple(
        _recommendation(source, report, each, meeting, name, vocabulary)
        for each, name in zip(found, names, strict=True)
    )
    return ReportEntry(
        source=report.source,
        masthead=report.masthead,
        recommendations=recommendations,
        passed_over=tuple(_passed_over(source, report, each) for each in passed_over),
        deliberations=tuple(deliberations(report, vocabulary)),
        outline=_outline(report),
    )


def pack(entry: ReportEntry) -> bytes:
    """An entry as it is remembered, and as it comes from one process to another."""
    return zlib.compress(entry.model_dump_json(by_alias=True).encode(), QUICKLY)


def unpack(packed: bytes) -> ReportEntry:
    """The entry that was packed."""
    return ReportEntry.model_validate_json(zlib.decompress(packed))


def _stem(document: Document, bodies: Bodies) -> str | None:
    """The stem of the body whose document it is, by its symbol or else by the name of the body."""
    if document.symbol:
        return document.symbol.stem
    name = document.masthead.body
    body = symbols.body_named(name, bodies) if name else None
    return body.stem if body else None


def _outline(report: Report) -> Outline:
    chapters = [section.level == 1 for section in report.sections]
    before = report.sections[: chapters.index(True) if True in chapters else len(chapters)]
    open_titles: list[tuple[int, str]] = []
    sections = report.sections
    while sections:
        last = sections[-1]
        open_titles.append((last.level, last.title))
        sections = last.sections
    return Outline(
        open=tuple(open_titles),
        level=report.sections[0].level if report.sections else None,
        below=tuple(section.title for section in before),
    )


def _passed_over(source: Source, report: Report, passed: Passed) -> PassedOver:
    return PassedOver(
        document=report.masthead.symbol,
        number=passed.number,
        text=passed.text,
        reason=passed.reason,
        name=source.name,
        span=passed.span,
        line=source.position(passed.span[0]).line,
    )


def _recommendation(
    source: Source, report: Report, found: Extracted, meeting: str | None, name: str, vocabulary: Vocabulary
) -> Recommendation:
    position = source.position(found.span[0])
    known = words(report.source.language)
    review = review_of(report.masthead, known)
    asked = found._replace(stem=None) if review else found  # which only announces
    of_state = review.state if review else None
    facets = classify(state(source.text, asked), found.section, known, review is not None, vocabulary, of_state)
    return Recommendation(
        id=name,
        meeting=meeting,
        document=report.masthead.symbol,
        number=found.number,
        section=found.section,
        stem=found.stem.text if found.stem else None,
        text=found.text,
        subparagraphs=found.subparagraphs,
        closing=found.closing,
        **facets._asdict(),
        similar=(),
        same_subject=(),
        earlier=(),
        deliberations=(),
        basis=found.basis,
        recommenders=found.recommenders,
        position=found.position,
        source=Place(name=source.name, sha256=source.sha256, span=found.span, line=position.line, page=position.page),
        language=report.source.language,
    )
