"""Parse and check the reports of UN meetings, one document at a time; the `wgtip` command takes many.

`parse` and `check` take the text of a report, `load` and `check_file` the path of its file.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wgtip_parse.diagnostics import Diagnostic
    from wgtip_parse.model import Report
    from wgtip_parse.readers import Read, ReadError
    from wgtip_parse.source import Source

__all__ = ["ReadError", "__version__", "check", "check_file", "load", "parse"]
__version__ = "0.2.0"


def parse(text: str) -> Report:
    """The tree of a report, given as its text; whatever the text says, it is never taken for a path.

    Every text parses. Raises TypeError where what is given is no `str`.
    """
    from wgtip_parse import parser

    return parser.parse_source(_source(text, "load")).report


def load(path: str | os.PathLike[str]) -> Report:
    """The tree of the report in a file: text, Word, OpenDocument, PDF, HTML or RTF.

    Raises ReadError, an OSError, where the file cannot be read, with one line that says why: it is not there, is too
    large, damaged, under a password or no document; and TypeError where what is given is no path.
    """
    from wgtip_parse import parser

    return parser.parse_source(_read(path)[0]).report


def check(text: str) -> tuple[Diagnostic, ...]:
    """What the rules find in a report by itself, given as its text, in its order; raises what `parse` does."""
    return _checked(_source(text, "check_file"))


def check_file(path: str | os.PathLike[str]) -> tuple[Diagnostic, ...]:
    """What reading finds in a file, and the rules in its report by itself; raises what `load` does."""
    return _checked(*_read(path))


def __getattr__(name: str) -> Any:
    """`ReadError`, imported where it is asked for, because the command starts with this module."""
    if name == "ReadError":
        from wgtip_parse.readers import ReadError

        return ReadError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _checked(source: Source, of_reading: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    from wgtip_parse.compiler.checking import check_source
    from wgtip_parse.compiler.choice import Choice
    from wgtip_parse.compiler.judging import judge
    from wgtip_parse.placed import in_order

    found = check_source(source.name, Choice(), source, of_reading)
    (judged,) = judge([found], {}, None)
    return tuple(in_order(judged.diagnostics))


def _source(text: str, other: str) -> Source:
    from wgtip_parse import readers

    if not isinstance(text, str):
        raise TypeError(f"the text of a report is a str, not {type(text).__name__}; {other}() takes the path of a file")
    return readers.read_text(readers.STANDARD_INPUT, text)


def _read(path: str | os.PathLike[str]) -> Read:
    """A file as read; "-" is here the name of a file, as any other."""
    from wgtip_parse import readers

    name = os.fsdecode(path)
    return readers.read(os.path.join(os.curdir, name) if name == readers.STANDARD_INPUT else name)
