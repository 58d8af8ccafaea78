"""The findings of a check as workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgtip_parse.diagnostics import Severity
from wgtip_parse.placed import Placed

COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
IN_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
IN_PROPERTY = (*IN_MESSAGE, (":", "%3A"), (",", "%2C"))


def emit_github(found: Iterable[Placed]) -> Iterator[bytes]:
    """A command for each finding; columns are given only within one line, as GitHub asks."""
    for each in found:
        properties = {"file": each.path, "line": each.line, "endLine": each.end_line}
        if each.line == each.end_line:
            properties |= {"col": each.column, "endColumn": each.end_column}
        properties["title"] = f"{each.code} {each.name}"
        listed = ",".join(f"{name}={_escaped(str(value), IN_PROPERTY)}" for name, value in properties.items())
        words = f"{each.place}: {each.code} {each.message}"
        message = words if each.hint is None else f"{words}\n{each.hint}"
        yield f"::{COMMANDS[each.severity]} {listed}::{_escaped(message, IN_MESSAGE)}\n".encode("utf-8", "replace")


def _escaped(text: str, escapes: Iterable[tuple[str, str]]) -> str:
    for character, escape in escapes:
        text = text.replace(character, escape)
    return text
