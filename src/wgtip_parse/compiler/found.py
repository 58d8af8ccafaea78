"""A finding as it is shown: a model, or the JSON of one, which need not be read again where JSON is what is wanted."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.diagnostics import Severity
from wgtip_parse.placed import Placed


class Found(NamedTuple):
    """What findings are sorted by, how much one matters, and the finding itself."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    shown: Placed | bytes

    @property
    def placed(self) -> Placed:
        """The finding."""
        return Placed.model_validate_json(self.shown) if isinstance(self.shown, bytes) else self.shown

    @property
    def json(self) -> bytes:
        """The finding as JSON."""
        return self.shown if isinstance(self.shown, bytes) else self.shown.model_dump_json().encode()

    @property
    def packed(self) -> Found:
        """The same as it travels between processes: bytes go faster than models."""
        return self._replace(shown=self.json)


def found(placed: Placed) -> Found:
    """A finding."""
    return Found(placed.path, placed.line, placed.column, placed.code, placed.severity, placed)
