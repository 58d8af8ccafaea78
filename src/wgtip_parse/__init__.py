"""Parse the reports of UN meetings: `parse` for one document, the `wgtip` command for many."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgtip_parse.model import Report

__all__ = ["__version__", "parse"]
__version__ = "0.1.0"


def parse(text_or_path: str | os.PathLike[str]) -> Report:
    """The tree of a document, given as its text or as the path of its file.

    A string with a line end in it is text; any other is a path if such a file exists, and text if not.
    Raises `wgtip_parse.readers.ReadError` where the file cannot be read, never for what the text says.
    """
    from wgtip_parse import parser, readers

    if isinstance(text_or_path, str) and _is_text(text_or_path):
        source = readers.read_text("-", text_or_path)
    else:
        source, _ = readers.read(os.fspath(text_or_path))
    return parser.parse_source(source).report


def _is_text(text_or_path: str) -> bool:
    return "\n" in text_or_path or "\r" in text_or_path or not os.path.exists(text_or_path)
