"""Files that fixes are made in: text in its own encoding, Word in its own runs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from wgtip_parse import readers
from wgtip_parse.diagnostics import Edit
from wgtip_parse.readers.kinds import Kind, kind_of
from wgtip_parse.review.changes import planned
from wgtip_parse.review.opened import Opened, Parts
from wgtip_parse.review.word import rewritten


class Original(Protocol):
    """A file as it was when it was checked. Edits are always of its own source text."""

    @property
    def data(self) -> bytes:
        """Its bytes."""

    @property
    def refusal(self) -> str | None:
        """Why nothing is to be changed in it, in one line that names it; None where all is well."""

    def can_make(self, edits: Sequence[Edit]) -> bool:
        """Whether edits can be made in the file; a text takes any."""

    def rewritten(self, edits: Sequence[Edit]) -> bytes | None:
        """The bytes with edits made, None where its encoding lacks a character of them."""

    def read(self, data: bytes) -> readers.Read:
        """Bytes of the same kind, read as these were."""


class TextFile:
    """A plain text."""

    refusal: str | None = None

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    def can_make(self, edits: Sequence[Edit]) -> bool:
        """Whether edits can be made: all can, and what the encoding lacks is told when they are."""
        return True

    def rewritten(self, edits: Sequence[Edit]) -> bytes | None:
        """The bytes with edits made."""
        return readers.rewrite(self.data, edits)

    def read(self, data: bytes) -> readers.Read:
        """A text, as this one was read."""
        return readers.read_bytes(self.name, data)


class WordFile:
    """A Word file, read with its tracked changes accepted or rejected."""

    def __init__(self, name: str, data: bytes, revisions: readers.Revisions) -> None:
        self.name = name
        self.data = data
        self.revisions = revisions
        self._opened: Opened | None = None

    def _draft(self) -> Opened:
        """The draft to look things up in."""
        if self._opened is None:
            self._opened = Opened(Parts(self.name, self.data), self.revisions)
        return self._opened

    @cached_property
    def refusal(self) -> str | None:
        """Why nothing is to be changed: it is no .docx, or it is protected, or has macros."""
        if kind_of(self.data) is not Kind.WORD:
            return f"{self.name}: only .docx files of Word can be changed: save it as one"
        return Parts(self.name, self.data).refusal()

    def can_make(self, edits: Sequence[Edit]) -> bool:
        """Whether all edits stand in text that nothing else hangs on."""
        return planned(self._draft(), edits) is not None

    def rewritten(self, edits: Sequence[Edit]) -> bytes | None:
        """The bytes with edits made as plain text."""
        draft, self._opened = self._draft(), None  # what is written is no longer the draft
        return rewritten(draft, edits)

    def read(self, data: bytes) -> readers.Read:
        """A Word file, as this one was read."""
        return readers.read_bytes(self.name, data, revisions=self.revisions)
