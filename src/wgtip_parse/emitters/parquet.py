"""The index as Parquet: the rows of the CSV in typed columns, for DuckDB, pandas, Spark and their like."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from wgtip_parse.emitters.rows import COLUMNS, Row, rows
from wgtip_parse.index.model import RecommendationIndex

if TYPE_CHECKING:
    import pyarrow

NUMBERS = ("session", "year", "line", "page")  # columns of whole numbers; all others are text
MANY = 100_000  # rows that are laid out by columns at a time, some 100 MB


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """A row for each recommendation; columns have the names of the CSV, with "_" for each space."""
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([(name, pyarrow.int64() if name in NUMBERS else pyarrow.string()) for name in _names()])
    file, made = io.BytesIO(), rows(index)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while some := list(islice(made, MANY)):
            writer.write_table(_table(some, schema))
    yield file.getvalue()


def _names() -> list[str]:
    return [column.heading.replace(" ", "_") for column in COLUMNS]


def _table(some: list[Row], schema: pyarrow.Schema) -> pyarrow.Table:
    import pyarrow

    columns = zip(*some, strict=True)
    return pyarrow.table([pyarrow.array(each, field.type) for each, field in zip(columns, schema, strict=True)], schema)
