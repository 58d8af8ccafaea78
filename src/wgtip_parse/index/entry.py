"""The entry of one report: its recommendations as in the index, except for what other reports have to say of them.

An entry depends on its document alone: it can be made in any process and remembered as long as the file is the same.
"""

from __future__ import annotations

from wgtip_parse import collection
from wgtip_parse.collection import Bodies
from wgtip_parse.index import identity
from wgtip_parse.index.extraction import Extracted, extract
from wgtip_parse.index.model import Place, Recommendation
from wgtip_parse.model import Masthead, Node, Report, SourceInfo
from wgtip_parse.source import Source


class ReportEntry(Node):
    """What the index keeps of a report before it knows the others."""

    source: SourceInfo
    masthead: Masthead
    recommendations: tuple[Recommendation, ...]


def enter(source: Source, report: Report, bodies: Bodies) -> ReportEntry:
    """The entry of a report."""
    document = collection.document(report)
    meeting = collection.meeting_id(document, bodies)
    found = extract(report)
    names = identity.name(document, found, bodies)
    recommendations = tuple(
        _recommendation(source, report, each, meeting, name) for each, name in zip(found, names, strict=True)
    )
    return ReportEntry(source=report.source, masthead=report.masthead, recommendations=recommendations)


def _recommendation(source: Source, report: Report, found: Extracted, meeting: str, name: str) -> Recommendation:
    position = source.position(found.span[0])
    return Recommendation(
        id=name,
        meeting=meeting,
        document=report.masthead.symbol,
        number=found.number,
        section=found.section,
        text=found.text,
        subparagraphs=found.subparagraphs,
        closing=found.closing,
        addressees=(),
        operative=None,
        strength=None,
        topics=(),
        references=(),
        similar=(),
        earlier=(),
        deliberations=(),
        source=Place(name=source.name, sha256=source.sha256, span=found.span, line=position.line, page=position.page),
    )
