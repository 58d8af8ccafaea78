"""The stage of a document: some things are right in a draft and wrong in a final report."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """How far a document is: "(continued)" is right in session and wrong in a final report."""

    IN_SESSION = "in-session"
    FINAL = "final"
