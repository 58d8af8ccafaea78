"""Findings as the command line writes them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wgtip_parse.cli.outputs import write

if TYPE_CHECKING:
    from wgtip_parse.placed import Placed

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")


def write_findings(format_name: str | None, output: str, found: Sequence[Placed], documents: Sequence[str]) -> None:
    """The findings in a format, or in the one that suits the place; `documents` are those that were judged."""
    if format_name is None:
        format_name = "github" if os.environ.get("GITHUB_ACTIONS") == "true" and output == "-" else "text"
    if format_name in ("text", "concise"):
        colour = output == "-" and sys.stdout.isatty()
        write(output, _for_people(found, documents, colour=colour, concise=format_name == "concise"))
    else:
        write(output, _for_programs(format_name, found, documents))


def _for_people(found: Sequence[Placed], documents: Sequence[str], *, colour: bool, concise: bool) -> Iterable[bytes]:
    from wgtip_parse import render

    yield render.findings(found, len(documents), colour=colour, concise=concise).encode("utf-8", "replace")


def _for_programs(format_name: str, found: Sequence[Placed], documents: Sequence[str]) -> Iterable[bytes]:
    from wgtip_parse import __version__, rules
    from wgtip_parse.emitters import findings, github, gitlab, junit, sarif

    match format_name:
        case "json":
            return findings.emit_json(found)
        case "jsonl":
            return findings.emit_lines(found)
        case "github":
            return github.emit_github(found)
        case "gitlab":
            return [gitlab.emit_gitlab(found)]
        case "junit":
            return [junit.emit_junit(found, documents)]
    return [sarif.emit_sarif(found, documents, (*rules.RULES, *rules.NOTICES), __version__)]
