"""Fixes made in files: round after round until nothing is left to fix, each verified by reading the result again."""

from __future__ import annotations

import hashlib
import sys
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wgtip_parse import readers
from wgtip_parse.compiler.checking import Checked, check_source
from wgtip_parse.compiler.composition import composed
from wgtip_parse.compiler.originals import Original, TextFile, WordFile
from wgtip_parse.compiler.verification import differs_only_by
from wgtip_parse.diagnostics import Diagnostic, Edit
from wgtip_parse.placed import in_order
from wgtip_parse.rules import Draft

MOST_ROUNDS = 10

Judge = Callable[[Sequence[Checked]], list[Checked]]
Mending = tuple[str, tuple[tuple[str, str], ...]]


class FaultyFixError(Exception):
    """Our own fault: fixes that change more than they mean to, or that have no end. Nothing is to be written."""


class UnfixableError(Exception):
    """A document that cannot be fixed, in one line that names it and says why."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document in the course of being fixed: how it was and is, its bytes now, and how many fixes were made.

    `edits` are all of them as edits of the source text that was there first; `left` are those that its file did not
    take as they were meant, each by its code and what it changes into what.
    """

    path: str
    original: Original
    before: Draft
    after: Draft
    data: bytes
    fixes: int
    edits: tuple[Edit, ...] = ()
    left: frozenset[Mending] = frozenset()

    def edits_with(self, found: Iterable[Diagnostic]) -> tuple[Edit, ...]:
        """All edits, and those that mend findings in the text as it is now."""
        return composed(len(self.before.source.text), self.edits, _edits(found))

    def can_mend(self, finding: Diagnostic) -> bool:
        """Whether the file takes the fix of a finding."""
        return _mending(self.after.source.text, finding) not in self.left and self.original.can_make(
            self.edits_with([finding])
        )


def refusal(checked: Checked) -> str | None:
    """Why nothing in a document can be fixed, in one line that names it; None for plain text and Word."""
    source = checked.draft.source
    if source.carrier is not None:
        return f"{source.carrier}: only text and Word files can be fixed, not akn: correct the original"
    if source.format == "word" and checked.path != readers.STANDARD_INPUT:
        return WordFile(source.name, unchanged(checked), readers.Revisions.ACCEPT).refusal
    if source.format == "text":
        return None
    kind = "Word from standard input" if source.format == "word" else source.format
    return f"{source.name}: only text and Word files can be fixed, not {kind}: correct the original"


def fix_all(
    checked: Sequence[Checked],
    judge: Judge,
    *,
    unsafe: bool,
    revisions: readers.Revisions = readers.Revisions.ACCEPT,
    takes: Callable[[Checked], bool] = lambda checked: refusal(checked) is None,
) -> tuple[list[Checked], list[Fixed]]:
    """The documents judged without what can be fixed, and those that changed; nothing is written.

    `judge` adds to documents what is found when they are seen together. `revisions` is how Word files were read,
    `takes` says which documents are to be fixed.
    Raises UnfixableError for a document that is not what was checked, FaultyFixError where the fixes are at fault.
    """
    checked, work = list(checked), [_begin(each, revisions) if takes(each) else None for each in checked]
    for _ in range(MOST_ROUNDS):
        judged = judge(checked)
        found = [
            fixable(each, unsafe=unsafe, takes=fixed.can_mend) if fixed else []
            for each, fixed in zip(judged, work, strict=True)
        ]
        if not any(found):
            return judged, [each for each in work if each is not None and each.fixes]
        for at, chosen in enumerate(found):
            fixed = work[at]
            if chosen and fixed is not None:
                checked[at], work[at] = _revise(checked[at], fixed, chosen)
    raise FaultyFixError("the fixes have no end")


def fixable(judged: Checked, *, unsafe: bool, takes: Callable[[Diagnostic], bool]) -> list[Diagnostic]:
    """Findings that can be mended in one go: no fix touches another, the first goes first, the rest wait.

    `takes` says whether the file takes a fix at all.
    """
    chosen: list[Diagnostic] = []
    taken: list[tuple[int, int]] = []
    for diagnostic in in_order(judged.diagnostics):
        fix = diagnostic.fix
        if fix is None or not (fix.safe or unsafe) or not judged.choice.shows(diagnostic.severity):
            continue
        if not any(_is_taken(taken, edit) for edit in fix.edits) and takes(diagnostic):
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


def _begin(checked: Checked, revisions: readers.Revisions) -> Fixed:
    """The document as it is now, which has to be what was checked."""
    source, data = checked.draft.source, unchanged(checked)
    is_word = source.format == "word"
    original = WordFile(source.name, data, revisions) if is_word else TextFile(source.name, data)
    return Fixed(checked.path, original, checked.draft, checked.draft, data, 0)


def unchanged(checked: Checked) -> bytes:
    """The bytes of a document, which have to be those that were checked; raises UnfixableError where they are not."""
    source = checked.draft.source
    if checked.path == readers.STANDARD_INPUT:
        return source.text.encode()
    data = Path(checked.path).read_bytes()
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise UnfixableError(f"{source.name}: changed while it was checked")
    return data


def _revise(checked: Checked, fixed: Fixed, found: Sequence[Diagnostic]) -> tuple[Checked, Fixed]:
    """One document with findings mended, read and judged by itself again."""
    data, again = _apply(checked, fixed, found)
    if not _as_meant(checked.draft, found, again.draft):
        left = [each for each in found if not _is_taken_as_meant(checked, fixed, each)]
        if not left:
            raise FaultyFixError(_blame(checked, fixed, found))
        text = checked.draft.source.text
        fixed = replace(fixed, left=fixed.left | {_mending(text, each) for each in left})
        rest = [each for each in found if each not in left]
        return _revise(checked, fixed, rest) if rest else (checked, fixed)
    edits = fixed.edits_with(found)
    return again, replace(fixed, after=again.draft, data=data, fixes=fixed.fixes + len(found), edits=edits)


def _apply(checked: Checked, fixed: Fixed, found: Sequence[Diagnostic]) -> tuple[bytes, Checked]:
    name = checked.draft.source.name
    revised = fixed.original.rewritten(fixed.edits_with(found))
    if revised is None:
        raise UnfixableError(f"{name}: its encoding lacks characters that are to be written: save it as UTF-8")
    source, of_reading = fixed.original.read(revised)
    return revised, check_source(checked.path, checked.choice, source, of_reading)


def _as_meant(before: Draft, found: Sequence[Diagnostic], after: Draft) -> bool:
    edits = _edits(found)
    same_text = after.source.text == edited(before.source.text, edits)
    return same_text and differs_only_by(edits, before.report, after.report)


def _is_taken_as_meant(checked: Checked, fixed: Fixed, finding: Diagnostic) -> bool:
    """Whether the text of a file is, after the fix of one finding, what it was meant to be; whatever its tree is."""
    revised = fixed.original.rewritten(fixed.edits_with([finding]))
    text = edited(checked.draft.source.text, _edits([finding]))
    return revised is not None and fixed.original.read(revised)[0].text == text


def _mending(text: str, finding: Diagnostic) -> Mending:
    edits = finding.fix.edits if finding.fix else ()
    return finding.code, tuple((text[edit.start : edit.end], edit.text) for edit in edits)


def _blame(checked: Checked, fixed: Fixed, found: Sequence[Diagnostic]) -> str:
    """Which fix changes too much: the first that does so alone, or all together."""
    source = checked.draft.source
    for each in found:
        if not _as_meant(checked.draft, [each], _apply(checked, fixed, [each])[1].draft):
            place = source.position(each.span[0])
            return f"{source.name}:{place.line}:{place.column}: the fix of {each.code} changes more than it means to"
    return f"{source.name}: the fixes together change more than they mean to"


def _edits(found: Iterable[Diagnostic]) -> list[Edit]:
    return [edit for each in found if each.fix is not None for edit in each.fix.edits]
