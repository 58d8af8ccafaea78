"""Findings that a configuration says are to stay, and what is wrong with what it says."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from wgtip_parse import readers
from wgtip_parse.compiler.checking import Checked
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.compiler.configuration import Configuration, Suppression
from wgtip_parse.compiler.parts import OF_SETS
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.model import Report
from wgtip_parse.placed import Placed, place
from wgtip_parse.rules import KNOWN, RULES, MeetingRule
from wgtip_parse.where import number_of

WITHOUT_REASON, UNUSED = KNOWN["C960"], KNOWN["C959"]
OF_SEVERAL = OF_SETS | {rule.code for rule in RULES if isinstance(rule, MeetingRule)}


class Document(Protocol):
    """What has to be known of a document that was judged: how it is called, what was looked for, what was to stay."""

    @property
    def path(self) -> str:
        """Where it is read from."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def choice(self) -> Choice:
        """What was looked for."""

    @property
    def accepted(self) -> Collection[Suppression]:
        """The suppressions by which something is to stay."""


def suppress(judged: Iterable[Checked], configurations: Mapping[str, Configuration]) -> list[Checked]:
    """The documents, each finding that is to stay moved to `accepted`."""
    return [_suppress(each, configurations[each.path]) if each.path in configurations else each for each in judged]


def complaints(
    judged: Sequence[Document], configurations: Mapping[str, Configuration], *, complete: bool
) -> Iterator[Placed]:
    """What is wrong with the suppressions: no reason is given, or there is nothing to suppress."""
    by_file: dict[str, list[Document]] = {}
    for each in judged:
        if each.path in configurations:
            by_file.setdefault(configurations[each.path].source.name, []).append(each)
    for documents in by_file.values():
        configuration = configurations[documents[0].path]
        choice = configuration.settings.choice
        found = (
            choice.regraded(each, KNOWN[each.code].severity) for each in _complaints(configuration, documents, complete)
        )
        yield from place(configuration.source, found, KNOWN)


def _suppress(checked: Checked, configuration: Configuration) -> Checked:
    name = checked.draft.source.name
    named = [each for each in configuration.settings.suppressions if configuration.fits(name, each.path)]
    left: list[Diagnostic] = []
    accepted: list[tuple[Suppression, Diagnostic]] = []
    for diagnostic in checked.diagnostics:
        fitting = [each for each in named if _fits(each, diagnostic, checked.draft.report)]
        accepted += [(each, diagnostic) for each in fitting]
        left += [] if fitting else [diagnostic]
    return checked._replace(diagnostics=tuple(left), accepted=tuple(accepted))


def _fits(suppression: Suppression, diagnostic: Diagnostic, report: Report) -> bool:
    if suppression.code != diagnostic.code:
        return False
    return suppression.number is None or suppression.number in _numbers(report, diagnostic.span[0])


def _numbers(report: Report, offset: int) -> Iterator[str]:
    """What people call the block at an offset, "12" or "Recommendation 12"; a number that was lost may be in two."""
    for block in report.every_block():
        if block.number is not None and block.span[0] <= offset <= block.span[1]:
            yield number_of(block)


def _complaints(configuration: Configuration, documents: Sequence[Document], complete: bool) -> Iterator[Diagnostic]:
    used = {suppression for each in documents for suppression in each.accepted}
    for suppression in configuration.settings.suppressions:
        if suppression.reason is None and any(each.choice.takes(WITHOUT_REASON.code) for each in documents):
            message = f"no reason for the suppression of {suppression.code}"
            yield Diagnostic(
                WITHOUT_REASON.code, WITHOUT_REASON.severity, message, suppression.span, 'add reason = "…"'
            )
        if suppression not in used and _should_be_used(configuration, suppression, documents, complete):
            message = f"nothing to suppress: no {suppression.code} in {suppression.path}"
            yield Diagnostic(UNUSED.code, UNUSED.severity, message, suppression.span, "take the suppression out")


def _should_be_used(
    configuration: Configuration, suppression: Suppression, documents: Sequence[Document], complete: bool
) -> bool:
    """Whether the documents of this run would show the finding, or can show none because there is no such file."""
    if not any(each.choice.takes(UNUSED.code) for each in documents):
        return False
    names_one = not set("*?[") & set(suppression.path)
    if names_one and not os.path.exists(os.path.join(configuration.folder, suppression.path)):
        return True
    if suppression.code in OF_SEVERAL and not complete:
        return False
    named = [each for each in documents if configuration.fits(each.name, suppression.path)]
    may_be_elsewhere = not names_one and not complete and _others(configuration, suppression, named)
    return not may_be_elsewhere and any(each.choice.takes(suppression.code) for each in named)


def _others(configuration: Configuration, suppression: Suppression, named: Iterable[Document]) -> bool:
    """Whether a suppression is of other documents as well, which are not judged now."""
    here = {os.path.abspath(each.name) for each in named}
    found = readers.find(configuration.folder, lambda _: None)
    return any(configuration.fits(path, suppression.path) for path in found if os.path.abspath(path) not in here)
