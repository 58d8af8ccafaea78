"""Findings and fixes as the command line writes them into Word files and PDFs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import click

from wgtip_parse.cli.arguments import PATH
from wgtip_parse.cli.fixes import Fixing, faults, make_fixes, reasoned, write_texts
from wgtip_parse.cli.grouping import grouped
from wgtip_parse.cli.outputs import counted, say, write

if TYPE_CHECKING:
    from wgtip_parse.compiler.checking import Checked
    from wgtip_parse.compiler.fixing import Fixed, Judge
    from wgtip_parse.readers import Revisions

DATES = ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S")


class Annotating(NamedTuple):
    """Where drafts are written again, and how."""

    annotate: str | None
    accept: bool
    in_place: bool
    most: int | None
    date: datetime | None

    def judged(
        self, checked: Sequence[Checked], judge: Judge, fixing: Fixing, *, revisions: str, quiet: bool
    ) -> list[Checked]:
        """The documents with what is found in them, after the fixes that are wanted; writes what is to be written."""
        from wgtip_parse.readers import Revisions

        work = _Work(self, checked, Revisions(revisions), unsafe=fixing.unsafe_fixes, quiet=quiet)
        return work.fix(judge) if fixing.fix or self.annotate is None else work.annotate(judge)

    def writes(self, fixing: Fixing) -> bool:
        """Whether drafts are to be written again."""
        return self.annotate is not None or fixing.writes

    def refuse_what_does_nothing(self, fixing: Fixing) -> None:
        """End the command where an option of this group has nothing to do."""
        if self.accept and not fixing.writes:
            raise click.UsageError("--accept needs --fix")
        if self.in_place and self.annotate is None and not fixing.writes:
            raise click.UsageError("--in-place needs --fix, or --annotate with the name of the draft")
        if self.annotate is not None and fixing.diff:
            raise click.UsageError("--diff writes nothing: leave out --annotate")
        if self.annotate is None and self.most is not None:
            raise click.UsageError("--most needs --annotate FILE")


OPTIONS = (
    click.option(
        "--annotate",
        metavar="FILE",
        type=PATH,
        help="Write a copy of a Word draft or PDF with each finding as a comment at its words and, in Word, each fix "
        "as a tracked change. Of several drafts FILE is a folder.",
    ),
    click.option("--accept", is_flag=True, help="With --fix: fixes in Word as plain text, not as tracked changes."),
    click.option("--in-place", is_flag=True, help="Write over a Word draft or PDF itself."),
    click.option("--most", type=click.IntRange(min=1), metavar="N", help="Comments in one copy; 1,000 if not given."),
    click.option(
        "--date",
        metavar="DATE",
        type=click.DateTime(DATES),
        help="Date of comments and changes, as 2025-06-13; none if not given.",
    ),
)
annotating = grouped("annotating", OPTIONS, Annotating)


class _Work:
    """What one command writes of the documents that it has checked."""

    def __init__(
        self, given: Annotating, checked: Sequence[Checked], revisions: Revisions, *, unsafe: bool, quiet: bool
    ) -> None:
        self.given, self.checked, self.revisions = given, checked, revisions
        self.unsafe, self.quiet = unsafe, quiet

    def annotate(self, judge: Judge) -> list[Checked]:
        """Write each draft with its findings and, in Word, with the fixes as changes; the findings as they were."""
        from wgtip_parse.compiler.annotating import MOST, refusal
        from wgtip_parse.compiler.fixing import fix_all

        judged = judge(self.checked)
        with faults():
            chosen = reasoned(judged, refusal)
        targets = self._targets(chosen)
        words = {each.path for each in chosen if each.draft.source.format == "word"}
        edits = {}
        if words:
            with faults():
                _, fixed = fix_all(
                    self.checked,
                    judge,
                    unsafe=self.unsafe,
                    revisions=self.revisions,
                    takes=lambda each: each.path in words,
                )
            edits = {each.path: each for each in fixed}
        for each in chosen:
            self._write_copy(each, edits.get(each.path), targets[each.path], self.given.most or MOST)
        return judged

    def fix(self, judge: Judge) -> list[Checked]:
        """Write the fixes, in Word as tracked changes unless they are accepted; what is found then."""
        if any(each.path == "-" for each in self.checked):
            raise click.UsageError("standard input cannot be fixed: use --diff")
        judged, fixed = make_fixes(
            self.checked, judge, unsafe=self.unsafe, revisions=self.revisions.value, refuses=self._refusal_to_fix
        )
        words = [each for each in self.checked if each.draft.source.format == "word" and not self._refusal_to_fix(each)]
        targets = self._targets(words)
        texts = [each for each in fixed if each.path not in targets]
        write_texts(texts, quiet=self.quiet)
        made = {each.path: each for each in fixed}
        for each in words:
            if self.given.accept and each.path in made:
                write(targets[each.path], [made[each.path].data])
                self._say(f"{made[each.path].fixes} fixed in {targets[each.path]}")
            elif each.path in made or targets[each.path] != each.path:
                self._write_copy(each, made.get(each.path), targets[each.path], 0)
        return judged

    def _refusal_to_fix(self, checked: Checked) -> str | None:
        from wgtip_parse.compiler.fixing import refusal

        is_kept = self.given.annotate is None and not self.given.in_place
        if checked.draft.source.format == "word" and checked.path != "-" and is_kept:
            name = checked.draft.source.name
            return f"{name}: a Word file is written over with --in-place only; --annotate FILE names a copy"
        return refusal(checked)

    def _write_copy(self, checked: Checked, fixed: Fixed | None, target: str, most: int) -> None:
        from wgtip_parse.compiler.annotating import Wanted, annotate

        with faults():
            copy = annotate(checked, fixed.edits if fixed else (), Wanted(most, self.given.date, self.revisions))
        write(target, [copy.data])
        for notice in copy.notices:
            say(notice)
        written = [counted(copy.comments, "comment")] if most else []
        if checked.draft.source.format == "word":
            written.append(counted(fixed.fixes if fixed else 0, "tracked change"))
        self._say(f"{' and '.join(written)} in {target}")

    def _say(self, message: str) -> None:
        if not self.quiet:
            say(message)

    def _targets(self, chosen: Sequence[Checked]) -> dict[str, str]:
        """Where the copy of each document goes."""
        targets = {each.path: self._target(each) for each in chosen}
        if len(set(map(os.path.realpath, targets.values()))) < len(targets):
            raise click.UsageError(f"--annotate {self.given.annotate}: of several drafts it has to be a folder")
        originals = [each.path for each in self.checked if os.path.exists(each.path)]
        for target in targets.values():
            is_there = os.path.exists(target) and any(os.path.samefile(target, each) for each in originals)
            if is_there and not self.given.in_place:
                raise click.UsageError(f"{target} is a draft: --in-place writes over it")
        return targets

    def _target(self, checked: Checked) -> str:
        given = self.given.annotate
        if given is None:
            return checked.path
        if os.path.isdir(given):
            return os.path.join(given, os.path.basename(checked.path))
        kind = ".pdf" if checked.draft.source.format == "pdf" else ".docx"
        if {os.path.splitext(given)[1].lower(), kind} == {".pdf", ".docx"}:
            raise click.UsageError(f"--annotate {given}: the copy of {checked.path} is a {kind}")
        return given
