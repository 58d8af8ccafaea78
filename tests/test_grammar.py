"""The grammar is conflict-free and total: no state that the lexer can reach refuses what the lexer can send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lark.parsers.lalr_analysis import Shift

from wgtip_parse.parser.lists import DEEPEST
from wgtip_parse.parser.parser import grammar

HEADINGS = tuple(f"HEADING_{level}" for level in range(1, 6))
END = "$END"

Protocol = tuple[str, int]  # what the lexer has just sent, and how many lists are open


def next_tokens(state: Protocol) -> Iterator[tuple[str, Protocol | None]]:
    """What the lexer may send after a state: lists open only in blocks, and an item follows each opening."""
    where, depth = state
    if where == "masthead":
        yield "MASTHEAD", ("masthead", 0)
    if where == "open":
        yield "LISTED", ("item", depth)
        return
    if depth == 0:
        yield from ((heading, ("heading", 0)) for heading in HEADINGS)
        yield "BLOCK", ("block", 0)
        yield END, None
    if where == "closed" and depth == 0:
        yield "CLOSING", ("heading", 0)
    if depth:
        yield "LISTED", ("item", depth)
        yield "CLOSE", ("closed", depth - 1)
    if depth < DEEPEST and where in ("block", "item", "closed"):
        yield "OPEN", ("open", depth + 1)


def feed(table: Any, stack: tuple[int, ...], token: str) -> tuple[int, ...] | None:
    """The parser's stack after a token, or None where it refuses."""
    states = list(stack)
    end = table.end_states["document"]
    while True:
        action = table.states[states[-1]].get(token)
        if action is None:
            return None
        kind, argument = action
        if kind is Shift:
            return (*states, argument)
        if argument.expansion:
            del states[-len(argument.expansion) :]
        states.append(table.states[states[-1]][argument.origin.name][1])
        if token == END and states[-1] == end:
            return tuple(states)


def test_no_reachable_state_refuses() -> None:
    table = grammar()[0].parser.parser._parse_table
    start: tuple[Protocol, tuple[int, ...]] = (("masthead", 0), (table.start_states["document"],))
    seen, waiting = {start}, [start]
    while waiting:
        state, stack = waiting.pop()
        for token, after in next_tokens(state):
            stack_after = feed(table, stack, token)
            assert stack_after is not None, f"{token} is refused after {state}"
            if after is not None and (after, stack_after) not in seen:
                seen.add((after, stack_after))
                waiting.append((after, stack_after))
    assert len(seen) > 100


def test_the_grammar_is_lalr_and_was_built_without_conflicts() -> None:
    lark, _ = grammar()
    assert lark.options.parser == "lalr"
    assert lark.options.strict
