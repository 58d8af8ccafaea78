"""Text of a document as a terminal may have it: never obeyed."""

from __future__ import annotations

import re

from wgtip_parse.diagnostics import Severity

SEVERITY_STYLE = {Severity.INFO: "blue", Severity.WARNING: "yellow", Severity.ERROR: "bold red"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text with its control characters written as escapes; line feeds and tabs stay."""
    return CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def in_one_line(text: str) -> str:
    """The same with line feeds as escapes too: a file may be named so."""
    return visible(text).replace("\n", "\\n")
