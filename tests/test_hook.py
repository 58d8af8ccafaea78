"""The hooks, run by pre-commit itself on a repository with text and Word files: whole, in batches, part by part."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cases import ROOT
from tests.repository import FINDING, PRE_COMMIT, Repository
from tests.shell import wgtip
from tests.test_parts import PARTS
from tests.word import typed

pytest.importorskip("pre_commit", reason="pre-commit is not installed")
yaml = pytest.importorskip("yaml")
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def configuration(**changes: Any) -> str:
    """Our hook as the repository of a user has it, but run by this Python and not installed from anywhere."""
    (hook,) = (each for each in HOOKS if each["id"] == "wgtip-check")
    entry = f"{sys.executable} -m wgtip_parse check --format concise"
    return yaml.safe_dump(
        {"repos": [{"repo": "local", "hooks": [hook | {"language": "system", "entry": entry} | changes]}]}
    )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_text_and_word_are_judged_and_nothing_else(repository: Repository) -> None:
    text = "1. It saw 40% of them.\n"
    written = [repository.write("a draft.txt", text), repository.write("a draft.docx", typed(text))]
    repository.write("notes.md", text)
    repository.write("picture.png", b"\x89PNG\r\n\x1a\n\x00\xff")
    repository.settle(configuration())
    repository.run("git", "add", ".")
    judged = {each.split(":")[0] for each in repository.findings("--all-files")}
    assert judged == set(written)


@pytest.mark.parametrize("in_serial", [True, False])
def test_batches_find_nothing_that_the_whole_folder_does_not(repository: Repository, in_serial: bool) -> None:
    for at, each in enumerate(PARTS):
        word = at % 3 == 2
        text = each.draft.source.text
        repository.write(f"part {at:02}.{'docx' if word else 'txt'}", typed(text) if word else text)
    repository.settle(configuration(require_serial=in_serial))
    repository.run("git", "add", ".")
    found = repository.findings("--all-files")
    whole = wgtip("check", "--format", "concise", "drafts", folder=repository.folder).stdout.decode()
    assert found
    assert found <= set(whole.splitlines())
    assert not in_serial or found == set(whole.splitlines())


def test_a_commit_of_two_parts_of_three_is_judged_by_these_alone(repository: Repository) -> None:
    three = [repository.write(f"part {at}.txt", PARTS[at].draft.source.text) for at in (0, 1, 3)]
    repository.settle(configuration())
    assert repository.run(*PRE_COMMIT, "install").returncode == 0
    whole = wgtip("check", "--format", "concise", "drafts", folder=repository.folder).stdout.decode()
    for two in (three[:2], three[1:]):
        repository.run("git", "add", *two)
        done = repository.run("git", "commit", "-m", "two parts")
        found = set(FINDING.findall(done.stdout + done.stderr))
        assert done.returncode == 1
        assert found
        assert found <= set(whole.splitlines())
        repository.run("git", "rm", "-q", "--cached", *two)
    repository.run("git", "add", repository.write("part 12.txt", "1. It met.\n\n2. It left.\n"))
    assert repository.run("git", "commit", "-m", "a clean draft").returncode == 0


def test_hooks_are_run_in_serial_and_name_their_files() -> None:
    assert all(each["require_serial"] and each["types_or"] and each["files"] for each in HOOKS)
