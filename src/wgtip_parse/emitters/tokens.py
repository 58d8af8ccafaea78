"""The leaves of a document, one JSON object a line: every character that is not white space lies in exactly one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from wgtip_parse.source import Source


def emit(source: Source, leaves: Iterable[tuple[str, int, int]]) -> Iterator[bytes]:
    """A line for each leaf (kind, start, end), in the order given."""
    for kind, start, end in leaves:
        leaf = {"kind": kind, "start": start, "end": end, "text": source.text[start:end]}
        yield json.dumps(leaf, ensure_ascii=False).encode() + b"\n"
