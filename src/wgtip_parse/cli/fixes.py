"""Fixes as the command line makes them: into the files, or shown as a diff."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

from wgtip_parse.cli.exits import NOTHING_DONE, OWN_FAULT
from wgtip_parse.cli.grouping import grouped
from wgtip_parse.cli.outputs import fail, for_the_screen, say, write

if TYPE_CHECKING:
    from wgtip_parse.compiler.checking import Checked
    from wgtip_parse.compiler.fixing import Fixed, Judge

Refuses = Callable[["Checked"], str | None]


class Fixing(NamedTuple):
    """Which fixes are wanted, and whether they are written or shown."""

    fix: bool
    unsafe_fixes: bool
    diff: bool

    @property
    def writes(self) -> bool:
        """Whether files are to be changed."""
        return (self.fix or self.unsafe_fixes) and not self.diff


OPTIONS = (
    click.option("--fix", is_flag=True, help="Write the fixes that cannot change what a draft says: text and Word."),
    click.option("--unsafe-fixes", is_flag=True, help="Write the other fixes as well: read them."),
    click.option("--diff", is_flag=True, help="Show what fixes would change, and write nothing."),
)
fixing = grouped("fixing", OPTIONS, Fixing)


def make_fixes(
    checked: Sequence[Checked], judge: Judge, *, unsafe: bool, revisions: str, refuses: Refuses | None = None
) -> tuple[list[Checked], list[Fixed]]:
    """The documents as judged after all fixes, and those that changed; ends the command where that cannot be done.

    `refuses` says why a document is not fixed, if it is not; the others are.
    """
    from wgtip_parse.compiler.fixing import fix_all, refusal
    from wgtip_parse.readers import Revisions

    with faults():
        chosen = reasoned(checked, refuses or refusal)
        read_as = Revisions(revisions)
        return fix_all(checked, judge, unsafe=unsafe, revisions=read_as, takes=chosen.__contains__)


def reasoned(checked: Sequence[Checked], refuses: Refuses) -> list[Checked]:
    """The documents that nothing is said against; says why the others are refused, and ends where those are all."""
    chosen: list[Checked] = []
    for each in checked:
        reason = refuses(each)
        if reason is None:
            chosen.append(each)
        else:
            fail(reason)
    if checked and not chosen:
        raise click.exceptions.Exit(NOTHING_DONE)
    return chosen


@contextmanager
def faults() -> Iterator[None]:
    """While drafts are written again: what cannot be done ends the command with one line."""
    from wgtip_parse.compiler.fixing import FaultyFixError, UnfixableError
    from wgtip_parse.readers import ReadError

    try:
        yield
    except (UnfixableError, ReadError, OSError) as error:
        fail(str(error))
        raise click.exceptions.Exit(NOTHING_DONE) from error
    except FaultyFixError as error:
        fail(f"internal error: {error}; nothing was written; please report it (--ignore its code fixes the rest)")
        raise click.exceptions.Exit(OWN_FAULT) from error


def write_texts(fixed: Sequence[Fixed], *, quiet: bool) -> None:
    """Write each changed text whole, with its encoding and line ends."""
    for each in fixed:
        write(each.path, [each.data])
    if fixed and not quiet:
        say(f"{sum(each.fixes for each in fixed)} fixed in {', '.join(each.path for each in fixed)}")


def write_diff(
    checked: Sequence[Checked], judge: Judge, fixing: Fixing, revisions: str, output: str
) -> Sequence[Fixed]:
    """Write what the fixes would change; the documents that they would."""
    from wgtip_parse.emitters import diff

    _, fixed = make_fixes(checked, judge, unsafe=fixing.unsafe_fixes, revisions=revisions)
    lines = [
        line
        for each in fixed
        for line in diff.emit_diff(each.before.source.name, each.before.source.text, each.after.source.text)
    ]
    if output == "-" and sys.stdout.isatty():
        lines = [for_the_screen(line.decode()).encode() for line in lines]
    write(output, lines)
    return fixed
