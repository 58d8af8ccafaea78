"""Which documents of a check are parts of one report, so that they are judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from wgtip_parse import collection
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.rules import Draft

Found = tuple[tuple[Draft, Diagnostic], ...]


def in_parts(drafts: Sequence[Draft]) -> tuple[list[tuple[Draft, ...]], Found]:
    """The parts of each report in order, and what does not fit, with the draft that it is about.

    Parts have symbols that differ only in Add. and Rev.; a document without a symbol is a report of its own.
    Of several revisions of a part only the last counts.
    """
    by_name = {draft.report.source.name: draft for draft in drafts}
    collected = collection.collect(collection.document(draft.report) for draft in drafts)
    reports = [
        tuple(by_name[part.name] for part in _latest(parts))
        for documents in (*(meeting.documents for meeting in collected.meetings), collected.documents)
        for parts in _of_one_report(documents)
    ]
    return reports, tuple((by_name[name], diagnostic) for name, diagnostic in collected.diagnostics)


def _of_one_report(documents: Iterable[collection.Document]) -> Iterator[list[collection.Document]]:
    reports: dict[str, list[collection.Document]] = defaultdict(list)
    for each in documents:
        if each.symbol is None:
            yield [each]
        else:
            reports[str(each.symbol.base)].append(each)
    yield from reports.values()


def _latest(parts: Iterable[collection.Document]) -> Iterable[collection.Document]:
    """The last revision of each part, in the order of the parts."""
    latest: dict[int | None, collection.Document] = {}
    for part in parts:
        addendum = part.symbol.addendum if part.symbol else None
        earlier = latest.get(addendum)
        if earlier is None or _revision(earlier) <= _revision(part):
            latest[addendum] = part
    return latest.values()


def _revision(part: collection.Document) -> int:
    return (part.symbol.revision if part.symbol else None) or 0
