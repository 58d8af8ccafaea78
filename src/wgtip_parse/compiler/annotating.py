"""Findings and fixes written into copies of drafts, each verified by reading the copy again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wgtip_parse import readers
from wgtip_parse.compiler.checking import Checked
from wgtip_parse.compiler.fixing import FaultyFixError, edited
from wgtip_parse.diagnostics import Diagnostic, Edit, Severity
from wgtip_parse.placed import in_order
from wgtip_parse.readers import Revisions
from wgtip_parse.review.opened import Opened, Parts
from wgtip_parse.review.remark import Remark
from wgtip_parse.review.word import reviewed
from wgtip_parse.rules import KNOWN

MOST = 1_000  # comments in one document, unless more are asked for: Word lays each one out


@dataclass(frozen=True, slots=True)
class Annotated:
    """A copy with what was found: its bytes, and how many comments it has and how many findings have none."""

    data: bytes
    comments: int
    left_out: int
    notices: tuple[str, ...] = ()


def remarks(judged: Checked, most: int | None) -> tuple[list[Remark], int]:
    """The findings of a document that get a comment, in order, and how many get none: the least grave, the last."""
    shown = [each for each in in_order(judged.diagnostics) if judged.choice.shows(each.severity)]
    taken = shown
    if most is not None and len(shown) > most:
        gravest = sorted(range(len(shown)), key=lambda at: (-_GRAVITY[shown[at].severity], at))[:most]
        taken = [shown[at] for at in sorted(gravest)]
    return [Remark(each.span, tuple(_lines(each))) for each in taken], len(shown) - len(taken)


_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}


def _lines(diagnostic: Diagnostic) -> Iterable[str]:
    """What a comment says: what was found, how to cure it, where the norm is written and what to read about it."""
    yield f"{diagnostic.code} {diagnostic.severity}: {diagnostic.message}"
    if diagnostic.hint:
        yield diagnostic.hint
    yield KNOWN[diagnostic.code].citation
    yield f"wgtip explain {diagnostic.code}"


def annotate_word(
    name: str,
    data: bytes,
    text: str,
    edits: Sequence[Edit],
    said: Sequence[Remark],
    date: str | None,
    revisions: Revisions,
) -> bytes:
    """A Word file with edits of its source text as tracked changes, and remarks as comments.

    Raises FaultyFixError where the copy is not read as it should be: then nothing is to be written.
    """
    opened = Opened(Parts(name, data), revisions)
    had_changes = opened.has_changes
    copy = reviewed(opened, edits, said, date) if opened.text == text else None
    if copy is None:
        raise FaultyFixError(f"{name}: the copy is not read as the draft is")
    rejected = readers.read_bytes(name, data, revisions=Revisions.REJECT)[0].text if had_changes else text
    if opened.text_with(Revisions.REJECT) != rejected or (
        edits and revisions is Revisions.ACCEPT and opened.text_with(Revisions.ACCEPT) != edited(text, edits)
    ):
        raise FaultyFixError(f"{name}: the copy is not read as the draft is")
    return copy
