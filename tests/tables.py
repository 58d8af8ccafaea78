"""The parse table of report.lark, or of a part of its rules, and the loop over it that tells where it refuses."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from lark.common import ParserConf
from lark.grammar import Rule
from lark.parsers.lalr_analysis import LALR_Analyzer, ParseTableBase, Shift

from wgtip_parse.parser.table import grammar

START = "report"
END = "$END"

Stack = tuple[int, ...]


@cache
def alternatives() -> dict[str, Rule]:
    """Every alternative of every rule that `report` is made of, as "origin: what it is made of"."""
    by_origin: dict[str, list[Rule]] = {}
    for rule in grammar().rules:
        by_origin.setdefault(str(rule.origin.name), []).append(rule)
    found: dict[str, Rule] = {}
    waiting = [START]
    for origin in waiting:
        for rule in by_origin[origin]:
            found[named(rule)] = rule
            waiting += {str(each.name) for each in rule.expansion if not each.is_term} - set(waiting)
    return found


def named(rule: Rule) -> str:
    return " ".join([f"{rule.origin.name}:", *(str(symbol.name) for symbol in rule.expansion)])


def table_of(rules: Iterable[Rule]) -> ParseTableBase:
    """The table of those rules whose parts are all defined by others of them."""
    kept = list(rules)
    while True:
        origins = {rule.origin for rule in kept}
        whole = [rule for rule in kept if all(each.is_term or each in origins for each in rule.expansion)]
        if len(whole) == len(kept):
            break
        kept = whole
    analyzer = LALR_Analyzer(ParserConf(kept, {}, [START]), strict=True)
    analyzer.compute_lalr()
    return analyzer.parse_table


def feed(table: ParseTableBase, stack: Stack, token: str, reduced: Collection[Any] = ()) -> Stack | None:
    """The parser's stack after a token, or None where it refuses; what is reduced goes into the list `reduced`."""
    states = list(stack)
    while True:
        action = table.states[states[-1]].get(token)
        if action is None:
            return None
        kind, argument = action
        if kind is Shift:
            return (*states, argument)
        if isinstance(reduced, list):
            reduced.append(argument)
        if argument.expansion:
            del states[-len(argument.expansion) :]
        states.append(table.states[states[-1]][str(argument.origin.name)][1])
        if token == END and states[-1] == table.end_states[START]:
            return tuple(states)


def refused(table: ParseTableBase, tokens: Iterable[str]) -> int | None:
    """The place of the first token that the table refuses, the end being one; None where it takes all."""
    stack: Stack | None = (table.start_states[START],)
    for at, token in enumerate([*tokens, END]):
        stack = feed(table, stack, token) if stack is not None else None
        if stack is None:
            return at
    return None
