"""A section is divided into two parts or more, or not at all.

Why: a heading A without B says that something is missing.

Bad:
    I. Deliberations

    A. Fishing

    1. The Working Group met in Vienna.

    II. Adoption of the report

    2. The report was adopted.

Good:
    I. Deliberations

    A. Fishing

    1. The Working Group met in Vienna.

    B. Farming

    2. Farms were discussed.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Section
from wgtip_parse.rules.numbering import paths
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts
from wgtip_parse.stage import Stage

FIRST = {"A": "B", "1": "2", "(a)": "(b)"}


def check(parts: Parts) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding at each lone heading of a whole report; a remark in a draft that stands alone."""
    for drafts in parts.wholes():
        yield from _check(drafts)


def _check(drafts: tuple[Draft, ...]) -> Iterator[tuple[Draft, Diagnostic]]:
    whole = len(drafts) > 1 or drafts[0].stage is Stage.FINAL
    for draft, section in _lone(drafts):
        span = draft.places.number_of(section)
        severity = None if whole else Severity.INFO
        message = f"heading {section.number} without another beside it"
        hint = "take the heading out, or divide the section"
        yield draft, LONE_SUBHEADING.finding(span, message, hint, severity=severity)


def _lone(drafts: tuple[Draft, ...]) -> Iterator[tuple[Draft, Section]]:
    """The numbered headings that have no sibling in any of the drafts."""
    children: dict[tuple[str, ...], dict[str, tuple[Draft, Section]]] = {}
    for draft in drafts:
        for path, section in paths(draft.report.sections):
            if len(path) > 1 and not path[0].startswith(("Annex", "Appendix")):
                children.setdefault(path[:-1], {}).setdefault(path[-1], (draft, section))
    for siblings in children.values():
        for label, (draft, section) in siblings.items():
            if len(siblings) == 1 and label in FIRST and not _goes_on(draft, section):
                yield draft, section


def _goes_on(draft: Draft, section: Section) -> bool:
    """Whether the next heading of the level is the one that is due, though it stands under another section."""
    behind = (each for each in draft.sections if each.span[0] > section.span[0])
    following = next((each.number for each in behind if each.level == section.level and each.number), None)
    return following == FIRST.get(section.number or "")


LONE_SUBHEADING = MeetingRule(
    code="S203",
    name="lone-subheading",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
