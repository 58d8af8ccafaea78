"""What a maintainer relies on is there and agrees: issue forms, workflow, hooks, editor, CONTRIBUTING, SECURITY."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cases import ROOT

yaml = pytest.importorskip("yaml")
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
PAGES = ("CONTRIBUTING.md", "SECURITY.md")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
TARGETS = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text())


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_takes(path: Path) -> None:
    form = yaml.safe_load(path.read_text())
    assert set(form) == {"name", "description", "labels", "body"}
    assert len({each["id"] for each in form["body"]}) == len(form["body"]) > 1
    assert {each["type"] for each in form["body"]} <= {"input", "textarea"}
    assert all(each["attributes"]["label"] for each in form["body"])
    assert any(each.get("validations", {}).get("required") for each in form["body"])


def test_forms_on_documents_ask_what_became_of_each_block() -> None:
    asking = {path.stem for path in FORMS if "`wgtip parse --explain FILE`" in path.read_text()}
    assert asking == {path.stem for path in FORMS} - {"wish"}
    assert next(each for each in read(".github/ISSUE_TEMPLATE/misread.yml")["body"] if each["id"] == "explain")[
        "validations"
    ]["required"]


def test_continuous_integration_runs_what_a_person_runs_on_each_python_that_is_promised() -> None:
    job = read(".github/workflows/ci.yml")["jobs"]["ci"]
    assert [each["run"] for each in job["steps"] if "run" in each] == [".ci/run"]
    assert re.findall(r"^make (\w+)$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE) == ["lint", "test"]
    promised = [
        each.removeprefix("Programming Language :: Python :: ")
        for each in PROJECT["project"]["classifiers"]
        if re.search(r":: 3\.\d+$", each)
    ]
    assert job["strategy"]["matrix"]["python-version"] == promised
    assert PROJECT["project"]["requires-python"] == f">={promised[0]}"


def test_our_own_hooks_run_targets_that_there_are() -> None:
    (repository,) = read(".pre-commit-config.yaml")["repos"]
    asked = {each["entry"].split()[-1] for each in repository["hooks"]}
    assert asked == {"lint", "quick"}
    assert asked <= TARGETS


def test_the_editor_is_told_what_the_linter_asks() -> None:
    settings = (ROOT / ".editorconfig").read_text()
    assert f"max_line_length = {PROJECT['tool']['ruff']['line-length']}\n" in settings
    assert "indent_style = tab" in settings.partition("[Makefile]")[2]


@pytest.mark.parametrize("page", PAGES)
def test_files_and_commands_that_a_page_names_are_there(page: str) -> None:
    text = (ROOT / page).read_text()
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text)]
    files = re.findall(r"`((?:src|docs|tests|samples)/[\w./-]+)`", text)
    assert links
    assert [each for each in (*links, *files) if each and not (ROOT / each).exists()] == [
        "src/wgtip_parse/emitters/yaml.py"
    ] * (page == "CONTRIBUTING.md")
    assert set(re.findall(r"(?:^|`)make (\w+)", text, re.MULTILINE)) <= TARGETS
