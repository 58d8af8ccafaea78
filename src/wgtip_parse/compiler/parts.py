"""Which documents of a check are parts of one report, so that they are judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from wgtip_parse import collection
from wgtip_parse.collection import Document
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.rules import Draft, Parts

MISSING, DATES_DIFFER = "C952", "C953"
OF_SETS = frozenset({"C951", MISSING, DATES_DIFFER})  # what a set of documents is told, and no document alone

Found = tuple[Draft, Diagnostic]


def in_parts(drafts: Sequence[Draft], *, complete: bool) -> tuple[list[Parts], list[Found]]:
    """The parts of each report in order, and what does not fit, with the draft that it is about.

    Parts have symbols that differ only in Add. and Rev.; a document without a symbol is a report of its own. Where
    the documents are all that there are, only the last of several revisions of a part counts; else only parts of the
    same revision are put together, whatever others there may be.
    """
    by_name = {draft.report.source.name: draft for draft in drafts}
    collected = collection.collect(collection.document(draft.report) for draft in drafts)
    documents = [*(each for meeting in collected.meetings for each in meeting.documents), *collected.documents]
    reports: dict[object, list[Document]] = defaultdict(list)
    for each in documents:
        reports[_report(each, complete=complete)].append(each)
    parts = [_parts(_latest(each) if complete else each, by_name, complete=complete) for each in reports.values()]
    told = collected.diagnostics if complete else _sure(collected.diagnostics, documents)
    return parts, [(by_name[name], diagnostic) for name, diagnostic in told]


def _report(of: Document, *, complete: bool) -> object:
    """What the parts of one report have in common."""
    if of.symbol is None:
        return of.name, of.sha256
    return str(of.symbol.base), None if complete else _revision(of)


def _parts(documents: Iterable[Document], by_name: dict[str, Draft], *, complete: bool) -> Parts:
    ordered = sorted(documents, key=_number)
    alone = any(each.symbol is None for each in ordered)
    drafts = tuple(by_name[each.name] for each in ordered)
    return Parts(drafts, tuple(map(_number, ordered)), complete or alone)


def _sure(told: Iterable[tuple[str, Diagnostic]], documents: Sequence[Document]) -> Iterator[tuple[str, Diagnostic]]:
    """What does not fit whatever other documents there may be."""
    yield from ((name, each) for name, each in told if each.code not in (MISSING, DATES_DIFFER))
    firsts: dict[object, list[Document]] = defaultdict(list)
    for each in documents:
        if not _number(each):
            firsts[_report(each, complete=False)].append(each)
    for each in documents:
        first = next((first for first in firsts[_report(each, complete=False)] if _differ(first, each)), None)
        if first is not None:
            yield each.name, collection.dates_differ(each.dates, first.dates)


def _differ(first: Document, part: Document) -> bool:
    """Whether a part prints other dates than the first for what may be one session."""
    sessions = {each.masthead.session for each in (first, part)} - {None}
    return None not in (first.start, part.start) and first.dates != part.dates and len(sessions) < 2


def _latest(parts: Iterable[Document]) -> Iterable[Document]:
    """The last revision of each part, in the order of the parts."""
    latest: dict[int, Document] = {}
    for part in parts:
        earlier = latest.get(_number(part))
        if earlier is None or _revision(earlier) <= _revision(part):
            latest[_number(part)] = part
    return latest.values()


def _number(part: Document) -> int:
    return (part.symbol.addendum if part.symbol else None) or 0


def _revision(part: Document) -> int:
    return (part.symbol.revision if part.symbol else None) or 0
