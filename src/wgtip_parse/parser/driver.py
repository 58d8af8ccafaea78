"""The parse loop over Lark's own LALR table: what Lark's driver does, without its look at errors.

The grammar is total (tests/test_grammar.py), so that there is always an action; tests/test_driver.py holds both drivers
against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from lark import Lark
from lark.parsers.lalr_analysis import Shift

from wgtip_parse.parser.lexer import Token

END = "$END"

Row = dict[str, Any]  # what follows a state: a row for what is shifted or gone to, a tuple for what is reduced
Reduction = tuple[int, Callable[[list[Any]], Any], str]  # how many values, what is made of them, and its name


class Driver:
    """The parse table of one start symbol, unpacked: a state is its row, which holds the rows that follow it."""

    def __init__(self, lark: Lark, start: str) -> None:
        inner = lark.parser.parser
        table, callbacks = inner._parse_table, inner.parser.callbacks
        rows: dict[int, Row] = {state: {} for state in table.states}
        for state, actions in table.states.items():
            for name, (kind, argument) in actions.items():
                rows[state][str(name)] = rows[argument] if kind is Shift else _reduction(argument, callbacks)
        self.start = rows[table.start_states[start]]
        end = rows[table.end_states[start]]
        end[END] = end  # the whole is made: the end itself can be shifted

    def run(self, tokens: Iterable[Token]) -> Any:
        """What the callbacks make of the tokens."""
        states: list[Row] = [self.start]
        values: list[Any] = []
        for token in chain(tokens, [Token(END, None)]):
            name = token.type
            action = states[-1][name]
            while action.__class__ is tuple:
                size, callback, origin = action
                children = []
                if size:
                    children = values[-size:]
                    del values[-size:]
                    del states[-size:]
                values.append(callback(children))
                states.append(states[-1][origin])
                action = states[-1][name]
            states.append(action)
            values.append(token)
        return values[-2]


def _reduction(rule: Any, callbacks: dict[Any, Any]) -> Reduction:
    return len(rule.expansion), callbacks[rule], str(rule.origin.name)
