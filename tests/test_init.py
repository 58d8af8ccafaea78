"""`wgtip init`: what it writes, what it asks, and what it lets be."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.shell import wgtip, wgtip_here
from wgtip_parse import __version__
from wgtip_parse.cli.init import HOOK, SETTINGS, WORKFLOW
from wgtip_parse.compiler.configuration import configuration_in
from wgtip_parse.compiler.settings import KEYS

yaml = pytest.importorskip("yaml")
WRITTEN = (SETTINGS, HOOK, WORKFLOW)
SETTLED = re.compile(r'^# (?=(?:\w+|"[^"]+") = |\[)', re.MULTILINE)


def there(folder: Path) -> list[str]:
    """The files in a folder and the folders below it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_all_is_written_without_a_question_where_yes_is_said(tmp_path: Path) -> None:
    done = wgtip_here("init", "--yes", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert there(tmp_path) == sorted(each.path for each in WRITTEN)
    assert done.stderr.decode().splitlines()[-1] == "next: wgtip check .; pre-commit install; git add .github"


def test_what_is_there_stays_and_is_told(tmp_path: Path) -> None:
    for each in WRITTEN:
        (tmp_path / each.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each.path).write_text("# mine\n")
    done = wgtip_here("init", "--yes", folder=tmp_path)
    assert done.returncode == 0
    assert {(tmp_path / each.path).read_text() for each in WRITTEN} == {"# mine\n"}
    said = done.stderr.decode()
    assert [f"{each.path}: is there, left as it is" in said for each in WRITTEN] == [True] * 3
    assert HOOK.text([]) in said


@pytest.mark.parametrize("option", ["-y", "--yes"])
def test_settings_of_a_project_or_of_a_folder_above_are_not_put_out_of_force(tmp_path: Path, option: str) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.wgtip]\nignore = ['N603']\n")
    (tmp_path / "drafts").mkdir()
    for folder, name in ((tmp_path, "pyproject.toml"), (tmp_path / "drafts", "../pyproject.toml")):
        said = wgtip_here("init", option, folder=folder).stderr.decode()
        assert said.startswith(f"wgtip.toml: the settings of this folder are in {name}, left as it is\n")
        assert not (folder / "wgtip.toml").exists()
        assert (folder / HOOK.path).exists()
    (tmp_path / "pyproject.toml").write_text("[tool.wgtip]\nignored = 1\n")
    assert wgtip_here("init", option, folder=tmp_path).returncode == 2


def test_each_file_is_asked_for(tmp_path: Path) -> None:
    done = wgtip("init", data=b"n\ny\nn\n", folder=tmp_path)
    assert (done.returncode, there(tmp_path)) == (0, [HOOK.path])
    assert done.stderr.decode().count("[Y/n]") == 3


def test_where_nobody_answers_nothing_is_written(tmp_path: Path) -> None:
    done = wgtip("init", folder=tmp_path)
    assert (done.returncode, there(tmp_path)) == (2, [])
    assert b"say --yes" in done.stderr


def test_below_the_top_of_a_repository_it_is_told_where_hooks_are_looked_for(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    assert b"the top of this repository is .." in wgtip_here("init", "-y", folder=tmp_path / "drafts").stderr
    assert b"the top" not in wgtip_here("init", "-y", folder=tmp_path).stderr


def test_a_file_where_a_folder_has_to_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("")
    done = wgtip_here("init", "--yes", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].startswith(f"wgtip: {WORKFLOW.path}: ")


def test_every_setting_that_there_is_is_in_the_file_and_can_be_followed(tmp_path: Path) -> None:
    text = SETTINGS.text([])
    (tmp_path / "wgtip.toml").write_text(text)
    assert configuration_in(str(tmp_path / "wgtip.toml")).settings.exclude
    followed = SETTLED.sub("", text)
    assert followed.count("\n# ") < text.count("\n# ") - 10
    (tmp_path / "wgtip.toml").write_text(followed)
    settings = configuration_in(str(tmp_path / "wgtip.toml")).settings
    assert settings.suppressions
    assert settings.per_file
    assert [key for key in KEYS if key not in followed] == ["body"]  # which is for the bodies of an index


@pytest.mark.parametrize(
    ("folders", "judged", "passed_over"),
    [
        ([], "a.txt", "a.png"),
        (["drafts", "old/drafts"], "drafts/a b/a.DOCX", "old/drafts/a.txt"),
        (["it's (2021)/drafts", "b/drafts"], "it's (2021)/drafts/a.pdf", "a.txt"),
    ],
)
def test_folders_called_drafts_are_those_that_are_judged(
    folders: list[str], judged: str, passed_over: str, tmp_path: Path
) -> None:
    for each in folders:
        (tmp_path / each).mkdir(parents=True)
    wgtip_here("init", "--yes", folder=tmp_path)
    (hook,) = yaml.safe_load((tmp_path / HOOK.path).read_text())["repos"][0]["hooks"]
    assert re.search(hook["files"], judged)
    assert not re.search(hook["files"], passed_over)
    last = yaml.safe_load((tmp_path / WORKFLOW.path).read_text())["jobs"]["drafts"]["steps"][-1]["run"]
    assert shlex.split(last)[2:] == (["drafts"] if "drafts" in folders else sorted(folders) or ["."])


def test_the_workflow_installs_this_version_and_no_file_has_an_owner() -> None:
    assert f'"wgtip=={__version__}"' in WORKFLOW.text([])
    texts = [each.text([]) for each in WRITTEN]
    texts += [(ROOT / name).read_text() for name in ("action.yml", "docs/ci.md", "pyproject.toml")]
    assert not [text for text in texts if "OWNER" in text]
