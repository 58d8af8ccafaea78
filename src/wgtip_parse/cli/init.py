"""`wgtip init`: settings, a hook and a workflow into a folder of drafts."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Sequence
from glob import glob
from importlib.resources import files
from typing import NamedTuple

import click

from wgtip_parse import __version__
from wgtip_parse.cli.exits import CLEAN, NOTHING_DONE, told_exits
from wgtip_parse.cli.findings import root
from wgtip_parse.cli.outputs import fail, say, write


class Written(NamedTuple):
    """A file to write: where, of which template, what it is, and what is to be done with it next."""

    path: str
    template: str
    what: str
    next: str

    def text(self, folders: Sequence[str]) -> str:
        """What the file holds where the drafts are in these folders, or anywhere if there are none."""
        template = files("wgtip_parse.cli") / "templates" / self.template
        pattern = f"^({'|'.join(map(re.escape, folders))})/.*" if folders else ""
        values = {
            "{version}": __version__,
            "{pattern}": f"(?i){pattern}".replace("'", "''"),  # as YAML has it between such marks
            "{folders}": shlex.join(folders) or ".",
        }
        return PLACE.sub(lambda found: values[found[0]], template.read_text(encoding="utf-8"))


DRAFTS = "drafts"
PLACE = re.compile(r"\{(version|pattern|folders)\}")
SETTINGS = Written("wgtip.toml", "wgtip.toml", "what wgtip check minds", "wgtip check {folders}")
HOOK = Written(
    ".pre-commit-config.yaml", "pre-commit-config.yaml", "a hook that judges each commit", "pre-commit install"
)
WORKFLOW = Written(
    ".github/workflows/wgtip.yml", "workflow.yml", "a workflow of GitHub that judges each push", "git add .github"
)


@click.command(short_help="Set up a folder of drafts.", epilog=told_exits())
@click.option("-y", "--yes", is_flag=True, help="Write without asking.")
def init(yes: bool) -> int:
    """Write settings with comments (wgtip.toml), a hook of pre-commit and a workflow of GitHub into this folder.

    Each is asked for. What is there stays as it is, and is told. Hook and workflow judge the folders called drafts,
    here or in the folders here; all documents where there are none.

    \b
    Examples:
      wgtip init
      wgtip init --yes
    """
    _tell_of_the_repository()
    drafts, written = _drafts(), []
    for each in (SETTINGS, HOOK, WORKFLOW):
        if reason := _reason_to_leave(each):
            say(f"{each.path}: {reason}, left as it is")
            if each is HOOK:
                say(f"to judge each commit, it may have this:\n\n{each.text(drafts)}")
        elif yes or _wanted(each):
            _make_folder(each)
            write(each.path, [each.text(drafts).encode()])
            say(f"{each.path}: written, {each.what}")
            written.append(each)
    if written:
        say(f"next: {'; '.join(each.next.format(folders=shlex.join(drafts) or '.') for each in written)}")
    return CLEAN


def _drafts() -> list[str]:
    """The folders called drafts here, or else in the folders here."""
    found = [each for each in (*glob(DRAFTS), *glob(f"*/{DRAFTS}")) if os.path.isdir(each)]
    nearest = [DRAFTS] if DRAFTS in found else found
    return sorted(each.replace(os.sep, "/") for each in nearest)


def _reason_to_leave(wanted: Written) -> str | None:
    """Why a file is not to be written, if it is not."""
    if os.path.lexists(wanted.path):
        return "is there"
    return _other_settings() if wanted is SETTINGS else None


def _other_settings() -> str | None:
    """Where the settings of this folder are already: a second file would be in the way of the first."""
    from wgtip_parse.compiler import configuration
    from wgtip_parse.readers import STANDARD_INPUT

    try:
        found = configuration.configurations([STANDARD_INPUT])
    except configuration.ConfigurationError as error:
        fail(str(error))
        raise click.exceptions.Exit(NOTHING_DONE) from error
    return next((f"the settings of this folder are in {each.source.name}" for each in found.values()), None)


def _wanted(each: Written) -> bool:
    try:
        return click.confirm(f"Write {each.path}, {each.what}?", default=True, err=True)
    except click.Abort as error:
        if sys.stdin.isatty():
            raise
        raise click.UsageError("nobody answers: say --yes to write without asking") from error


def _make_folder(each: Written) -> None:
    try:
        os.makedirs(os.path.dirname(each.path) or ".", exist_ok=True)
    except OSError as error:
        fail(f"{each.path}: {(error.strerror or 'cannot be written').lower()}")
        raise click.exceptions.Exit(NOTHING_DONE) from error


def _tell_of_the_repository() -> None:
    """Say where this folder lies within a repository, whose top alone pre-commit and GitHub look at."""
    folder = os.getcwd()
    if (top := root(folder)) != folder:
        say(f"the top of this repository is {os.path.relpath(top)}: hook and workflow are looked for only there")
