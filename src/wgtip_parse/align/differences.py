"""What differs between the languages of a report: what one lacks, adds, or numbers, places or nests otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from wgtip_parse import alphabets
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Span
from wgtip_parse.translations import NOUNS, Difference, Kind, Row, Segment

INSIDE = ("item", "closing")
UNLIKE = 2.5  # times as long as its translations is what has gained or lost a sentence; languages differ by less
TELLING = 150  # characters by which it has to be longer: single words may have no equal

Told = Iterator[tuple[int, Diagnostic]]


def differences(rows: Sequence[Row], named: Sequence[str]) -> Iterator[Difference]:
    """What differs, row by row, of documents so `named`; of a row that one lacks, what stands in it is not told."""
    shares = _Shares(rows, len(named))
    behind = [0] * len(named)
    head = None
    for at, row in enumerate(rows):
        head = row if row.kind not in INSIDE else head
        if row.kind != "masthead":
            for document, diagnostic in _of_row(row, head or row, behind, named, shares):
                yield Difference(document, at, diagnostic)
        for document, cell in enumerate(row.cells):
            if cell is not None:
                behind[document] = cell.span[1] if row.kind in INSIDE else cell.span[0]


def _of_row(row: Row, head: Row, behind: Sequence[int], named: Sequence[str], shares: _Shares) -> Told:
    yield from _absent(row, head, behind, named)
    there = [(at, cell) for at, cell in enumerate(row.cells) if cell is not None]
    if len(there) > 1:
        yield from _kinds(there, named)
        yield from _numbers(there, named)
        yield from shares.unlike(row, named)
    for at in sorted(row.moved):
        message = f"{row.called} stands at another place than in {_named(row, at, named)}"
        yield at, _finding("C975", message, _span(row.cells[at]))


def _absent(row: Row, head: Row, behind: Sequence[int], named: Sequence[str]) -> Told:
    """Who lacks what most have, and who has what most lack; of as many, the first document is right."""
    documents = [at for at, cell in enumerate(head.cells) if cell is not None] if row is not head else None
    judged = range(len(row.cells)) if documents is None else documents
    have = [at for at in judged if row.cells[at] is not None]
    lack = [at for at in judged if row.cells[at] is None]
    if not have or not lack:
        return
    if len(have) > len(lack) or (len(have) == len(lack) and have[0] < lack[0]):
        for at in lack:
            yield at, _finding("C971", f"no {row.called}; {_languages(have, named)} have it", (behind[at],) * 2)
    else:
        for at in have:
            yield at, _finding("C972", f"{row.called} is not in {_languages(lack, named)}", _span(row.cells[at]))


def _kinds(there: Sequence[tuple[int, Segment]], named: Sequence[str]) -> Told:
    kinds = [(cell.kind, cell.depth) for _, cell in there]
    usual = Counter(kinds).most_common(1)[0][0]  # of as many, what the first is
    others = [at for (at, _), kind in zip(there, kinds, strict=True) if kind == usual]
    for (at, cell), kind in zip(there, kinds, strict=True):
        if kind != usual:
            level = f" of level {cell.depth}" if cell.kind == usual[0] else ""
            theirs = f" of level {usual[1]}" if cell.kind == usual[0] else ""
            message = f"{_called(cell)}{level} is {_a(usual[0])}{theirs} in {_languages(others, named)}"
            yield at, _finding("C974", message, cell.span)


def _numbers(there: Sequence[tuple[int, Segment]], named: Sequence[str]) -> Told:
    """Who numbers otherwise than most; a number whose place in its series is not known is passed over."""
    numbered = [(at, cell, alphabets.places(cell.own_number or "")) for at, cell in there]
    known = [(at, cell, places) for at, cell, places in numbered if places]
    if len(known) < 2:
        return
    votes = [sum(bool(places & other) for *_, other in known) for *_, places in known]
    usual = known[votes.index(max(votes))]
    others = [at for at, _, places in known if places & usual[2]]
    for at, cell, places in known:
        if not places & usual[2]:
            message = f"{_called(cell)} is {usual[1].number} in {_languages(others, named)}"
            yield at, _finding("C973", message, cell.span)


class _Shares:
    """How long a segment is beside the rest of its document, because languages need more and fewer characters."""

    def __init__(self, rows: Sequence[Row], documents: int) -> None:
        common = [row for row in rows if all(row.cells)] or rows
        texts = [[cell.text if cell else "" for cell in row.cells] for row in common]
        self._totals = [sum(len(text[at]) for text in texts) for at in range(documents)]

    def unlike(self, row: Row, named: Sequence[str]) -> Told:
        """Which segments are far longer or shorter than their translations; of two, the second."""
        there = [(at, cell) for at, cell in enumerate(row.cells) if cell is not None]
        rest = {at: self._totals[at] - len(cell.text) for at, cell in there}
        there = [(at, cell) for at, cell in there if rest[at] > 0]
        for at, cell in there[1:] if len(there) == 2 else there:
            others = [len(other.text) / rest[which] for which, other in there if which != at]
            if not others:
                continue
            expected = median(others) * rest[at]
            longer, shorter = max(len(cell.text), expected), min(len(cell.text), expected)
            if longer - shorter > TELLING and longer > UNLIKE * shorter:
                word = "longer" if len(cell.text) > expected else "shorter"
                message = f"{_called(cell)} is far {word} than in {_named(row, at, named)}"
                yield at, _finding("C976", message, cell.span, Severity.INFO)


def _called(cell: Segment) -> str:
    return Row((cell,)).called


def _a(kind: Kind) -> str:
    noun = NOUNS[kind]
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _named(row: Row, at: int, named: Sequence[str]) -> str:
    return _languages([which for which, cell in enumerate(row.cells) if cell is not None and which != at], named)


def _languages(documents: Sequence[int], named: Sequence[str]) -> str:
    return ", ".join(named[at] for at in documents)


def _span(cell: Segment | None) -> Span:
    return cell.span if cell else (0, 0)


def _finding(code: str, message: str, span: Span, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, severity, message, (span[0], span[0]), None)
