"""Trees and the index as JSON: one object for each, or objects joined into an array or into lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a parse has no need of models, and they take time to import
    from pydantic import BaseModel

    from wgtip_parse.index.model import RecommendationIndex

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def emit(tree: Mapping[str, Any]) -> bytes:
    """A report, as plain values in the shape and order of its model: one object in UTF-8, without a line end."""
    return _encode(tree).encode()


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """The whole index as one object, each meeting and each recommendation on a line of its own."""
    yield b'{"schema_version":%d,"meetings":' % index.schema_version
    yield from _lines(index.meetings)
    yield b',"documents":'
    yield from _lines(index.documents)
    yield b',"recommendations":'
    yield from _lines(index.recommendations)
    yield b',"passed_over":'
    yield from _lines(index.passed_over)
    yield b"}\n"


def emit_recommendations(index: RecommendationIndex) -> Iterator[bytes]:
    """One recommendation a line."""
    return join_lines(each.model_dump_json(by_alias=True).encode() for each in index.recommendations)


def emit_schema(of: type[BaseModel]) -> bytes:
    """The JSON Schema of a model."""
    return json.dumps(of.model_json_schema(mode="serialization"), indent=2).encode() + b"\n"


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


def _lines(models: Iterable[BaseModel]) -> Iterator[bytes]:
    opening = b"["
    for each in models:
        yield opening + b"\n" + each.model_dump_json(by_alias=True).encode()
        opening = b","
    yield b"[]" if opening == b"[" else b"\n]"
