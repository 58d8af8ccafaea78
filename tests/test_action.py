"""The action of GitHub: its check, run as GitHub runs it, on drafts without and with a fault."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cases import ROOT
from tests.steps import EXPRESSION, Runner

yaml = pytest.importorskip("yaml")
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS = ACTION["runs"]["steps"]
CLEAN, FAULTY = "1. It met.\n", "1. It saw 40% of them.\n"

needs_bash = pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="bash is needed")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner whose folder has drafts, and what the step before has installed."""
    programs, folder = tmp_path / "programs", tmp_path / "work"
    for name, module in (("python", ""), ("wgtip", "-m wgtip_parse")):
        programs.mkdir(exist_ok=True)
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
        (programs / name).chmod(0o755)
    for name, text in (("a session/a draft.txt", CLEAN), ("b/1.txt", CLEAN), ("b/2.txt", FAULTY), ("$(id).txt", CLEAN)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    inputs = {f"inputs.{name}": each["default"] for name, each in ACTION["inputs"].items()}
    return Runner(folder, inputs | {"steps.install.outputs.programs": str(programs)}, RUNNER_TEMP=str(tmp_path))


def checked(runner: Runner, **inputs: str) -> tuple[int, str, str | None]:
    """The exit code of the step that checks, what it prints, and the number of findings that it puts out."""
    runner.values |= {f"inputs.{name}": value for name, value in inputs.items()}
    done = runner.run([each for each in STEPS if each.get("id") == "check"], runner.folder.parent / "outputs")
    return done.returncode, done.stdout, runner.values.get("steps.check.outputs.findings")


@needs_bash
def test_paths_are_lines_and_may_have_spaces_and_patterns(runner: Runner) -> None:
    assert checked(runner, paths="a session/a draft.txt\n  b/1*.txt\r\n\n$(id).txt\n") == (0, "", "0")
    code, printed, findings = checked(runner, paths="a session\nb")
    assert (code, findings) == (1, "1")
    assert printed.startswith("::warning file=b/2.txt,line=1")


@needs_bash
def test_findings_are_in_a_file_also_where_the_step_fails(runner: Runner) -> None:
    assert checked(runner)[0] == 1
    (run,) = json.loads(Path(runner.values["steps.check.outputs.sarif"]).read_text())["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["N603"]
    assert checked(runner, arguments="--exit-zero --severity warning")[0] == 0
    assert checked(runner, arguments="--ignore N603 --select N,P")[::2] == (0, "0")


@needs_bash
def test_what_cannot_be_checked_has_no_findings(runner: Runner) -> None:
    assert checked(runner, paths="none.txt")[::2] == (2, None)
    assert checked(runner, paths="b", arguments="--no-such-option")[::2] == (2, None)


def test_expressions_are_of_inputs_and_of_steps_that_are_there() -> None:
    told = set(EXPRESSION.findall(json.dumps(ACTION)))
    known = {f"inputs.{name}" for name in ACTION["inputs"]} | {"github.action_path", "runner.os", "runner.arch"}
    for step in STEPS:
        outputs = EXPRESSION.sub("", step.get("run", ""))
        made = {name for name in ("folder", "needed", "programs", "findings", "sarif") if f'"{name}=' in outputs}
        known |= {f"steps.{step.get('id')}.outputs.{name}" for name in made}
    assert told - known == {"steps.python.outputs.python-version"}
    assert known - told == set()
    assert set(ACTION["outputs"]) == {"findings", "sarif"}
