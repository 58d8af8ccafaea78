"""What is said about a document: one finding each, with its place, code and cure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: only warnings and errors fail a check."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of the source text from `start` to `end`, in characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """The edits that cure a finding; `safe` where they cannot change what the draft says."""

    edits: tuple[Edit, ...]
    safe: bool

    @staticmethod
    def at(span: tuple[int, int], text: str, *, safe: bool) -> Fix:
        """A fix of one edit: `text` in the place of the span."""
        return Fix((Edit(*span, text),), safe)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: `span` is half-open, in characters of the source text; the cure goes into `hint` and `fix`."""

    code: str
    severity: Severity
    message: str
    span: tuple[int, int]
    hint: str | None = None
    fix: Fix | None = None
