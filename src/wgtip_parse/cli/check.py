"""`wgtip check`: documents → findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

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
)
from wgtip_parse.cli.outputs import counted, say, watched, write
from wgtip_parse.cli.readings import Reading, told
from wgtip_parse.cli.settled import OldFindings, Settled, old_findings, settled
from wgtip_parse.cli.watching import watching
from wgtip_parse.cli.working import Working, working

if TYPE_CHECKING:
    from wgtip_parse.compiler.baseline import Baseline
    from wgtip_parse.compiler.checking import Checked, Unread
    from wgtip_parse.compiler.choice import Choice
    from wgtip_parse.compiler.documents import Read
    from wgtip_parse.compiler.examining import Examined, Standard, Work
    from wgtip_parse.compiler.found import Found
    from wgtip_parse.compiler.judging import Judged
    from wgtip_parse.compiler.workers import Workers

Outcome = TypeVar("Outcome", bound="Checked | Examined | Unread")


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
    from wgtip_parse.compiler.examining import Standard
    from wgtip_parse.compiler.judging import in_order

    annotating.refuse_what_does_nothing(fixing)
    failures: list[str] = []
    documents, settings, choices = settled.of(once(find(files, failures), settled.stdin_filename), choice)
    shown.spare(documents)
    baseline = old.read()
    told.quiet = shown.quiet
    read = reading(max_size, revisions, settled.stdin_filename, ocr=ocr)
    standard = Standard(read, settings, None if old.update_baseline else baseline, settled.parts)
    works = [*zip(documents, choices, strict=True)]
    if fixing.diff or annotating.writes(fixing):
        checked = _checked(works, read, working.workers, told)
        if not checked and (failures or documents):
            return NOTHING_DONE
        if fixing.diff:
            fixed = write_diff(checked, standard.judge, fixing, revisions, shown.output)
            return FINDINGS if failures or (fixed and not exit_zero) else CLEAN
        judged: Sequence[Checked | Judged] = annotating.judged(
            checked, standard.judge, fixing, revisions=revisions, quiet=shown.quiet
        )
    else:
        judged = _examined(works, standard, working.workers, told)
        if not judged and (failures or documents):
            return NOTHING_DONE
    found = in_order(judged, settings, complete=settled.parts)
    names = [each.name for each in judged]
    if baseline is not None and old.update_baseline:
        return _renew(baseline, names, found, failures)
    shown.write(found, names)
    return FINDINGS if failures or (_matters(found) and not exit_zero) else CLEAN


def _renew(baseline: Baseline, names: Sequence[str], found: Sequence[Found], failures: Sequence[str]) -> int:
    from wgtip_parse.compiler.baseline import emit_baseline

    write(baseline.path, emit_baseline(baseline, names, (each.placed for each in found)))
    say(f"{baseline.path}: {counted(len(found), 'finding')}")
    return FINDINGS if failures else CLEAN


def _checked(works: Sequence[Work], read: Read, workers: Workers, told: Reading) -> list[Checked]:
    """The documents that could be read, each as its own rules find it: what is written again needs all of it."""
    from wgtip_parse.compiler.checking import Checked, check_all

    paths, choices = [path for path, _ in works], [choice for _, choice in works]
    outcomes = _watched(check_all(paths, choices, read, workers), works, told)
    return [each for each in outcomes if isinstance(each, Checked)]


def _examined(works: Sequence[Work], standard: Standard, workers: Workers, told: Reading) -> list[Judged]:
    """What is to be shown of the documents that could be read."""
    from wgtip_parse.compiler.examining import Examination

    with Examination(standard, workers) as examination:
        for _ in _watched(examination.all(works), works, told):
            pass
        return examination.judged()


def _watched(outcomes: Iterator[Outcome], works: Sequence[Work], told: Reading) -> Iterator[Outcome]:
    """The outcomes, with a progress bar; what could not be read, or not wholly, is counted."""
    from wgtip_parse.compiler.checking import Unread

    documents = [path for path, _ in works]
    for outcome in outcomes if told.quiet else watched(outcomes, documents, None, "check"):
        if isinstance(outcome, Unread):
            told.miss(outcome.failure)
        else:
            told.add(outcome.path, outcome.of_reading)
        yield outcome


def _matters(found: Sequence[Found]) -> bool:
    from wgtip_parse.diagnostics import Severity

    return any(each.severity != Severity.INFO for each in found)
