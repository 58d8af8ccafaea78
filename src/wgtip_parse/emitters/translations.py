"""A report in several languages as one JSON object: its documents, its rows, and what differs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from wgtip_parse.placed import Placed
from wgtip_parse.translations import Row, Translations


def emit_json(translations: Translations, differences: Sequence[Placed]) -> Iterator[bytes]:
    """The object; a row has its texts, numbers and spans in the order of the documents."""
    found = {
        "schema_version": 1,
        "documents": [
            {"name": name, "language": language, "symbol": symbol}
            for name, language, symbol in zip(
                translations.names, translations.languages, translations.symbols, strict=True
            )
        ],
        "rows": [
            _row(row, sorted({each.diagnostic.code for each in translations.of_row(at)}))
            for at, row in enumerate(translations.rows)
        ],
        "differences": [each.model_dump(mode="json") for each in differences],
    }
    yield json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _row(row: Row, codes: list[str]) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "number": row.number,
        "differences": codes,
        "numbers": [cell and cell.number for cell in row.cells],
        "texts": [cell and cell.text for cell in row.cells],
        "spans": [cell and list(cell.span) for cell in row.cells],
    }
