"""What is to be said of a stretch of a draft's source text."""

from __future__ import annotations

from typing import NamedTuple


class Remark(NamedTuple):
    """What is to be said of a stretch of the source text, in paragraphs."""

    span: tuple[int, int]
    lines: tuple[str, ...]
