"""Findings as the command line writes them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wgtip_parse.cli.outputs import write

if TYPE_CHECKING:
    from wgtip_parse.placed import Placed

PAGE_WIDTH = 80  # columns of what goes into a file or a pipe
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")


def write_findings(format_name: str | None, output: str, found: Sequence[Placed], documents: Sequence[str]) -> None:
    """The findings in a format, or in the one that suits the place; `documents` are those that were judged."""
    if format_name is None:
        format_name = "github" if os.environ.get("GITHUB_ACTIONS") == "true" and output == "-" else "text"
    if format_name in ("text", "concise"):
        on_terminal = output == "-" and sys.stdout.isatty()
        write(output, _for_people(found, documents, on_terminal=on_terminal, concise=format_name == "concise"))
    else:
        write(output, _for_programs(format_name, found, documents))


def _for_people(
    found: Sequence[Placed], documents: Sequence[str], *, on_terminal: bool, concise: bool
) -> Iterable[bytes]:
    from wgtip_parse import render

    width = shutil.get_terminal_size().columns if on_terminal else PAGE_WIDTH
    printed = render.findings(found, len(documents), width=width, colour=on_terminal, concise=concise)
    yield printed.encode("utf-8", "replace")


def _for_programs(format_name: str, found: Sequence[Placed], documents: Sequence[str]) -> Iterable[bytes]:
    from wgtip_parse import __version__, rules
    from wgtip_parse.emitters import findings, github, gitlab, junit, sarif

    match format_name:
        case "json":
            return findings.emit_json(found)
        case "jsonl":
            return findings.emit_lines(found)
        case "github":
            return github.emit_github(_of_repository("GITHUB_WORKSPACE", found))
        case "gitlab":
            return [gitlab.emit_gitlab(_of_repository("CI_PROJECT_DIR", found))]
        case "junit":
            return [junit.emit_junit(found, documents)]
    return [sarif.emit_sarif(found, documents, (*rules.RULES, *rules.NOTICES), __version__)]


def _of_repository(variable: str, found: Sequence[Placed]) -> list[Placed]:
    """The findings with paths from the root of the repository, which such a host asks for, whatever the folder."""
    root = os.environ.get(variable) or _root(os.getcwd())
    return [each.model_copy(update={"path": _from(root, each.path)}) for each in found]


def _root(folder: str) -> str:
    """The folder of a repository, at or above a folder; the folder itself outside of any."""
    above = folder
    while not os.path.exists(os.path.join(above, ".git")):
        if above == os.path.dirname(above):
            return folder
        above = os.path.dirname(above)
    return above


def _from(root: str, path: str) -> str:
    """A path from the root with forward slashes; as it is where it leads out of there, or is standard input."""
    from wgtip_parse.readers import STANDARD_INPUT

    folder, name = os.path.split(path)
    inside = os.path.relpath(os.path.join(os.path.realpath(folder), name), os.path.realpath(root))
    kept = path == STANDARD_INPUT or inside.startswith(os.pardir)
    return (path if kept else inside).replace("\\", "/")
