"""A comparison as JSON: one array, an object for each change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wgtip_parse.changes import Change, Comparison, Life, Unit

QUOTED = "quoted"


def emit_changes(comparison: Comparison, shown: Iterable[Change] | None = None) -> Iterator[bytes]:
    """The changes, or those that are to be shown, in the order of the newer side, one to a line."""
    changes = comparison.changes if shown is None else shown
    yield from _array(_told(each, comparison) for each in changes)


def emit_lives(lives: Iterable[Life], versions: Sequence[str]) -> Iterator[bytes]:
    """The lives of recommendations, one to a line: of each version its numbers, what it became there, and its words."""
    yield from _array(_life(each, versions) for each in lives)


def _array(objects: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    opening = "["
    for each in objects:
        yield f"{opening}\n{json.dumps(each, ensure_ascii=False)}".encode("utf-8", "replace")
        opening = ","
    yield b"[]\n" if opening == "[" else b"\n]\n"


def _life(life: Life, versions: Sequence[str]) -> dict[str, Any]:
    came = ((), *life.changes)
    return {
        "versions": [
            {
                "document": name,
                "numbers": [unit.number for unit in units],
                "changes": [change.change for change in changes],
                "words": [list(each) for change in changes if change.old and change.new for each in change.words],
                "texts": [unit.text for unit in units],
            }
            for name, units, changes in zip(versions, life.stages, came, strict=True)
        ]
    }


def _told(change: Change, comparison: Comparison) -> dict[str, Any]:
    is_pair = bool(change.old and change.new)
    operative = change.operative
    return {
        "from": [unit.number for unit in change.old],
        "to": [unit.number for unit in change.new],
        "change": change.change,
        "words": [list(each) for each in change.words] if is_pair else [],
        "kind": _kind(change),
        "spans": _of_both(change, lambda unit: list(unit.span)),
        "references": [list(each) for each in change.references],
        "recommendation": change.recommends,
        "strength": operative and {"from": operative.old, "to": operative.new, "change": operative.turn},
        "documents": {
            "from": [comparison.old[unit.document] for unit in change.old],
            "to": [comparison.new[unit.document] for unit in change.new],
        },
        "texts": _of_both(change, lambda unit: unit.text),
    }


def _kind(change: Change) -> str:
    """The kind; a paragraph of another document is of a kind of its own, for its numbers are not the report's."""
    units = (*change.old, *change.new)
    return QUOTED if all(unit.quoted and unit.is_block for unit in units) else change.kind


def _of_both(change: Change, told: Any) -> dict[str, list[Any]]:
    return {"from": _each(change.old, told), "to": _each(change.new, told)}


def _each(units: Sequence[Unit], told: Any) -> list[Any]:
    return [told(unit) for unit in units]
