"""Findings as the command line writes them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from wgtip_parse.cli.arguments import formatted, hidden_format, output
from wgtip_parse.cli.grouping import grouped
from wgtip_parse.cli.inputs import spare_the_sources
from wgtip_parse.cli.outputs import terminal_width, write
from wgtip_parse.cli.sharding import IN_LINES, is_into_folder, sharded

if TYPE_CHECKING:
    from wgtip_parse.compiler.found import Found
    from wgtip_parse.placed import Placed

PAGE_WIDTH = 80  # columns of what goes into a file or a pipe
FOR_PEOPLE = ("text", "concise")
FORMATS = (*FOR_PEOPLE, "json", "jsonl", "sarif", "github", "gitlab", "junit")


class Shown(NamedTuple):
    """In which form the findings are shown, where, and how much is said."""

    format_name: str | None
    output: str
    statistics: bool
    quiet: bool

    def write(self, found: Sequence[Found], documents: Sequence[str]) -> None:
        """The findings in a format, or in the one that suits the place; `documents` are those that were judged."""
        form = self._fitting()
        if form in FOR_PEOPLE:
            write(self.output, self._for_people([each.placed for each in found], documents, form))
        elif self.statistics:
            raise click.UsageError(f"--statistics are a table: they have no --format {form}")
        elif is_into_folder(self.output, form):
            from wgtip_parse.compiler.fingerprint import of_work

            with sharded(self.output, of_work("check")) as shards:
                for each in found:
                    shards.add(each.json)
                shards.end()
        else:
            write(self.output, _for_programs(form, found, documents))

    def spare(self, documents: Sequence[str]) -> None:
        """Refuse to write over a document that is to be read, or into a folder what cannot be parted."""
        is_into_folder(self.output, self.format_name)
        spare_the_sources(documents, self.output)

    def _fitting(self) -> str:
        if self.format_name:
            return self.format_name
        if is_into_folder(self.output, None):
            return IN_LINES
        in_actions = os.environ.get("GITHUB_ACTIONS") == "true" and self.output == "-" and not self.statistics
        return "github" if in_actions else "text"

    def _for_people(self, found: Sequence[Placed], documents: Sequence[str], form: str) -> Iterable[bytes]:
        from wgtip_parse import render

        on_terminal = self.output == "-" and sys.stdout.isatty()
        width = terminal_width() if on_terminal else PAGE_WIDTH
        if self.statistics:
            printed = render.statistics(found, colour=on_terminal)
        else:
            printed = render.findings(found, width=width, colour=on_terminal, concise=form == "concise")
        summary = "" if self.quiet or form == "concise" else render.summary(found, len(documents), colour=on_terminal)
        yield (printed + summary).encode("utf-8", "replace")


OPTIONS = (
    formatted(FORMATS, "text, or github in GitHub Actions"),
    hidden_format("--output-format", FORMATS),
    output,
    click.option("--statistics", is_flag=True, help="Count the findings of each code, the most first."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but findings and failures."),
)
showing = grouped("shown", OPTIONS, Shown)


def _for_programs(format_name: str, everything: Sequence[Found], documents: Sequence[str]) -> Iterable[bytes]:
    from wgtip_parse import __version__, rules
    from wgtip_parse.emitters import github, gitlab, json, junit, sarif

    if format_name in ("json", "jsonl"):
        join = json.join_array if format_name == "json" else json.join_lines
        return join(each.json for each in everything)
    found = [each.placed for each in everything]
    match format_name:
        case "github":
            return github.emit_github(_of_repository("GITHUB_WORKSPACE", found))
        case "gitlab":
            return [gitlab.emit_gitlab(_of_repository("CI_PROJECT_DIR", found))]
        case "junit":
            return [junit.emit_junit(found, documents)]
    return [sarif.emit_sarif(found, documents, (*rules.RULES, *rules.NOTICES), __version__, _repository())]


def _of_repository(variable: str, found: Sequence[Placed]) -> list[Placed]:
    """The findings with paths from the root of the repository, which such a host asks for, whatever the folder."""
    top = os.environ.get(variable) or root(os.getcwd())
    return [each.model_copy(update={"path": _from(top, each.path)}) for each in found]


def root(folder: str) -> str:
    """The folder of a repository, at or above a folder; the folder itself outside of any."""
    above = folder
    while not os.path.exists(os.path.join(above, ".git")):
        if above == os.path.dirname(above):
            return folder
        above = os.path.dirname(above)
    return above


def _from(top: str, path: str) -> str:
    """A path from the top with forward slashes; as it is where it leads out of there, or is standard input."""
    from wgtip_parse.readers import STANDARD_INPUT

    folder, name = os.path.split(path)
    inside = os.path.relpath(os.path.join(os.path.realpath(folder), name), os.path.realpath(top))
    kept = path == STANDARD_INPUT or inside.startswith(os.pardir)
    return (path if kept else inside).replace("\\", "/")


def _repository() -> str | None:
    """The address of our repository, if what is installed names one: [project.urls] in pyproject.toml."""
    from importlib import metadata

    try:
        named = metadata.metadata("wgtip").get_all("Project-URL") or ()
    except metadata.PackageNotFoundError:
        return None
    return next((url for label, _, url in (each.partition(", ") for each in named) if label == "Repository"), None)
