"""What a check has found in the end: documents seen together, without what is to stay and what is old."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wgtip_parse.compiler.baseline import Baseline, without_known
from wgtip_parse.compiler.checking import Checked
from wgtip_parse.compiler.configuration import Configuration
from wgtip_parse.compiler.marks import silence
from wgtip_parse.compiler.parts import in_parts
from wgtip_parse.compiler.suppression import complaints, suppress
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.placed import Placed, place
from wgtip_parse.rules import KNOWN, RULES, Draft, MeetingRule, Parts
from wgtip_parse.where import where_in


def judge(
    checked: Sequence[Checked],
    configurations: Mapping[str, Configuration],
    baseline: Baseline | None,
    *,
    complete: bool = False,
) -> list[Checked]:
    """The documents, each with all that is to be said of it; `complete` says that no parts of reports are missing."""
    together = check_meetings(checked, complete=complete)
    judged = [_regraded(each) for each in suppress(silence(together), configurations)]
    return judged if baseline is None else without_known(judged, baseline)


def check_meetings(checked: Sequence[Checked], *, complete: bool) -> list[Checked]:
    """The same documents with what is found when they are seen together; what is found twice is said once."""
    found: dict[int, list[Diagnostic]] = defaultdict(list)
    reports, misfits = in_parts([each.draft for each in checked], complete=complete)
    places = {id(each.draft): at for at, each in enumerate(checked)}
    for draft, diagnostic in (*misfits, *_together(reports)):
        at = places[id(draft)]
        if checked[at].choice.takes(diagnostic.code) and diagnostic not in found[at]:
            found[at].append(diagnostic)
    return [each._replace(diagnostics=(*each.diagnostics, *found[at])) for at, each in enumerate(checked)]


def findings(
    judged: Sequence[Checked], configurations: Mapping[str, Configuration], *, complete: bool = False
) -> list[Placed]:
    """What is to be shown of the documents and of their configurations, by path and place."""
    placed = [*complaints(judged, configurations, complete=complete)]
    for each in judged:
        draft = each.draft
        everything = place(draft.source, each.diagnostics, KNOWN, where_in(draft.source, draft.report, draft.places))
        placed += (found for found in everything if each.choice.shows(found.severity))
    return sorted(placed, key=lambda found: (found.path, found.line, found.column, found.code))


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
