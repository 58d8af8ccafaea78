"""The examples of README, docs/ and --help: how they are found, and how they are run, on what `wgtip demo` makes.

A block of code is run for what its language says: `console` (commands behind "$ ", and what they print, "…" standing
for what is left out), `sh`, `python`; `toml`, `yaml` and `json` are read, `text` is no code. A block that cannot be run
stands below a line `<!-- not run: why -->`. Each page has a copy of the demo's folder, with our `samples/` in it.
"""

from __future__ import annotations

import contextlib
import glob
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

import click
import pytest
from markdown_it import MarkdownIt

from tests.cases import ROOT
from wgtip_parse.cli import COMMANDS, commands, main

PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
NOT_RUN = re.compile(r"<!-- not run: (.+) -->\s*")
FOR_A_SHELL = re.compile(r"[|<>;&$]|^\w+=")
JUDGE = ("align", "assemble", "check", "diff")  # commands that say with exit code 1 what they have found
LEFT_OUT = "…"
YES = b"y\n" * 9  # to what a command asks
FOLDERS_OF_SHELLS = (".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions")
OUTSIDE_OF_CI = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}


@dataclass(frozen=True)
class Block:
    """A block of code of a page: where it begins, its language, and why it is not run, if it is not."""

    page: Path
    line: int
    language: str
    text: str
    not_run: str | None

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


@cache
def blocks(page: Path) -> tuple[Block, ...]:
    """The blocks of code of a page, in order."""
    found, reason = [], None
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type in ("fence", "code_block") and token.map:
            found.append(Block(page, token.map[0] + 1, token.info, token.content, reason))
        said = NOT_RUN.fullmatch(token.content) if token.type == "html_block" else None
        reason = said[1] if said else None
    return tuple(found)


def lines_of(text: str) -> Iterator[str]:
    """The commands of a block of shell, each on one line, without comments and blank lines."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()


def helps() -> dict[str, str]:
    """The help of each command, and that of all of them."""
    context = click.Context(commands)
    every = {"wgtip": commands, **{name: commands.get_command(context, name) for name in COMMANDS}}
    return {name: (command and command.help) or "" for name, command in every.items()}


def examples_of_help() -> dict[str, tuple[str, ...]]:
    """The examples in the help of each command; what stands behind two spaces says what one is for."""
    found = {}
    for name, text in helps().items():
        lines = re.findall(r"^ *(wgtip .+)$", text.partition("\b")[2], re.MULTILINE)
        found[name] = tuple(re.split(r" {2,}", line)[0] for line in lines)
    return found


class Workplace:
    """A folder as the demo leaves it, in which one types commands."""

    def __init__(self, demo: Path, folder: Path) -> None:
        self.demo = demo
        shutil.copytree(demo, folder)
        (folder / "samples").symlink_to(ROOT / "samples")
        for each in FOLDERS_OF_SHELLS:
            (folder / each).mkdir(parents=True)
        self.folder = folder

    def run(self, line: str) -> tuple[int, str]:
        """The exit code of a command and all that it prints, on standard error too."""
        line = line.replace(" --watch", "")  # what goes on until somebody ends it is done once
        words = shlex.split(line, comments=True)
        if words[:2] == ["wgtip", "demo"]:  # which has been run, to make the folder that this one is a copy of
            shutil.copytree(self.demo, self.folder / (words[2:] or ["wgtip-demo"])[0])
            return 0, ""
        if words[:1] != ["wgtip"] or words[1:] == ["init"] or FOR_A_SHELL.search(line):
            return self._in_a_shell(line)
        return self._here(
            [name for each in words for name in (sorted(glob.glob(each, root_dir=self.folder)) or [each])]
        )

    def _here(self, words: list[str]) -> tuple[int, str]:
        printed = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, OUTSIDE_OF_CI, clear=True),
            mock.patch.object(sys, "argv", words),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            pytest.raises(SystemExit) as ended,
        ):
            main()
        assert isinstance(ended.value.code, int)
        return ended.value.code, printed.buffer.getvalue().decode()

    def _in_a_shell(self, line: str) -> tuple[int, str]:
        path = os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"]))
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            cwd=self.folder,
            env=OUTSIDE_OF_CI | {"PATH": path, "HOME": str(self.folder)},
            input=YES,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode()


def may_end_with(line: str) -> tuple[int, ...]:
    """The exit codes with which a command has done what it is shown for."""
    return (0, 1) if re.search(rf"\bwgtip ({'|'.join(JUDGE)})\b", line) else (0,)


def pattern(shown: str) -> str:
    """What the shown lines may stand for: a lone "…" for any lines, one at the end for the rest of its line."""
    return "".join(
        r"(?:.*\n)*?"
        if line == LEFT_OUT
        else re.escape(line.removesuffix(LEFT_OUT)) + (r".*\n" if line.endswith(LEFT_OUT) else r"\n")
        for line in shown.splitlines()
    )
