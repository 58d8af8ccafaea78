"""A comparison as JSON: one array, an object for each change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wgtip_parse.changes import Change, Comparison, Unit


def emit_changes(comparison: Comparison) -> Iterator[bytes]:
    """The changes in the order of the newer side, one to a line."""
    yield b"[\n"
    yield from _lines(comparison)
    yield b"\n]\n"


def _lines(comparison: Comparison) -> Iterable[bytes]:
    for at, each in enumerate(comparison.changes):
        line = json.dumps(_told(each, comparison), ensure_ascii=False)
        yield (",\n" if at else "").encode() + line.encode("utf-8", "replace")


def _told(change: Change, comparison: Comparison) -> dict[str, Any]:
    is_pair = bool(change.old and change.new)
    operative = change.operative
    return {
        "from": [unit.number for unit in change.old],
        "to": [unit.number for unit in change.new],
        "change": change.change,
        "words": [list(each) for each in change.words] if is_pair else [],
        "kind": change.kind,
        "spans": _of_both(change, lambda unit: list(unit.span)),
        "references": [list(each) for each in change.references],
        "recommendation": change.recommends,
        "strength": operative and {"from": operative.old, "to": operative.new, "change": operative.turn},
        "quoted": all(unit.quoted for unit in (*change.old, *change.new)),
        "documents": {
            "from": [comparison.old[unit.document] for unit in change.old],
            "to": [comparison.new[unit.document] for unit in change.new],
        },
        "texts": _of_both(change, lambda unit: unit.text),
    }


def _of_both(change: Change, told: Any) -> dict[str, list[Any]]:
    return {"from": _each(change.old, told), "to": _each(change.new, told)}


def _each(units: Sequence[Unit], told: Any) -> list[Any]:
    return [told(unit) for unit in units]
