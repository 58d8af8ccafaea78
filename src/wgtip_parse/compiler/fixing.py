"""Fixes made in files: round after round until nothing is left to fix, each verified by reading the result again."""

from __future__ import annotations

import hashlib
import sys
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wgtip_parse import readers
from wgtip_parse.compiler.checking import Checked, check_source
from wgtip_parse.compiler.verification import differs_only_by
from wgtip_parse.diagnostics import Diagnostic, Edit
from wgtip_parse.placed import in_order
from wgtip_parse.rules import Draft

MOST_ROUNDS = 10

Judge = Callable[[Sequence[Checked]], list[Checked]]


class FaultyFixError(Exception):
    """Our own fault: fixes that change more than they mean to, or that have no end. Nothing is to be written."""


class UnfixableError(Exception):
    """A document that cannot be fixed, in one line that names it and says why."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document in the course of being fixed: how it was and is, its bytes now, and how many fixes were made."""

    path: str
    before: Draft
    after: Draft
    data: bytes
    fixes: int


def refusal(checked: Checked) -> str | None:
    """Why nothing in a document can be fixed, in one line that names it; None for plain text."""
    source = checked.draft.source
    if source.format == "text":
        return None
    return f"{source.name}: only plain text can be fixed, not {source.format}: correct the original"


def fix_all(checked: Sequence[Checked], judge: Judge, *, unsafe: bool) -> tuple[list[Checked], list[Fixed]]:
    """The documents judged without what can be fixed, and those that changed; nothing is written.

    `judge` adds to documents what is found when they are seen together. What is not plain text stays as it is.
    Raises UnfixableError for a document that is not what was checked, FaultyFixError where the fixes are at fault.
    """
    checked, work = list(checked), [_begin(each) for each in checked]
    for _ in range(MOST_ROUNDS):
        judged = judge(checked)
        found = [[] if refusal(each) else fixable(each, unsafe=unsafe) for each in judged]
        if not any(found):
            return judged, [each for each in work if each.fixes]
        for at, chosen in enumerate(found):
            if chosen:
                checked[at], work[at] = _revise(checked[at], work[at], chosen)
    raise FaultyFixError("the fixes have no end")


def fixable(judged: Checked, *, unsafe: bool) -> list[Diagnostic]:
    """Findings that can be mended in one go: no fix touches another, the first goes first, the rest wait."""
    chosen: list[Diagnostic] = []
    taken: list[tuple[int, int]] = []
    for diagnostic in in_order(judged.diagnostics):
        fix = diagnostic.fix
        if fix is None or not (fix.safe or unsafe) or not judged.choice.shows(diagnostic.severity):
            continue
        if not any(_is_taken(taken, edit) for edit in fix.edits):
            chosen.append(diagnostic)
            for edit in fix.edits:
                insort(taken, (edit.start, edit.end))
    return chosen


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made that do not overlap."""
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


def _is_taken(taken: Sequence[tuple[int, int]], edit: Edit) -> bool:
    """Whether an edit touches one of the stretches, which do not touch each other and are in order."""
    behind = bisect_right(taken, (edit.end, sys.maxsize))
    return behind > 0 and taken[behind - 1][1] >= edit.start


def _begin(checked: Checked) -> Fixed:
    """The document's bytes as they are now, which have to be those that were checked."""
    source = checked.draft.source
    if checked.path == readers.STANDARD_INPUT:
        return Fixed(checked.path, checked.draft, checked.draft, source.text.encode(), 0)
    data = Path(checked.path).read_bytes()
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise UnfixableError(f"{source.name}: changed while it was checked")
    return Fixed(checked.path, checked.draft, checked.draft, data, 0)


def _revise(checked: Checked, fixed: Fixed, found: Sequence[Diagnostic]) -> tuple[Checked, Fixed]:
    """One document with findings mended, read and judged by itself again."""
    data, again = _apply(checked, fixed.data, found)
    if not _as_meant(checked.draft, found, again.draft):
        raise FaultyFixError(_blame(checked, fixed.data, found))
    return again, Fixed(fixed.path, fixed.before, again.draft, data, fixed.fixes + len(found))


def _apply(checked: Checked, data: bytes, found: Sequence[Diagnostic]) -> tuple[bytes, Checked]:
    name = checked.draft.source.name
    revised = readers.rewrite(data, _edits(found))
    if revised is None:
        raise UnfixableError(f"{name}: its encoding lacks characters that are to be written: save it as UTF-8")
    source, of_reading = readers.read_bytes(name, revised)
    return revised, check_source(checked.path, checked.choice, source, of_reading)


def _as_meant(before: Draft, found: Sequence[Diagnostic], after: Draft) -> bool:
    edits = _edits(found)
    same_text = after.source.text == edited(before.source.text, edits)
    return same_text and differs_only_by(edits, before.report, after.report)


def _blame(checked: Checked, data: bytes, found: Sequence[Diagnostic]) -> str:
    """Which fix changes too much: the first that does so alone, or all together."""
    source = checked.draft.source
    for each in found:
        if not _as_meant(checked.draft, [each], _apply(checked, data, [each])[1].draft):
            place = source.position(each.span[0])
            return f"{source.name}:{place.line}:{place.column}: the fix of {each.code} changes more than it means to"
    return f"{source.name}: the fixes together change more than they mean to"


def _edits(found: Iterable[Diagnostic]) -> list[Edit]:
    return [edit for each in found if each.fix is not None for edit in each.fix.edits]
