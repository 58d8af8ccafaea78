"""What a check has found in the end: documents seen together, without what is to stay and what is old."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wgtip_parse import collection
from wgtip_parse.compiler.baseline import Baseline, without_known
from wgtip_parse.compiler.checking import Checked
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.compiler.configuration import Configuration, Suppression
from wgtip_parse.compiler.found import Found, found
from wgtip_parse.compiler.marks import silence
from wgtip_parse.compiler.parts import Seen, parts_of, see
from wgtip_parse.compiler.suppression import complaints, suppress
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.placed import Placed, place
from wgtip_parse.rules import KNOWN, RULES, Draft, MeetingRule, Parts
from wgtip_parse.where import where_in


class Judged(NamedTuple):
    """What is to be shown of one document, placed; `accepted` are the suppressions by which something is to stay."""

    path: str
    name: str
    choice: Choice
    accepted: frozenset[Suppression]
    findings: tuple[Found, ...]


def judge(
    checked: Sequence[Checked],
    configurations: Mapping[str, Configuration],
    baseline: Baseline | None,
    *,
    complete: bool = False,
    seen: Seen | None = None,
) -> list[Checked]:
    """The documents, each with all that is to be said of it; `complete` says that no parts of reports are missing.

    `seen` is how they belong together where that is known, because there are others.
    """
    together = check_meetings(checked, complete=complete, seen=seen)
    judged = [_regraded(each) for each in suppress(silence(together), configurations)]
    return judged if baseline is None else without_known(judged, baseline)


def check_meetings(checked: Sequence[Checked], *, complete: bool, seen: Seen | None = None) -> list[Checked]:
    """The same documents with what is found when they are seen together; what is found twice is said once."""
    told: dict[int, list[Diagnostic]] = defaultdict(list)
    seen = seen or see((collection.document(each.draft.report) for each in checked), complete=complete)
    by_name = {each.draft.source.name: each.draft for each in checked}
    misfits = ((by_name[name], diagnostic) for name, diagnostic in seen.told)
    reports = (parts_of(report, by_name, complete=complete) for report in seen.reports)
    places = {id(each.draft): at for at, each in enumerate(checked)}
    for draft, diagnostic in (*misfits, *_together(reports)):
        at = places[id(draft)]
        if checked[at].choice.takes(diagnostic.code) and diagnostic not in told[at]:
            told[at].append(diagnostic)
    return [each._replace(diagnostics=(*each.diagnostics, *told[at])) for at, each in enumerate(checked)]


def placed(judged: Checked) -> Judged:
    """What is to be shown of a document."""
    draft = judged.draft
    everything = place(draft.source, judged.diagnostics, KNOWN, where_in(draft.source, draft.report, draft.places))
    shown = tuple(found(each) for each in everything if judged.choice.shows(each.severity))
    accepted = frozenset(suppression for suppression, _ in judged.accepted)
    return Judged(judged.path, draft.source.name, judged.choice, accepted, shown)


def in_order(
    judged: Iterable[Checked | Judged], configurations: Mapping[str, Configuration], *, complete: bool = False
) -> list[Found]:
    """What is to be shown of the documents and of their configurations, by path and place."""
    documents = [each if isinstance(each, Judged) else placed(each) for each in judged]
    shown = [found(each) for each in complaints(documents, configurations, complete=complete)]
    shown += (each for document in documents for each in document.findings)
    return sorted(shown, key=lambda each: (each.path, each.line, each.column, each.code))


def findings(
    judged: Iterable[Checked | Judged], configurations: Mapping[str, Configuration], *, complete: bool = False
) -> list[Placed]:
    """The same as models."""
    return [each.placed for each in in_order(judged, configurations, complete=complete)]


def _regraded(checked: Checked) -> Checked:
    """The document with the severities that are chosen for its findings."""
    if not checked.choice.severities:
        return checked
    regraded = (checked.choice.regraded(each, KNOWN[each.code].severity) for each in checked.diagnostics)
    return checked._replace(diagnostics=tuple(regraded))


def _together(reports: Iterable[Parts]) -> Iterator[tuple[Draft, Diagnostic]]:
    for parts in reports:
        for rule in RULES:
            if isinstance(rule, MeetingRule):
                yield from rule.check(parts)
