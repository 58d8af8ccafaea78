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
class Diagnostic:
    """One finding: `span` is half-open, in characters of the source text; the cure goes into `hint`."""

    code: str
    severity: Severity
    message: str
    span: tuple[int, int]
    hint: str | None = None
