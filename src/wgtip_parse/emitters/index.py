"""The formats of a compiled index: a tuple of emitters, each chosen by the suffix of the file that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wgtip_parse.emitters import json
from wgtip_parse.index.model import RecommendationIndex


@dataclass(frozen=True, slots=True)
class IndexEmitter:
    """One format: its name, which is also the suffix, and the function that turns an index into bytes."""

    name: str
    emit: Callable[[RecommendationIndex], Iterable[bytes]]


EMITTERS = (
    IndexEmitter("json", json.emit_index),
    IndexEmitter("jsonl", json.emit_recommendations),
)


def emitter(name: str) -> IndexEmitter | None:
    """The emitter of that name or suffix."""
    return next((each for each in EMITTERS if each.name == name), None)
