"""Two documents, or parts and a whole → what became of each paragraph; several versions → the life of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from wgtip_parse import parser, symbols
from wgtip_parse.collection import Document, collect, document
from wgtip_parse.compare import compare
from wgtip_parse.compiler.documents import Read
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.draft import Draft
from wgtip_parse.source import Position

Tell = Callable[[str, Iterable[tuple[Position, Diagnostic]]], None]

__all__ = ["compare", "in_order", "odd", "of_different_meetings", "read_all"]


def read_all(paths: Sequence[str], read: Read, tell: Tell) -> tuple[Draft, ...]:
    """The files of a side. Raises ReadError where one cannot be read: nothing is compared with less than it is."""
    drafts = []
    for path in paths:
        source, found = read(path)
        parsed = parser.parse_source(source)
        placed = [(source.position(each.span[0]), each) for each in (*found, *parsed.diagnostics)]
        tell(source.name, placed)
        drafts.append(Draft(parsed.report, source))
    return tuple(drafts)


def in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """By their symbols where all have one, else as given."""
    printed = [draft.report.masthead.symbol for draft in drafts]
    parsed = [symbols.parse(each) if each else None for each in printed]
    if len(drafts) < 2 or not all(parsed):
        return list(drafts)
    keyed = zip([each.order for each in parsed if each], range(len(drafts)), strict=True)
    return [drafts[at] for _, at in sorted(keyed)]


def of_different_meetings(old: Sequence[Draft], new: Sequence[Draft]) -> Iterator[str]:
    """A line where the two sides say that they are of different meetings."""
    before, after = _meetings(old), _meetings(new)
    if before and after and not before & after:
        yield f"the documents are of different meetings: {', '.join(sorted(before))} and {', '.join(sorted(after))}"


def _meetings(drafts: Sequence[Draft]) -> set[str]:
    return {meeting.id for meeting in collect(map(_document, drafts)).meetings}


def odd(drafts: Sequence[Draft]) -> Iterator[str]:
    """Two parts with one symbol, a part that is missing, parts of different meetings."""
    if len(drafts) < 2:
        return
    collection = collect(map(_document, drafts))
    yield from (f"{name}: {found.message}" for name, found in collection.diagnostics)
    if len(collection.meetings) > 1:
        yield f"parts of different meetings: {', '.join(each.id for each in collection.meetings)}"


def _document(draft: Draft) -> Document:
    return document(draft.report)
