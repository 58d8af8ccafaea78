"""`wgtip diff`: two documents → what changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.arguments import PATH, formatted, output
from wgtip_parse.cli.exits import CLEAN, FINDINGS, NOTHING_DONE, told_exits
from wgtip_parse.cli.inputs import find, max_size, once, reading, revisions, spare_the_sources
from wgtip_parse.cli.outputs import fail, show, write

if TYPE_CHECKING:
    from wgtip_parse.changes import Change, Comparison
    from wgtip_parse.compiler.documents import Read
    from wgtip_parse.draft import Draft

    Shown = Callable[[Change], bool]

FORMATS = ("text", "json", "html", "docx")
KINDS = {
    "recommendations": ("recommendation",),
    "paragraphs": ("paragraph", "recommendation", "text"),
    "items": ("item",),
    "headings": ("heading",),
    "footnotes": ("footnote",),
    "masthead": ("masthead",),
}


@click.command(
    short_help="Tell what changed between two documents.", epilog=told_exits("something but numbers changed")
)
@click.argument("documents", nargs=-1, required=True, metavar="OLD... NEW", type=PATH)
@formatted(FORMATS, "text")
@output
@click.option(
    "--only", type=click.Choice(list(KINDS)), multiple=True, help="Only changes of this kind; may be repeated."
)
@click.option("--strength", is_flag=True, help="Only where a recommendation asks in other words than before.")
@click.option("--series", is_flag=True, help="Each document is a later version: the life of each recommendation.")
@revisions
@max_size
def diff(
    documents: tuple[str, ...],
    format_name: str | None,
    output: str,
    only: tuple[str, ...],
    strength: bool,
    series: bool,
    revisions: str,
    max_size: float | None,
) -> int:
    """Tell what became of each paragraph of OLD in NEW, whatever its number is now.

    NEW is the last; what stands before it are the parts of OLD. A folder is all its documents, as parts of one.

    \b
    Examples:
      wgtip diff joined-2023.txt final-2023.docx
      wgtip diff --only recommendations joined-2023.txt final-2023.txt
      wgtip diff drafts/meeting-2023-*.txt final-2023.txt
      wgtip diff --format html -o changes.html joined-2023.txt final-2023.txt
      wgtip diff --series drafts/meeting-2023-L.1.txt joined-2023.txt final-2023.txt
    """
    if len(documents) < 2:
        raise click.UsageError("give two documents, or two sides, to compare")
    spare_the_sources(documents, output)
    format_name = format_name or "text"
    read = reading(max_size, revisions)
    if series:
        return _series(documents, read, format_name, output)
    old, new = (read_side(side, read) for side in (documents[:-1], documents[-1:]))
    is_shown = partial(_is_shown, only=only, by_strength=strength, for_programs=format_name == "json")
    return _diff(old, new, format_name, output, is_shown)


def read_side(paths: Sequence[str], read: Read) -> tuple[Draft, ...]:
    """The documents of a side; the command ends where one cannot be read."""
    from wgtip_parse import readers
    from wgtip_parse.compiler.comparison import read_all

    failures: list[str] = []
    found = once(find(paths, failures))
    if failures:
        raise click.exceptions.Exit(NOTHING_DONE)
    try:
        return read_all(found, read, show)
    except readers.ReadError as error:
        fail(str(error))
        raise click.exceptions.Exit(NOTHING_DONE) from error


def _diff(old: Sequence[Draft], new: Sequence[Draft], format_name: str, output: str, is_shown: Shown) -> int:
    from wgtip_parse.compiler.comparison import compare, in_order, odd, of_different_meetings

    for warning in (*odd(old), *odd(new), *of_different_meetings(old, new)):
        fail(warning)
    comparison = compare(in_order(old), in_order(new))
    shown = list(filter(is_shown, comparison.changes))
    write(output, _emitted(comparison, shown, format_name, output))
    return FINDINGS if any(each.change != "same" for each in shown) else CLEAN


def _is_shown(change: Change, *, only: tuple[str, ...], by_strength: bool, for_programs: bool) -> bool:
    """People are told of items with their paragraphs, unless they ask for them."""
    if by_strength and change.operative is None:
        return False
    if not only:
        return for_programs or change.kind != "item"
    is_recommendation = change.recommends and change.kind != "item"
    return (is_recommendation and "recommendations" in only) or any(change.kind in KINDS[each] for each in only)


def _series(paths: Sequence[str], read: Read, format_name: str, output: str) -> int:
    """The life of each recommendation; exit 1 where one has changed."""
    from wgtip_parse import render
    from wgtip_parse.compare.series import lives
    from wgtip_parse.emitters.changes import emit_lives

    if format_name in ("html", "docx"):
        raise click.UsageError("--series is a table in text, or json")
    sides = [read_side([path], read) for path in paths]
    if any(len(side) != 1 for side in sides):
        raise click.UsageError("--series takes one document for each version")
    versions = [side[0] for side in sides]
    found = lives(versions)
    names = [version.report.masthead.symbol or version.source.name for version in versions]
    if format_name == "json":
        write(output, emit_lives(found, [version.source.name for version in versions]))
    else:
        colour = output == "-" and sys.stdout.isatty()
        write(output, [render.lives(found, names, colour=colour).encode("utf-8", "replace")])
    changed = any(each.change != "same" for life in found for step in life.changes for each in step)
    return FINDINGS if changed else CLEAN


def _emitted(comparison: Comparison, shown: Sequence[Change], format_name: str, output: str) -> Iterable[bytes]:
    if format_name == "json":
        from wgtip_parse.emitters.changes import emit_changes

        return emit_changes(comparison, shown)
    if format_name == "html":
        from wgtip_parse.emitters.changes_page import emit_changes_page

        return emit_changes_page(comparison, shown)
    if format_name == "docx":
        from wgtip_parse.emitters.word.changes import emit_changes as emit_document

        return [emit_document(comparison)]
    from wgtip_parse import render

    colour = output == "-" and sys.stdout.isatty()
    return [render.changes(comparison, shown, colour=colour).encode("utf-8", "replace")]
