"""Fixes as the command line makes them: into the files, or shown as a diff."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from wgtip_parse.cli.exits import NOTHING_DONE, OWN_FAULT
from wgtip_parse.cli.grouping import grouped
from wgtip_parse.cli.outputs import fail, for_the_screen, say, write

if TYPE_CHECKING:
    from wgtip_parse.compiler.checking import Checked
    from wgtip_parse.compiler.fixing import Fixed, Judge


class Fixing(NamedTuple):
    """Which fixes are wanted, and whether they are written or shown."""

    fix: bool
    unsafe_fixes: bool
    diff: bool

    @property
    def writes(self) -> bool:
        """Whether files are to be changed."""
        return (self.fix or self.unsafe_fixes) and not self.diff

    def judged(self, checked: Sequence[Checked], judge: Judge, *, quiet: bool) -> list[Checked]:
        """The documents with what is found in them when they are seen together, after the fixes that are wanted."""
        return write_fixes(checked, judge, unsafe=self.unsafe_fixes, quiet=quiet) if self.writes else judge(checked)


OPTIONS = (
    click.option("--fix", is_flag=True, help="Write the fixes that cannot change what a draft says; plain text only."),
    click.option("--unsafe-fixes", is_flag=True, help="Write the other fixes as well: read them."),
    click.option("--diff", is_flag=True, help="Show what fixes would change, and write nothing."),
)
fixing = grouped("fixing", OPTIONS, Fixing)


def make_fixes(checked: Sequence[Checked], judge: Judge, *, unsafe: bool) -> tuple[list[Checked], list[Fixed]]:
    """The documents as judged after all fixes, and those that changed; ends the command where that cannot be done."""
    from wgtip_parse.compiler.fixing import FaultyFixError, UnfixableError, fix_all, refusal

    refusals = [why for each in checked if (why := refusal(each)) is not None]
    for why in refusals:
        fail(why)
    if len(refusals) == len(checked):
        raise click.exceptions.Exit(NOTHING_DONE)
    try:
        return fix_all(checked, judge, unsafe=unsafe)
    except UnfixableError as error:
        fail(str(error))
        raise click.exceptions.Exit(NOTHING_DONE) from error
    except FaultyFixError as error:
        fail(f"internal fault: {error}; nothing was written; please report it (--ignore its code fixes the rest)")
        raise click.exceptions.Exit(OWN_FAULT) from error


def write_fixes(checked: Sequence[Checked], judge: Judge, *, unsafe: bool, quiet: bool) -> list[Checked]:
    """The documents as judged after all fixes; each changed file is written whole, with its encoding and line ends."""
    if any(each.path == "-" for each in checked):
        raise click.UsageError("standard input cannot be fixed: use --diff")
    judged, fixed = make_fixes(checked, judge, unsafe=unsafe)
    for each in fixed:
        write(each.path, [each.data])
    if fixed and not quiet:
        say(f"{sum(each.fixes for each in fixed)} fixed in {', '.join(each.path for each in fixed)}")
    return judged


def write_diff(fixed: Sequence[Fixed], output: str) -> None:
    """What the fixes would change."""
    from wgtip_parse.emitters import diff

    lines = [
        line
        for each in fixed
        for line in diff.emit_diff(each.before.source.name, each.before.source.text, each.after.source.text)
    ]
    if output == "-" and sys.stdout.isatty():
        lines = [for_the_screen(line.decode()).encode() for line in lines]
    write(output, lines)
