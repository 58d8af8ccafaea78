"""Write grammars/report.json: the LALR table of the grammar as it is, so that no start has to make it.

Run it from a checkout, in its environment, after each change of grammars/*.lark; a test says where that was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from wgtip_parse.parser.table import KEPT, written

(Path(__file__).parents[1] / "grammars" / KEPT).write_text(written(), encoding="utf-8")
