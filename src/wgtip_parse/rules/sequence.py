"""What is said of a number that breaks its series: one message, hint and fix for whatever is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix
from wgtip_parse.model import Span
from wgtip_parse.rules.numbering import Numbered, Series
from wgtip_parse.rules.rule import MeetingRule, Rule
from wgtip_parse.rules.series import Fault, Kind, faults

MOST = 2  # faults of one series: where there are more, and they are many, it is none
FAULTY = 4  # one fault among so many numbers is many
MOST_MISSING = 20  # numbers that are looked for on the way

_COMPOUND = re.compile(r"\d+\.\d+(?!\S)")


def sequence(
    rule: Rule | MeetingRule, kind: Kind, noun: str, all_series: Iterable[Series], first: int | None = None
) -> Iterator[tuple[Numbered, Diagnostic]]:
    """A finding of the rule for each fault of a kind, with what it is about; `noun` is what people call the things.

    A part of a report may begin with any number; with `first`, a series that begins one higher lacks its beginning.
    """
    for series in all_series:
        due = first if _lacks_first(series, first) else None
        found = faults([each.number for each in series], due)
        if len(found) > MOST and len(found) * FAULTY > len(series):
            continue
        for fault in found:
            if fault.kind is kind and _is_sure(fault, series):
                yield series[fault.at], _finding(rule, fault, series, noun)


def _is_sure(fault: Fault, series: Series) -> bool:
    """Whether a fault is one: what is said to be missing is not printed on the way."""
    found = series[fault.at]
    if fault.kind is not Kind.GAP:
        return True
    if _is_bare(fault, found):
        return False
    if not fault.at or found.number - fault.due > MOST_MISSING:
        return True
    labels = (re.escape(found.written(number)) for number in range(fault.due, found.number))
    missing = "|".join(label.replace(r"\(", r"\( ?").replace(r"\)", r" ?\)") for label in labels)
    stop = r"\s" if "." in found.printed else r"[.)](?!\d)"
    on_line = rf"(?:^\[?|\t|[^\S\n]{{2}})(?:{missing}){stop}|^[A-Z]\w+ (?:{missing})\s*$"
    printed = rf"(?:{missing})(?!\w)" if found.printed.endswith(")") else on_line
    before = series[fault.at - 1]
    start = before.span[1] if before.draft is found.draft else 0  # the number before may stand in another part
    between = found.draft.source.text[start : found.span[0]]
    return re.search(printed, between, re.MULTILINE) is None


def _lacks_first(series: Series, first: int | None) -> bool:
    """Whether a series begins one higher, and no line of the text begins with what is missing."""
    if first is None or not series or series[0].number != first + 1:
        return False
    if not series[0].printed.isdigit():
        return True
    missing = rf"^[^\S\n]*+{re.escape(series[0].written(first))}\W"
    return re.search(missing, series[0].draft.source.text, re.MULTILINE) is None


def _finding(rule: Rule | MeetingRule, fault: Fault, series: Series, noun: str) -> Diagnostic:
    found = series[fault.at]
    due = found.written(fault.due)
    lost = _lost(fault, found)
    if lost is not None:
        other = _COMPOUND.match(found.draft.source.text, *lost)
        if other and fault.at:
            message = f"{other[0]} stands between {series[fault.at - 1].printed} and {found.printed}"
            return rule.finding(other.span(), message, f"number it {due}", Fix.at(other.span(), due, safe=False))
        return rule.finding(lost, f"no number where {noun}{due} is due", f"number it {due}")
    renumbered = fault.alone and not found.printed.startswith("(")  # a marker may turn words into an item
    fix = Fix.at(found.span, due, safe=False) if renumbered else None
    return rule.finding(found.span, _message(fault, series, noun), _hint(fault, noun, due), fix)


def _message(fault: Fault, series: Series, noun: str) -> str:
    found = series[fault.at]
    label = found.printed
    if fault.swapped:
        return f"{noun}{label} stands before {noun}{found.written(fault.due)}"
    if fault.kind is Kind.DUPLICATE or (fault.at and series[fault.at - 1].number == found.number):
        return f"{noun}{label} again"
    if not fault.at:
        return f"{noun}{label} comes first"
    return f"{noun}{label} follows {noun}{series[fault.at - 1].printed}"


def _hint(fault: Fault, noun: str, due: str) -> str:
    if fault.alone or fault.kind is Kind.RESTART:
        return f"number it {due}"
    if fault.swapped:
        return "put them in order"
    if fault.kind is Kind.GAP:
        return f"restore {noun}{due}, or number it {due}"
    return f"move it, or number it {due} and count on from there"


def _is_bare(fault: Fault, found: Numbered) -> bool:
    """Whether the number that is missing is there, but for its full stop: another rule says so."""
    lost = _lost(fault, found)
    return lost is not None and found.draft.source.text.startswith((f"{fault.due} ", f"{fault.due})"), lost[0])


def _lost(fault: Fault, found: Numbered) -> Span | None:
    """The one thing before a gap that looks as if it had lost the number that is missing."""
    if fault.kind is not Kind.GAP or len(found.loose) != 1 or found.number != fault.due + 1:
        return None
    start, end = found.loose[0]
    line_end = found.draft.source.text.find("\n", start, end)
    return start, end if line_end < 0 else line_end
