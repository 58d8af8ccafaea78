"""Findings and fixes written into copies of drafts, each verified by reading the copy again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from wgtip_parse import readers
from wgtip_parse.compiler.checking import Checked
from wgtip_parse.compiler.fixing import FaultyFixError, edited, unchanged
from wgtip_parse.compiler.originals import WordFile
from wgtip_parse.diagnostics import Diagnostic, Edit, Severity
from wgtip_parse.placed import in_order
from wgtip_parse.readers import Revisions
from wgtip_parse.review.opened import Opened, Parts
from wgtip_parse.review.pdf import highlighted
from wgtip_parse.review.remark import Remark
from wgtip_parse.review.word import reviewed
from wgtip_parse.rules import KNOWN

MOST = 1_000  # comments in one document, unless others are asked for: programs lay each one out

_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: with how many comments, none for no comments, and the date that stands at all of it."""

    most: int
    date: datetime | None
    revisions: Revisions

    def dated(self, form: str) -> str | None:
        """The date in a form, None where there is none."""
        return None if self.date is None else self.date.strftime(form)


@dataclass(frozen=True, slots=True)
class Copy:
    """A draft written again: its bytes, how many comments it has, and what there is to know about it, in lines."""

    data: bytes
    comments: int
    notices: tuple[str, ...] = ()


def refusal(checked: Checked) -> str | None:
    """Why a document cannot be annotated, in one line that names it; None for Word and PDF."""
    source = checked.draft.source
    if checked.path == readers.STANDARD_INPUT:
        return f"{source.name}: standard input cannot be annotated: name a file"
    if source.carrier is not None:
        return f"{source.carrier}: only Word (.docx) and PDF can be annotated, not akn"
    if source.format == "word":
        return WordFile(source.name, unchanged(checked), Revisions.ACCEPT).refusal
    if source.format == "pdf":
        return None
    return f"{source.name}: only Word (.docx) and PDF can be annotated, not {source.format}"


def annotate(judged: Checked, edits: Sequence[Edit], wanted: Wanted) -> Copy:
    """A copy of a Word file or PDF with its findings as comments and, of Word, edits as tracked changes.

    Raises UnfixableError where the file is not what was checked, FaultyFixError where the copy is not read as it
    should be: then nothing is to be written.
    """
    said, left_out = _remarks(judged, wanted.most)
    name, data = judged.draft.source.name, unchanged(judged)
    notices = (
        [f"{name}: {left_out:,} of {len(said) + left_out:,} findings have no comment: see --most"]
        if left_out and said
        else []
    )
    if judged.draft.source.format == "pdf":
        date = wanted.dated("D:%Y%m%d%H%M%SZ")
        return Copy(highlighted(name, data, judged.draft.source.text, said, date), len(said), tuple(notices))
    draft = Opened(Parts(name, data), wanted.revisions)
    if draft.has_changes:
        notices.append(f"{name}: has tracked changes; this is its state with all of them {wanted.revisions}ed")
    if draft.parts.is_signed:
        notices.append(f"{name}: is signed; no signature holds for what is written here")
    return Copy(_annotated(draft, judged.draft.source.text, edits, said, wanted), len(said), tuple(notices))


def _annotated(draft: Opened, text: str, edits: Sequence[Edit], said: Sequence[Remark], wanted: Wanted) -> bytes:
    had_changes = draft.has_changes
    date = wanted.dated("%Y-%m-%dT%H:%M:%SZ")
    copy = reviewed(draft, edits, said, date) if draft.text == text else None
    if copy is None or not _is_as_meant(draft, edited(text, edits), text, had_changes, wanted.revisions):
        raise FaultyFixError(f"{draft.parts.name}: the copy is not read as the draft is")
    return copy


def _is_as_meant(draft: Opened, new: str, old: str, had_changes: bool, revisions: Revisions) -> bool:
    """Whether a draft has its new text when all changes are accepted, and as before when all are rejected."""
    if had_changes:
        parts = draft.parts
        old = readers.read_bytes(parts.name, parts.data, revisions=Revisions.REJECT)[0].text
    if draft.text_with(Revisions.REJECT) != old:
        return False
    return revisions is Revisions.REJECT or new == old or draft.text_with(Revisions.ACCEPT) == new


def _remarks(judged: Checked, most: int) -> tuple[list[Remark], int]:
    """The findings of a document that get a comment, in order, and how many get none: the least grave, the last."""
    shown = [each for each in in_order(judged.diagnostics) if judged.choice.shows(each.severity)]
    gravest = sorted(range(len(shown)), key=lambda at: (-_GRAVITY[shown[at].severity], at))[:most]
    taken = [shown[at] for at in sorted(gravest)]
    return [Remark(each.span, tuple(_lines(each))) for each in taken], len(shown) - len(taken)


def _lines(diagnostic: Diagnostic) -> Iterable[str]:
    """What a comment says: what was found, how to cure it, where the norm is written and what to read about it."""
    yield f"{diagnostic.code} {diagnostic.severity}: {diagnostic.message}"
    if diagnostic.hint:
        yield diagnostic.hint
    yield f"{KNOWN[diagnostic.code].citation} (wgtip explain {diagnostic.code})"
