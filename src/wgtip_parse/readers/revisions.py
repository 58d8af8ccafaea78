"""Tracked changes of a Word file."""

from __future__ import annotations

from enum import StrEnum


class Revisions(StrEnum):
    """What becomes of tracked changes."""

    ACCEPT = "accept"
    REJECT = "reject"
