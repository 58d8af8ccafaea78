"""The grammar: report.lark compiled by Lark, and the loop that runs tokens through its LALR table.

The loop does what Lark's driver does, without its look at errors: the grammar is total (tests/test_grammar.py), so that
there is always an action; tests/test_driver.py holds both drivers against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark

END = "$END"

Row = dict[str, Any]  # what follows a state: a row for what is shifted or gone to, a tuple for what is reduced
Reduction = tuple[int, str, str]  # how many values, the name of what is made of them, and the rule's


class Token:
    """One token for the grammar: its terminal, what is known of it (None for OPEN and CLOSE), its words in the text.

    `quoted` says that it is of another document, `limit` where the next block begins.
    """

    __slots__ = ("limit", "pieces", "quoted", "type", "value")
    start_pos = end_pos = line = column = end_line = end_column = None  # asked for by Lark at the end of input

    def __init__(self, type_: str, value: Any = None, pieces: Any = (), *, quoted: bool = False, limit: int = 0) -> None:
        self.type = type_
        self.value = value
        self.pieces = pieces
        self.quoted = quoted
        self.limit = limit


@cache
def grammar() -> Lark:
    """The compiled grammar: made once in a process."""
    from lark import Lark
    from lark.lexer import Lexer

    class Tokens(Lexer):
        """Lark's custom lexer: hands on the tokens that are there already."""

        def __init__(self, lexer_conf: Any) -> None:
            self.terminals = lexer_conf.terminals

        def lex(self, data: Any) -> Any:
            return iter(data)

    folder = resources.files("wgtip_parse.grammars")
    with resources.as_file(folder) as path:
        return Lark(
            (path / "report.lark").read_text(encoding="utf-8"),
            source_path=str(path / "report.lark"),
            import_paths=[str(path)],
            start=["report", "line"],
            parser="lalr",
            lexer=Tokens,
            maybe_placeholders=False,
            keep_all_tokens=True,
            strict=True,
        )


@cache
def _start() -> Row:
    """The parse table of the grammar, unpacked: a state is its row, which holds the rows that follow it."""
    table = grammar().parser.parser._parse_table
    from lark.parsers.lalr_analysis import Shift

    rows: dict[int, Row] = {state: {} for state in table.states}
    for state, actions in table.states.items():
        for name, (kind, argument) in actions.items():
            rows[state][str(name)] = rows[argument] if kind is Shift else _reduction(argument)
    end = rows[table.end_states["report"]]
    end[END] = end  # the whole is made: the end itself can be shifted
    return rows[table.start_states["report"]]


def _reduction(rule: Any) -> Reduction:
    return len(rule.expansion), str(rule.alias or rule.origin.name), str(rule.origin.name)


def run(tokens: Iterable[Token], build: object) -> Any:
    """What the methods of `build`, named for the grammar's rules, make of the tokens."""
    make: dict[str, Callable[[list[Any]], Any]] = {}
    states: list[Row] = [_start()]
    values: list[Any] = []
    for token in chain(tokens, [Token(END)]):
        name = token.type
        action = states[-1][name]
        while action.__class__ is tuple:
            size, callback, origin = action
            if callback not in make:
                make[callback] = getattr(build, callback)
            children = []
            if size:
                children = values[-size:]
                del values[-size:]
                del states[-size:]
            values.append(make[callback](children))
            states.append(states[-1][origin])
            action = states[-1][name]
        states.append(action)
        values.append(token)
    return values[-2]
