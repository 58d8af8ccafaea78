"""One name for one thing in every command, and what a shell completes: the scripts, and what they are offered."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cases import ROOT
from tests.shell import wgtip_here
from wgtip_parse.cli import COMMANDS, commands
from wgtip_parse.cli.completion import SHELLS

NO_FORMAT = {"demo", "schema", "init", "completion"}  # which write one thing in one form
DRAFT = "1. It saw 40% of them.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the meetings in the samples, and a draft with a fault."""
    folder = tmp_path_factory.mktemp("index")
    (folder / "draft.txt").write_text(DRAFT)
    wgtip_here("compile", *sorted((ROOT / "samples").glob("meeting-2021-*.txt")), "-o", "index.sqlite", folder=folder)
    return folder


def offered(typed: str, folder: Path) -> list[str]:
    """What bash is offered for the last word of a line."""
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split(" ")) - 1)}
    done = wgtip_here(folder=folder, _WGTIP_COMPLETE="bash_complete", **words)
    return done.stdout.decode().split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wgtip check --select P,n60", "plain,P,N603"),
        ("wgtip check --ignore C95", "plain,C954"),
        ("wgtip explain n60", "plain,N603"),
        ("wgtip explain percent-s", "plain,percent-sign"),
        ("wgtip search index.sqlite --topic joint", "plain,joint-teams"),
        ("wgtip search index.sqlite --meeting ctoc", "plain,CTOC-COP-WG.4-2021-10"),
        ("wgtip search index.sqlite --symbol C", "plain,CTOC/COP/WG.4/2021/L.1"),
        ("wgtip show index.sqlite CTOC", "plain,CTOC-COP-WG.4-2021-10-R1"),
        ("wgtip compile --format sq", "plain,sqlite"),
        ("wgtip check --format gi", "plain,gitlab"),
        ("wgtip completion z", "plain,zsh"),
        ("wgtip check dr", "file,dr"),
        ("wgtip compile -o ind", "file,ind"),
    ],
)
def test_what_has_been_begun_is_completed(typed: str, expected: str, folder: Path) -> None:
    assert expected in offered(typed, folder)


def test_a_name_in_no_index_and_a_hidden_option_are_not_offered(folder: Path) -> None:
    assert offered("wgtip search none.sqlite --topic v", folder) == []
    assert offered("wgtip search draft.txt --meeting C", folder) == []
    assert offered("wgtip check --output-f", folder) == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_asks_the_command(shell: str) -> None:
    script = wgtip_here("completion", shell).stdout.decode()
    assert f"_WGTIP_COMPLETE={shell}_complete" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, text=True, check=True)


@pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="bash is not installed")
def test_bash_completes_by_the_script(tmp_path: Path) -> None:
    script = wgtip_here("completion", "bash").stdout.decode()
    program = tmp_path / "wgtip"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wgtip_parse "$@"\n')
    program.chmod(0o755)
    asked = 'COMP_WORDS=(wgtip explain n603); COMP_CWORD=2; _wgtip_completion wgtip; echo "${COMPREPLY[@]}"'
    variables = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", f"{script}\n{asked}"], capture_output=True, env=variables, check=True)
    assert done.stdout.split() == [b"N603"]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_format_and_says_what_its_exit_codes_are(name: str) -> None:
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    options = {name for each in command.params for name in each.opts}
    assert ("--format" in options) is (command.name not in NO_FORMAT)
    text = command.get_help(click.Context(command, info_name="wgtip"))
    told = " ".join(text.split())
    assert "Exit codes: 0 done; " in told
    assert "2 nothing could be done; 3 internal error, please report it; 130 interrupted." in told
    assert "--output-format" not in told


def test_files_are_named_alike_in_every_command() -> None:
    known = {"FILES...", "FILE", "INDEX", "OLD... NEW", "PARTS...", "[QUERY]", "ID", "CODE", "[FOLDER]"}
    every = [commands.get_command(click.Context(commands), name) for name in COMMANDS]
    arguments = [each for command in every if command for each in command.params if each.metavar]
    assert {each.metavar for each in arguments if isinstance(each, click.Argument)} == known
    assert not {each.metavar for each in arguments} & {"PATH", "PATH...", "FILE..."}


def test_the_older_name_of_a_format_goes_on_working(folder: Path) -> None:
    for option in ("--format", "--output-format"):
        found = json.loads(wgtip_here("check", option, "json", "draft.txt", folder=folder).stdout)
        assert [each["code"] for each in found] == ["N603"]
    (first, second) = (wgtip_here("rules", each).stdout for each in ("--format=json", "--json"))
    assert first == second


def test_markdown_has_one_name_in_every_command(folder: Path) -> None:
    compiled = {
        each: wgtip_here("compile", "--format", each, "draft.txt", folder=folder) for each in ("markdown", "md")
    }
    assert compiled["markdown"].stdout == compiled["md"].stdout != b""
    for command in (("assemble", "draft.txt"), ("rules",)):
        assert wgtip_here(*command, "--format", "markdown", folder=folder).stdout


def test_one_rule_as_json_is_its_object_in_the_array_of_all() -> None:
    every = json.loads(wgtip_here("rules", "--format", "json").stdout)
    assert json.loads(wgtip_here("explain", "N603", "--format", "json").stdout) in every
