"""One file of a comparison or an assembly: its tree and the text that it was read from."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.model import Report
from wgtip_parse.source import Source


class Draft(NamedTuple):
    """A report and its source."""

    report: Report
    source: Source

    @property
    def name(self) -> str:
        """What people call it: its symbol, or else its file."""
        return self.report.masthead.symbol or self.source.name
