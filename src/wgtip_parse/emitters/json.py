"""The tree as JSON: one object for one report, and objects joined into an array or into lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from wgtip_parse.model import Report


def emit(report: Report) -> bytes:
    """One object in UTF-8, on one line, without a line end."""
    return report.model_dump_json().encode()


def emit_schema() -> bytes:
    """The JSON Schema of what `emit` writes."""
    return json.dumps(Report.model_json_schema(mode="serialization"), indent=2).encode() + b"\n"


def join_array(objects: Iterable[bytes]) -> Iterator[bytes]:
    """One array, each object on a line of its own; an empty array for no object."""
    opening = b"["
    for each in objects:
        yield opening + b"\n" + each
        opening = b","
    yield b"[]\n" if opening == b"[" else b"\n]\n"


def join_lines(objects: Iterable[bytes]) -> Iterator[bytes]:
    """One object a line."""
    for each in objects:
        yield each + b"\n"
