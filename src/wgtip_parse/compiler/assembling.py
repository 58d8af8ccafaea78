"""Parts → the whole, and what was issued compared with what the parts give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from wgtip_parse import parser
from wgtip_parse.assemble import Assembled, Given, assemble
from wgtip_parse.assemble.order import Order, propose
from wgtip_parse.changes import Change, Comparison, Unit
from wgtip_parse.collection import collect, document
from wgtip_parse.compare import compare
from wgtip_parse.draft import Draft
from wgtip_parse.emitters.concordance import Renumbered
from wgtip_parse.emitters.word import report as word
from wgtip_parse.source import Source

__all__ = ["Assembled", "Given", "Order", "assemble", "propose"]


class Judged(NamedTuple):
    """Why parts cannot be joined, a line each, and what is odd about them."""

    refusals: tuple[str, ...]
    warnings: tuple[str, ...]


def judge(drafts: Sequence[Draft]) -> Judged:
    """Parts of one report are of one meeting, one language and one stage, and each has a symbol of its own."""
    collection = collect(document(draft.report) for draft in drafts)
    refusals = []
    if len(collection.meetings) > 1:
        refusals.append(f"parts of different meetings: {', '.join(each.id for each in collection.meetings)}")
    symbols = Counter(symbol for draft in drafts if (symbol := draft.report.masthead.symbol))
    for symbol, count in symbols.items():
        if count > 1:
            files = ", ".join(draft.source.name for draft in drafts if draft.report.masthead.symbol == symbol)
            refusals.append(f"two parts have the symbol {symbol}: {files}")
    if len(languages := {draft.report.source.language for draft in drafts}) > 1:
        refusals.append(f"parts in different languages: {', '.join(sorted(languages))}")
    return Judged(tuple(refusals), tuple(_odd(drafts)))


def _odd(drafts: Sequence[Draft]) -> Iterator[str]:
    documents = [document(draft.report) for draft in drafts]
    for name, found in collect(documents).diagnostics:
        if found.code != "C951":
            yield f"{name}: {found.message}"
    finals = [each.name for each in documents if each.role == "final"]
    if 0 < len(finals) < len(documents):
        yield f"parts in different stages: {', '.join(finals)} {'is' if len(finals) == 1 else 'are'} no draft"


def ordered(drafts: Sequence[Draft], names: Sequence[str]) -> tuple[list[Draft], list[str]]:
    """The parts as a list of symbols or files orders them, and a line for each that is in one and not in the other."""
    left = list(drafts)
    found, faults = [], []
    for name in names:
        fit = [each for each in left if name in (each.report.masthead.symbol, each.source.name)]
        if fit:
            found.append(fit[0])
            left.remove(fit[0])
        else:
            faults.append(f"the order names {name}, which is none of the parts")
    faults += [f"the order does not name {each.name}" for each in left]
    return found, faults


def told(assembled: Assembled, drafts: Sequence[Draft]) -> Iterator[str]:
    """What people have to look at, each with its place."""
    for each in assembled.said:
        source = drafts[each.part].source
        line, column, *_ = source.position(each.at)
        yield f"{source.name}:{line}:{column}: {each.message}"


def concordance(assembled: Assembled, drafts: Sequence[Draft]) -> list[Renumbered]:
    """The numbers before and after."""
    return [Renumbered(drafts[row.part].name, row.kind, row.number, row.final) for row in assembled.concordance]


def check(final: Sequence[Draft], drafts: Sequence[Draft]) -> Comparison:
    """What the parts give compared with what was issued; the older side is told by part and number."""
    assembled = assemble(drafts, Given(), "the parts")
    source = Source("the parts", assembled.text, assembled.report.source.sha256)
    comparison = compare([Draft(assembled.report, source)], final)
    numbers = {(row.part, row.start): row.number for row in assembled.concordance}
    changes = tuple(_of_parts(each, assembled, numbers) for each in comparison.changes if each.kind != "masthead")
    return Comparison(tuple(draft.name for draft in drafts), comparison.new, changes)


def _of_parts(change: Change, assembled: Assembled, numbers: dict[tuple[int, int], str]) -> Change:
    return replace(change, old=tuple(_of_part(unit, assembled, numbers) for unit in change.old))


def _of_part(unit: Unit, assembled: Assembled, numbers: dict[tuple[int, int], str]) -> Unit:
    if (origin := assembled.origins.get(unit.span[0])) is None:
        return unit
    part, start = origin
    return replace(unit, document=part, span=(start, start), number=numbers.get((part, start), unit.number))


def emit_document(assembled: Assembled) -> bytes:
    """The whole as a Word document, read back from its text, for that tells where everything stands."""
    source = Source(assembled.report.source.name, assembled.text, assembled.report.source.sha256)
    parsed = parser.parse_source(source)
    return word.emit(source, parsed.report, parsed.places, parsed.leaves)
