"""All blocks of code in README and docs/ run and print what they show; so do the examples of every --help."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples import PAGES, Block, Workplace, blocks, examples_of_help, lines_of, may_end_with, pattern

yaml = pytest.importorskip("yaml")
EXAMPLES_OF_HELP = examples_of_help()
BY_THEIR_OWN_TESTS = ("docs/rules.md",)  # made of the rules, whose examples tests/test_rules.py runs
LANGUAGES = {"console", "sh", "python", "toml", "yaml", "json", "text"}
OF_A_SHELL = re.compile(r"^(\$ |wgtip |make |pip )", re.MULTILINE)


@pytest.fixture
def workplace(demo: tuple[Path, str], tmp_path: Path) -> Workplace:
    return Workplace(demo[0], tmp_path / "demo")


def pages() -> Iterator[Path]:
    for page in PAGES:
        if page.relative_to(PAGES[0].parent).as_posix() not in BY_THEIR_OWN_TESTS and blocks(page):
            yield page


def test_there_are_examples_and_few_that_are_not_run() -> None:
    found = [block for page in pages() for block in blocks(page)]
    not_run = [block for block in found if block.not_run]
    assert len(found) > 40
    assert len(not_run) <= 14, list(map(str, not_run))
    assert {block.language for block in found if not block.not_run} <= LANGUAGES


@pytest.mark.parametrize("page", tuple(pages()), ids=lambda page: page.stem)
def test_the_examples_of_a_page_work_one_after_another(page: Path, workplace: Workplace) -> None:
    for block in blocks(page):
        if not block.not_run:
            {"console": _console, "sh": _shell, "python": _python}.get(block.language, _read)(block, workplace)


@pytest.mark.parametrize("name", EXAMPLES_OF_HELP)
def test_the_examples_of_help_work_one_after_another(name: str, workplace: Workplace) -> None:
    assert EXAMPLES_OF_HELP[name]
    for line in EXAMPLES_OF_HELP[name]:
        code, printed = workplace.run(line)
        assert code in may_end_with(line), f"{line}\n{printed}"


def _console(block: Block, workplace: Workplace) -> None:
    examples = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE)
    assert examples, f"{block}: no command"
    for command, shown in examples:
        code, printed = workplace.run(command)
        assert code in may_end_with(command), f"{block}: {command}\n{printed}"
        assert re.fullmatch(pattern(shown), printed), f"{block}: {command} prints:\n{printed}"


def _shell(block: Block, workplace: Workplace) -> None:
    for command in lines_of(block.text):
        code, printed = workplace.run(command)
        assert code in may_end_with(command), f"{block}: {command}\n{printed}"


def _python(block: Block, workplace: Workplace) -> None:
    script = workplace.folder / "example.py"
    script.write_text(block.text, encoding="utf-8")
    code, printed = workplace.run("python example.py || exit $?")
    assert code == 0, f"{block}:\n{printed}"


def _read(block: Block, _workplace: Workplace) -> None:
    if block.language == "text":  # a drawing, or words of a document: what is typed into a shell has another name
        assert not OF_A_SHELL.search(block.text), str(block)
        return
    read = {"toml": tomllib.loads, "yaml": yaml.safe_load, "json": json.loads}[block.language]
    assert read(block.text), str(block)
