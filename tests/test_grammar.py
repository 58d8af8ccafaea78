"""The grammar is conflict-free and total, and our loop over its table does what Lark's own driver does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Tree

from tests.tables import END, START, Stack, alternatives, feed, table_of
from wgtip_parse.parser import table as tables
from wgtip_parse.parser.grammar import Token, run
from wgtip_parse.parser.lists import DEEPEST
from wgtip_parse.parser.table import KEPT, Table, digest, grammar, table, written

GRAMMARS = Path(__file__).parents[1] / "grammars"
HEADINGS = ("ANNEX_HEADING", *(f"HEADING_{level}" for level in range(1, 6)))
NUMBERED = ("PARAGRAPH", "RECOMMENDED")
WHOLE = ("TABLE", "CONTENTS")


class Sent(NamedTuple):
    """What `tokens_of` has just sent, how many lists are open in the agenda or block, and what both stand in."""

    last: str
    lists: int = 0
    is_numbered: bool = False
    in_agenda: bool = False
    in_quote: bool = False


BEGINNING = Sent("beginning")


def next_tokens(sent: Sent) -> Iterator[tuple[str, Sent]]:
    """What may come next: the whole protocol between `tokens_of` and the grammar."""
    if sent.last in ("OPEN", "AGENDA"):
        yield "MARKER", sent._replace(last="MARKER")
    elif sent.lists or sent.in_agenda:
        yield from _in_a_list(sent)
    elif sent.last == "FOOTNOTE":
        yield from (("FOOTNOTE", sent), (END, sent))
    else:
        yield from _of_the_block(sent)
        yield from _behind_the_block(sent)


def _in_a_list(sent: Sent) -> Iterator[tuple[str, Sent]]:
    yield "MARKER", sent._replace(last="MARKER")
    if sent.last == "MARKER" and sent.lists < DEEPEST:
        yield "OPEN", sent._replace(last="OPEN", lists=sent.lists + 1)
    if sent.lists:
        yield "CLOSE", sent._replace(last="CLOSE", lists=sent.lists - 1)
    else:
        yield "CLOSE", sent._replace(last="closed agenda", in_agenda=False)


def _of_the_block(sent: Sent) -> Iterator[tuple[str, Sent]]:
    if sent.last in ("WORDS", *NUMBERED):
        yield "OPEN", sent._replace(last="OPEN", lists=1)
    if sent.last in (*NUMBERED, "CLOSE") and sent.is_numbered:
        yield "AGENDA", sent._replace(last="AGENDA", in_agenda=True)
    if sent.last in ("CLOSE", "closed agenda") and sent.is_numbered:
        yield "CLOSING", sent._replace(last="CLOSING")


def _behind_the_block(sent: Sent) -> Iterator[tuple[str, Sent]]:
    if sent.last in ("beginning", "MASTHEAD"):
        yield "MASTHEAD", Sent("MASTHEAD")
    for block in (*NUMBERED, "WORDS", *WHOLE):
        yield block, Sent(block, is_numbered=block in NUMBERED, in_quote=sent.in_quote)
    if sent.in_quote:
        if sent.last != "QUOTE":
            yield "CLOSE", Sent("closed quotation")
        return
    if sent.last != "closed quotation":
        yield "QUOTE", Sent("QUOTE", in_quote=True)
    yield from ((heading, Sent(heading)) for heading in HEADINGS)
    yield "FOOTNOTE", Sent("FOOTNOTE")
    yield END, sent


def test_no_reachable_state_refuses() -> None:
    table = table_of(alternatives().values())
    start: tuple[Sent, Stack] = (BEGINNING, (table.start_states[START],))
    seen, waiting = {start}, [start]
    while waiting:
        sent, stack = waiting.pop()
        for token, after in next_tokens(sent):
            stack_after = feed(table, stack, token)
            assert stack_after is not None, f"{token} is refused after {sent}"
            if token != END and (after, stack_after) not in seen:
                seen.add((after, stack_after))
                waiting.append((after, stack_after))
    assert len(seen) > 100


def test_the_grammar_is_lalr_and_was_built_without_conflicts() -> None:
    assert grammar().options.parser == "lalr"
    assert grammar().options.strict


class Trees:
    """Makes of each rule what Lark makes of it: a tree with the rule's name, or its alias."""

    def __getattr__(self, name: str) -> Callable[[list[Any]], Tree[Token]]:
        return lambda children: Tree(name, children)


@given(st.lists(st.integers(0, 10**6), max_size=60))
def test_our_loop_does_what_larks_driver_does(choices: list[int]) -> None:
    tokens = [Token(name) for name in walked(choices)]
    assert run(iter(tokens), Trees()) == grammar().parse(tokens, start=START)  # type: ignore[arg-type]


def walked(choices: list[int]) -> list[str]:
    """A way through the protocol; behind the last choice all that is open is closed."""
    sent, names = BEGINNING, []
    for choice in choices:
        name, after = (ways := list(next_tokens(sent)))[choice % len(ways)]
        if name != END:
            names.append(name)
            sent = after
    while END not in (ways_out := dict(next_tokens(sent))):
        names.append(next(name for name in ("CLOSE", "MARKER", "WORDS") if name in ways_out))
        sent = ways_out[names[-1]]
    return names


def test_the_table_that_is_kept_is_of_the_grammar_as_it_is() -> None:
    kept = (GRAMMARS / KEPT).read_text(encoding="utf-8")
    assert kept == written(), "run: python tools/table.py"
    assert json.loads(kept)["of"] == digest()


def test_of_a_grammar_that_has_been_changed_the_table_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = table()
    monkeypatch.setattr(tables, "digest", lambda: "another")
    made = table.__wrapped__()
    assert isinstance(made, Table)
    assert made is not kept
    assert json.dumps(made) == json.dumps(kept)
