"""The parse loop over Lark's own LALR table: what Lark's driver does, without its look at errors.

The grammar is total (tests/test_grammar.py), so that there is always an action; tests/test_driver.py holds both drivers
against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lark import Lark
from lark.parsers.lalr_analysis import Shift

END = "$END"

Reduction = tuple[int, Callable[[list[Any]], Any], str]  # how many values, what is made of them, and its name


class Driver:
    """The parse table of one start symbol, unpacked: a shift is the number of a state, a reduction a tuple."""

    def __init__(self, lark: Lark, start: str) -> None:
        inner = lark.parser.parser
        table, callbacks = inner._parse_table, inner.parser.callbacks
        self.start = table.start_states[start]
        self.end = table.end_states[start]
        self.rows: dict[int, dict[str, Any]] = {
            state: {str(name): _action(kind, argument, callbacks) for name, (kind, argument) in actions.items()}
            for state, actions in table.states.items()
        }

    def run(self, tokens: Iterable[Any]) -> Any:
        """What the callbacks make of the tokens."""
        rows = self.rows
        states: list[int] = [self.start]
        values: list[Any] = []
        for token in tokens:
            name = token.type
            action = rows[states[-1]][name]
            while action.__class__ is tuple:
                _reduce(action, rows, states, values)
                action = rows[states[-1]][name]
            states.append(action)
            values.append(token)
        while states[-1] != self.end:
            _reduce(rows[states[-1]][END], rows, states, values)
        return values[-1]


def _reduce(reduction: Reduction, rows: dict[int, dict[str, Any]], states: list[int], values: list[Any]) -> None:
    size, callback, name = reduction
    children = []
    if size:
        children = values[-size:]
        del values[-size:]
        del states[-size:]
    values.append(callback(children))
    states.append(rows[states[-1]][name])


def _action(kind: Any, argument: Any, callbacks: dict[Any, Any]) -> int | Reduction:
    if kind is Shift:
        return int(argument)
    return len(argument.expansion), callbacks[argument], str(argument.origin.name)
