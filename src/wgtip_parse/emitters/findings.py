"""The findings of a check as JSON: an array or lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgtip_parse.emitters.json import join_array, join_lines
from wgtip_parse.placed import Placed


def emit_json(findings: Iterable[Placed]) -> Iterator[bytes]:
    """One array of objects."""
    return join_array(found.model_dump_json().encode() for found in findings)


def emit_lines(findings: Iterable[Placed]) -> Iterator[bytes]:
    """One object a line."""
    return join_lines(found.model_dump_json().encode() for found in findings)
