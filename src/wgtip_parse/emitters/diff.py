"""What fixes change, as a unified diff of source texts."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

NO_LINE_END = "\n\\ No newline at end of file\n"


def emit_diff(name: str, before: str, after: str) -> Iterator[bytes]:
    """The lines that differ, with three lines round them; nothing where both are the same."""
    for line in difflib.unified_diff(_lines(before), _lines(after), fromfile=name, tofile=name):
        yield (line if line.endswith("\n") else line + NO_LINE_END).encode("utf-8", "replace")


def _lines(text: str) -> list[str]:
    """Lines end at line feeds alone; a page break is a character like others."""
    return [line + "\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])
