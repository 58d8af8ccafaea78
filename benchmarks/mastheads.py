"""How right the mastheads are on the 60 labelled PDFs of ../shared/board: `make accuracy`, or one half alone.

The labels are in tests/data/mastheads.json; tests/data/draw_mastheads.py says how they were drawn and made.
A field is right when it is what the label or one of its alternatives says, letters and figures alone being compared.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from wgtip_parse import readers
from wgtip_parse.parser import parse_source

ROOT = Path(__file__).parent.parent
BOARD = ROOT.parent / "shared" / "board" / "pdf"
LABELS = ROOT / "tests" / "data" / "mastheads.json"
HALVES = ("mended", "once")


def folded(value: object) -> str:
    """The letters and figures of a value."""
    return "".join(filter(str.isalnum, str(value or ""))).casefold()


def fields(path: Path) -> dict[str, Any]:
    """The fields of a document's masthead, those of the meeting by themselves."""
    source, _ = readers.read(str(path))
    said = parse_source(source).report.masthead.model_dump(mode="json")
    return said | {f"meeting_{name}": (said["meeting"] or {}).get(name) for name in ("place", "start", "end")}


def main() -> None:
    if not BOARD.is_dir():
        sys.exit("the documents are not beside this checkout: nothing was measured")
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    for half in sys.argv[1:] or HALVES:
        right: Counter[str] = Counter()
        whole = 0
        documents = {name: label for name, label in labels.items() if label["half"] == half}
        for name, label in documents.items():
            said = fields(BOARD / f"{name}.pdf")
            wrong = [
                field
                for field, value in label["masthead"].items()
                if folded(said[field]) not in map(folded, [value, *label["alt"].get(field, [])])
            ]
            whole += not wrong
            right.update(label["masthead"].keys() - wrong)
        print(f"{half}: every field right in {whole} of {len(documents)} documents")
        print("   " + ", ".join(f"{field} {count / len(documents):.2f}" for field, count in sorted(right.items())))


if __name__ == "__main__":
    main()
