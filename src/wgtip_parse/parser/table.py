"""The table of the grammar: report.lark as Lark has compiled it, kept in report.json, because compiling takes long.

What is kept holds for the grammar that it was made of; of one that has been changed Lark makes it anew at each start,
until `python tools/table.py` writes it.
"""

from __future__ import annotations

import json
import pkgutil
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lark import Lark

PACKAGE = "wgtip_parse.grammars"
RULES = "report.lark"
TERMINALS = "terminals.lark"
KEPT = "report.json"
START = "report"


class Table(NamedTuple):
    """The LALR table by number and name, ready for JSON.

    `shapes` has a regular expression for each shape of a line. `rules` are how many values a rule takes, the name of
    what is made of them, and its own. `states` have for what may come the state that follows, or -1 for the first rule
    that is reduced, -2 for the second …; `start` and `end` are states too.
    """

    shapes: dict[str, str]
    rules: list[tuple[int, str, str]]
    states: list[dict[str, int]]
    start: int
    end: int


@cache
def table() -> Table:
    """The table of the grammar as it is."""
    kept = json.loads(_text(KEPT))
    return Table(**kept["table"]) if kept["of"] == digest() else compiled()


def digest() -> str:
    """What tells one grammar from another."""
    return sha256((_text(RULES) + _text(TERMINALS)).encode()).hexdigest()


def written() -> str:
    """What report.json has to hold: the table as Lark makes it, each shape, rule and state on a line of its own."""
    made = compiled()
    shapes = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(shape, ensure_ascii=False)}" for name, shape in made.shapes.items()
    )
    rules, states = (",\n".join(map(json.dumps, each)) for each in (made.rules, made.states))
    return (
        f'{{"of": "{digest()}",\n"table": {{"start": {made.start}, "end": {made.end},\n"shapes": {{\n{shapes}}},\n'
        f'"rules": [\n{rules}],\n"states": [\n{states}]}}}}\n'
    )


def compiled() -> Table:
    """The table as Lark makes it; states and rules are numbered as they are met, so that it is always the same."""
    from lark.parsers.lalr_analysis import Shift

    lark = grammar()
    made: Any = lark.parser.parser._parse_table
    met = [made.start_states[START]]
    number_of = {met[0]: 0}
    rules: dict[tuple[int, str, str], int] = {}
    states: list[dict[str, int]] = []
    for state in met:  # grows
        row: dict[str, int] = {}
        for name, (kind, argument) in sorted(made.states[state].items(), key=lambda action: str(action[0])):
            if kind is not Shift:
                rule = (len(argument.expansion), str(argument.alias or argument.origin.name), str(argument.origin.name))
                row[str(name)] = -1 - rules.setdefault(rule, len(rules))
                continue
            if argument not in number_of:
                number_of[argument] = len(met)
                met.append(argument)
            row[str(name)] = number_of[argument]
        states.append(row)
    shapes = {str(each.name): str(each.pattern.to_regexp()) for each in lark.parser.lexer.lexer.terminals}
    return Table(shapes, list(rules), states, 0, number_of[made.end_states[START]])


@cache
def grammar() -> Lark:
    """The grammar compiled by Lark: made once in a process."""
    from importlib import resources

    from lark import Lark
    from lark.lexer import Lexer

    class Tokens(Lexer):
        """Lark's custom lexer: hands on the tokens that are there already."""

        def __init__(self, lexer_conf: Any) -> None:
            self.terminals = lexer_conf.terminals

        def lex(self, data: Any) -> Any:  # type: ignore[override]  # Lark hands a custom lexer the data
            return iter(data)

    folder = resources.files(PACKAGE)
    with resources.as_file(folder) as path:
        return Lark(
            (path / RULES).read_text(encoding="utf-8"),
            source_path=str(path / RULES),
            import_paths=[str(path)],
            start=[START, "line"],
            parser="lalr",
            lexer=Tokens,
            maybe_placeholders=False,
            keep_all_tokens=True,
            strict=True,
        )


def _text(name: str) -> str:
    """A file of the grammar, with the line ends of every system read as one character."""
    return "\n".join((pkgutil.get_data(PACKAGE, name) or b"").decode().splitlines())
