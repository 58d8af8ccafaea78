"""Parse and check the reports of UN meetings: `parse` and `check` for one document, the `wgtip` command for many."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgtip_parse.diagnostics import Diagnostic
    from wgtip_parse.model import Report
    from wgtip_parse.source import Source

__all__ = ["__version__", "check", "parse"]
__version__ = "0.1.0"


def parse(text_or_path: str | os.PathLike[str]) -> Report:
    """The tree of a document, given as its text or as the path of its file.

    A string with a line end in it is text; any other is a path if such a file exists, and text if not.
    Raises `wgtip_parse.readers.ReadError` where the file cannot be read, never for what the text says.
    """
    from wgtip_parse import parser

    source, _ = _read(text_or_path)
    return parser.parse_source(source).report


def check(text_or_path: str | os.PathLike[str]) -> tuple[Diagnostic, ...]:
    """What the rules find in a document by itself, in the order of the text; takes and raises what `parse` does."""
    from wgtip_parse.compiler.checking import check_source
    from wgtip_parse.compiler.choice import Choice
    from wgtip_parse.compiler.judging import judge
    from wgtip_parse.placed import in_order

    source, of_reading = _read(text_or_path)
    found = check_source(source.name, Choice(), source, of_reading)
    (judged,) = judge([found], {}, None)
    return tuple(in_order(judged.diagnostics))


def _read(text_or_path: str | os.PathLike[str]) -> tuple[Source, tuple[Diagnostic, ...]]:
    from wgtip_parse import readers

    if isinstance(text_or_path, str) and _is_text(text_or_path):
        return readers.read_text("-", text_or_path), ()
    return readers.read(os.fspath(text_or_path))


def _is_text(text_or_path: str) -> bool:
    return "\n" in text_or_path or "\r" in text_or_path or not os.path.exists(text_or_path)
