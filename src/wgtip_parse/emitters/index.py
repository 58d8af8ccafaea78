"""The formats of a compiled index: a tuple of emitters, each chosen by the suffix of the file that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec

from wgtip_parse.emitters import csv, html, json, markdown, parquet, xlsx
from wgtip_parse.emitters.chapters import ARRANGEMENTS, Chapter, by_meeting
from wgtip_parse.emitters.word import compilation
from wgtip_parse.index import store
from wgtip_parse.index.model import RecommendationIndex

Emit = Callable[[RecommendationIndex], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class IndexEmitter:
    """One format: its name, which is also the suffix, and the function that turns an index into bytes.

    `arranged` are functions that do so by meeting or otherwise; `needs` are modules that it cannot do without.
    """

    name: str
    emit: Emit
    arranged: Mapping[str, Emit] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> str | None:
        """What the format needs and is not installed."""
        return next((each for each in self.needs if find_spec(each) is None), None)


def _akn(index: RecommendationIndex) -> Iterable[bytes]:
    from wgtip_parse.emitters.akn.index import emit_index  # lxml takes time to import

    return emit_index(index)


def _compilation(name: str, emit: Callable[[RecommendationIndex, Iterable[Chapter]], Iterable[bytes]]) -> IndexEmitter:
    """A format of compilations, in all their arrangements."""

    def by(arrange: Callable[[RecommendationIndex], list[Chapter]]) -> Emit:
        return lambda index: emit(index, arrange(index))

    return IndexEmitter(name, by(by_meeting), {each: by(arrange) for each, arrange in ARRANGEMENTS.items()})


EMITTERS = (
    IndexEmitter("sqlite", store.emit_index),
    IndexEmitter("json", json.emit_index),
    IndexEmitter("jsonl", json.emit_recommendations),
    IndexEmitter("csv", csv.emit_index),
    IndexEmitter("parquet", parquet.emit_index, needs=("pyarrow",)),
    IndexEmitter("xlsx", xlsx.emit_index, needs=("xlsxwriter", "python_calamine")),
    _compilation("md", markdown.emit_compilation),
    _compilation("docx", compilation.emit_compilation),
    IndexEmitter("html", html.emit_index),
    IndexEmitter("akn", _akn),
)
OTHER_SUFFIXES = {
    "": "sqlite",
    "db": "sqlite",
    "sqlite3": "sqlite",
    "xml": "akn",
    "markdown": "md",
}  # by which formats go besides


def emitter(name: str) -> IndexEmitter | None:
    """The emitter of that name or suffix."""
    return next((each for each in EMITTERS if each.name == name), None)
