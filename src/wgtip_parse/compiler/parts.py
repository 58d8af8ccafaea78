"""Which documents of a check are parts of one report, so that they are judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wgtip_parse import collection
from wgtip_parse.collection import Document
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.rules import Draft, Parts

MISSING, DATES_DIFFER = "C952", "C953"
OF_SETS = frozenset({"C951", MISSING, DATES_DIFFER})  # what a set of documents is told, and no document alone

Told = tuple[tuple[str, Diagnostic], ...]


class Seen(NamedTuple):
    """Which documents are parts of one report, in their order, and what does not fit, with the name of its document."""

    reports: tuple[tuple[Document, ...], ...]
    told: Told


def see(documents: Iterable[Document], *, complete: bool) -> Seen:
    """The documents seen together.

    Parts have symbols that differ only in Add. and Rev.; a document without a symbol is a report of its own. Where
    the documents are not all that there are, only parts of the same revision are put together.
    """
    collected = collection.collect(documents)
    ordered = [*(each for meeting in collected.meetings for each in meeting.documents), *collected.documents]
    reports: dict[object, list[Document]] = defaultdict(list)
    for each in ordered:
        reports[_report(each, complete=complete)].append(each)
    told = collected.diagnostics if complete else _sure(collected.diagnostics, ordered)
    return Seen(tuple(map(tuple, reports.values())), tuple(told))


def parts_of(report: Sequence[Document], by_name: Mapping[str, Draft], *, complete: bool) -> Parts:
    """The drafts of a report, in order; where they are all, only the last of several revisions of a part counts."""
    ordered = sorted(_latest(report) if complete else report, key=_number)
    alone = any(each.symbol is None for each in ordered)
    drafts = tuple(by_name[each.name] for each in ordered)
    return Parts(drafts, tuple(map(_number, ordered)), complete or alone)


def _report(of: Document, *, complete: bool) -> object:
    """What the parts of one report have in common."""
    if of.symbol is None:
        return of.name, of.sha256
    return str(of.symbol.base), None if complete else _revision(of)


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
