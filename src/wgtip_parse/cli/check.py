"""`wgtip check`: documents → findings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.choosing import choosing
from wgtip_parse.cli.exits import CLEAN, FINDINGS, NOTHING_DONE
from wgtip_parse.cli.findings import FORMATS, write_findings
from wgtip_parse.cli.fixes import Fixing, fixing, make_fixes, write_diff, write_fixes
from wgtip_parse.cli.inputs import find, max_size, once, reading, revisions, spare_the_sources, worker_processes
from wgtip_parse.cli.outputs import counted, fail, say, watched, write
from wgtip_parse.cli.settled import OldFindings, configured, old_findings

if TYPE_CHECKING:
    from wgtip_parse.compiler.checking import Checked
    from wgtip_parse.compiler.choice import Choice
    from wgtip_parse.compiler.documents import Read
    from wgtip_parse.placed import Placed


@click.command(short_help="Find the faults of drafts, and mend what is sure.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@choosing
@click.option("--output-format", "format_name", type=click.Choice(FORMATS), help="text, or github in GitHub Actions.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write here instead, whole or not at all.")
@fixing
@old_findings
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes.")
@revisions
@max_size
def check(
    paths: tuple[str, ...],
    choice: Choice,
    format_name: str | None,
    output: str,
    fixing: Fixing,
    old: OldFindings,
    exit_zero: bool,
    jobs: int | None,
    revisions: str,
    max_size: float | None,
) -> int:
    """Judge each PATH by the rules: a document, a folder of them, or - for standard input.

    The documents of one meeting are judged together. Exits 1 where a warning or an error is found, or a diff is shown.
    Settings are read from the nearest wgtip.toml, or [tool.wgtip] in pyproject.toml, in the folder of a document and
    above.

    \b
    Examples:
      wgtip check report.txt
      wgtip check --select P,R reports/
      wgtip check --fix report.txt
      wgtip check --output-format json - < report.txt
    """
    from wgtip_parse.compiler.baseline import emit_baseline
    from wgtip_parse.compiler.judging import findings, judge

    failures: list[str] = []
    documents = once(find(paths, failures))
    spare_the_sources(documents, output)
    settings, choices = configured(documents, choice)
    baseline = old.read()
    checked = _check(documents, choices, reading(max_size, revisions), worker_processes(jobs, len(documents)), failures)
    judge_these = partial(judge, configurations=settings, baseline=None if old.update_baseline else baseline)
    if fixing.diff:
        _, fixed = make_fixes(checked, judge_these, unsafe=fixing.unsafe_fixes)
        write_diff(fixed, output)
        return FINDINGS if failures or (fixed and not exit_zero) else CLEAN
    judged = write_fixes(checked, judge_these, unsafe=fixing.unsafe_fixes) if fixing.writes else judge_these(checked)
    found = findings(judged, settings)
    if baseline is not None and old.update_baseline:
        write(baseline.path, emit_baseline(baseline, judged, found))
        say(f"{baseline.path}: {counted(len(found), 'finding')}")
        return FINDINGS if failures else CLEAN
    write_findings(format_name, output, found, [each.draft.source.name for each in judged])
    return FINDINGS if failures or (_matters(found) and not exit_zero) else CLEAN


def _check(
    documents: Sequence[str], choices: Sequence[Choice], read: Read, jobs: int, failures: list[str]
) -> list[Checked]:
    """The documents that could be read; ends the command where there is none."""
    from wgtip_parse.compiler.checking import Unread, check_all

    outcomes = check_all(documents, choices, read, jobs)
    checked: list[Checked] = []
    for outcome in watched(outcomes, len(documents), None, "check"):
        if isinstance(outcome, Unread):
            failures.append(outcome.failure)
            fail(outcome.failure)
        else:
            checked.append(outcome)
    if not checked:
        raise click.exceptions.Exit(NOTHING_DONE)
    return checked


def _matters(found: Sequence[Placed]) -> bool:
    from wgtip_parse.diagnostics import Severity

    return any(each.severity != Severity.INFO for each in found)
