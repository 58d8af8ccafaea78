"""A start imports what its command needs, and nothing that takes long besides."""

from __future__ import annotations

import random
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from tests.cases import SAMPLES
from wgtip_parse.render import painted

HEAVY = {"importlib.resources", "lark", "lxml", "pydantic", "rich", "sqlite3"}
IMPORTED = "import sys; from wgtip_parse.cli import commands; commands.main({}, standalone_mode=False); "


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["parse", "--format", "json", str(SAMPLES[0])]],
    ids=["version", "parse"],
)
def test_what_is_heavy_is_not_imported(arguments: list[str]) -> None:
    program = IMPORTED.format(arguments) + "print(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stdout.splitlines()[-1].split())
    assert "wgtip_parse.cli" in modules
    assert not HEAVY & modules


def test_a_search_imports_neither_models_nor_what_paints_tables(tmp_path: Path) -> None:
    index = tmp_path / "é 100%41#1.sqlite"  # what a URI would read otherwise
    compiled = [sys.executable, "-m", "wgtip_parse", "compile", str(SAMPLES[0]), "-o", str(index)]
    subprocess.run(compiled, check=True, capture_output=True)
    program = IMPORTED.format(["search", str(index), "report"]) + "print(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stdout.splitlines()[-1].split())
    assert "sqlite3" in modules
    assert not {"pydantic", "rich.console", "wgtip_parse.parser"} & modules


@pytest.mark.parametrize("width", [4, 13, 40])
def test_lines_are_broken_where_rich_breaks_them(width: int) -> None:
    pieces = ["a", "bc ", "国际", "劳工 ", " ", "  ", "supercalifragilistic", "\n", "é", "ا ", "x-y "]
    chance = random.Random(width)
    for _ in range(200):
        text = "".join(chance.choices(pieces, k=chance.randint(0, 30)))
        printed = StringIO()
        Console(file=printed, width=width, highlight=False).print(Text(text))
        by_rich = "\n".join(line.rstrip() for line in printed.getvalue().split("\n"))
        assert painted.page([painted.Line(painted.Text(text))], width=width, colour=False) == by_rich


def test_colours_stand_round_words_and_not_round_nothing() -> None:
    text = painted.Text(("found", "bold yellow"), " in ", ("", "dim"), ("", "red"), "it")
    assert painted.page([painted.Line(text, 1, 1)], width=80, colour=True) == " \x1b[1;33mfound\x1b[0m in it\n"
    assert text.shortened(7).painted(colour=True) == "\x1b[1;33mfound\x1b[0m …"
