"""`wgtip check`: documents → findings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.annotating import Annotating, annotating
from wgtip_parse.cli.arguments import files
from wgtip_parse.cli.choosing import choosing
from wgtip_parse.cli.exits import CLEAN, FINDINGS, NOTHING_DONE, UNREAD, told_exits
from wgtip_parse.cli.findings import Shown, showing
from wgtip_parse.cli.fixes import Fixing, fixing, write_diff
from wgtip_parse.cli.inputs import (
    find,
    max_size,
    ocr,
    once,
    reading,
    revisions,
    spare_the_sources,
)
from wgtip_parse.cli.outputs import counted, say, watched, write
from wgtip_parse.cli.readings import Reading, told
from wgtip_parse.cli.settled import OldFindings, Settled, old_findings, settled
from wgtip_parse.cli.watching import watching
from wgtip_parse.cli.working import Working, working

if TYPE_CHECKING:
    from wgtip_parse.compiler.checking import Checked
    from wgtip_parse.compiler.choice import Choice
    from wgtip_parse.compiler.documents import Read
    from wgtip_parse.compiler.workers import Workers
    from wgtip_parse.placed import Placed


FOUND = f"a warning or an error was found, a diff is shown, or {UNREAD}"


@click.command(short_help="Find the faults of drafts, and mend what is sure.", epilog=told_exits(FOUND))
@files
@watching("config")
@choosing
@settled
@showing
@fixing
@annotating
@old_findings
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@working()
@told("Exit 1 also where something in a document could not be read as it is printed, whatever is ignored.")
@revisions
@max_size
@ocr
def check(
    files: tuple[str, ...],
    choice: Choice,
    settled: Settled,
    shown: Shown,
    fixing: Fixing,
    annotating: Annotating,
    old: OldFindings,
    exit_zero: bool,
    working: Working,
    revisions: str,
    max_size: float | None,
    told: Reading,
    ocr: bool,
) -> int:
    """Judge each of FILES by the rules: a document, a folder of them, or - for standard input.

    Parts of one report are judged together, as far as those that are given can show; all that there are with --parts.
    Settings are read from the nearest wgtip.toml, or [tool.wgtip] in pyproject.toml, in the folder of a document and
    above.

    \b
    Examples:
      wgtip check final-2023.txt
      wgtip check --select P,R final-2023.txt drafts/
      wgtip check --watch drafts/
      wgtip check --annotate comments.docx final-2023.docx
      wgtip check --statistics --exclude meeting-2021* drafts/
      wgtip check --format json --stdin-filename drafts/new.txt - < final-2023.txt
      wgtip check --fix final-2023.txt
    """
    from wgtip_parse.compiler.baseline import emit_baseline
    from wgtip_parse.compiler.judging import findings, judge

    annotating.refuse_what_does_nothing(fixing)
    failures: list[str] = []
    documents, settings, choices = settled.of(once(find(files, failures), settled.stdin_filename), choice)
    spare_the_sources(documents, shown.output)
    baseline = old.read()
    read = reading(max_size, revisions, settled.stdin_filename, ocr=ocr)
    told.quiet = shown.quiet
    checked = _check(documents, choices, read, working.workers, told)
    if not checked and (failures or documents):
        return NOTHING_DONE
    known = None if old.update_baseline else baseline
    judge_these = partial(judge, configurations=settings, baseline=known, complete=settled.parts)
    if fixing.diff:
        fixed = write_diff(checked, judge_these, fixing, revisions, shown.output)
        return FINDINGS if failures or (fixed and not exit_zero) else CLEAN
    judged = annotating.judged(checked, judge_these, fixing, revisions=revisions, quiet=shown.quiet)
    found = findings(judged, settings, complete=settled.parts)
    if baseline is not None and old.update_baseline:
        write(baseline.path, emit_baseline(baseline, judged, found))
        say(f"{baseline.path}: {counted(len(found), 'finding')}")
        return FINDINGS if failures else CLEAN
    shown.write(found, [each.draft.source.name for each in judged])
    return FINDINGS if failures or (_matters(found) and not exit_zero) else CLEAN


def _check(
    documents: Sequence[str], choices: Sequence[Choice], read: Read, workers: Workers, told: Reading
) -> list[Checked]:
    """The documents that could be read."""
    from wgtip_parse.compiler.checking import Unread, check_all

    outcomes = check_all(documents, choices, read, workers)
    checked: list[Checked] = []
    for outcome in outcomes if told.quiet else watched(outcomes, documents, None, "check"):
        if isinstance(outcome, Unread):
            told.miss(outcome.failure)
        else:
            checked.append(outcome)
            told.add(outcome.path, outcome.of_reading)
    return checked


def _matters(found: Sequence[Placed]) -> bool:
    from wgtip_parse.diagnostics import Severity

    return any(each.severity != Severity.INFO for each in found)
