"""Tables: which lines are their rows."""

from __future__ import annotations

from collections.abc import Sequence

from wgtip_parse.parser.lines import Line


def find(lines: Sequence[Line], text: str) -> set[int]:
    """The places of the lines that are rows of tables."""
    return {at for at, line in enumerate(lines) if line.look.cells > 1}
