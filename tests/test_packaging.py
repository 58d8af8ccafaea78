"""The wheel and the sdist hold all that is needed, also far from the checkout, and work as installed."""

import email
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from email.message import Message
from pathlib import Path

import pytest

from tests import odt, word
from tests.repository import PRE_COMMIT, Repository
from tests.steps import Runner
from tests.typeset import typeset
from wgtip_parse import __version__

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "meeting-2021-L.1.txt"
NEEDED = (
    "wgtip_parse/py.typed",
    "wgtip_parse/grammars/__init__.py",
    "wgtip_parse/grammars/report.json",
    "wgtip_parse/grammars/report.lark",
    "wgtip_parse/samples/demo/final-2023.txt",
    "wgtip_parse/samples/meeting-2021-L.1.txt",
    "wgtip_parse/emitters/templates/page.html.jinja",
    "wgtip_parse/office/templates/styles.xml",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT))
    return folder


def test_every_package_is_listed() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    found = {".".join(init.parent.relative_to(ROOT / "src").parts) for init in (ROOT / "src").rglob("__init__.py")}
    assert set(listed) == found | {"wgtip_parse.grammars", "wgtip_parse.samples"}
    assert listed == sorted(listed)


def test_the_wheel_holds_grammars_and_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert set(NEEDED) <= set(names)
    assert all(name.startswith(("wgtip_parse/", "wgtip-")) for name in names)


def metadata_of(built: Path) -> Message:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        return email.message_from_bytes(archive.read(metadata))


def test_the_description_has_no_link_that_leads_nowhere(built: Path) -> None:
    said = metadata_of(built)
    assert said["Description-Content-Type"] == "text/markdown"
    targets = re.findall(r"\]\(([^)]+)\)", said.as_string())
    assert [each for each in targets if not each.startswith(("https://", "#"))] == []


def test_with_a_repository_every_link_of_the_description_leads_there() -> None:
    description = runpy.run_path(str(ROOT / "setup.py"))["description"]
    readme = "See [one](docs/a.md#b), [two](https://example.org) and [three](#here).\n\n![A page](docs/a.png)\n"
    there = "https://git.example.org/somebody/wgtip"
    assert description(readme, f"{there}/", "1.2.3") == (
        f"See [one]({there}/blob/v1.2.3/docs/a.md#b), [two](https://example.org) and [three](#here).\n\n"
        f"![A page]({there}/raw/v1.2.3/docs/a.png)\n"
    )
    assert description(readme, None, "1.2.3") == "See one, [two](https://example.org) and [three](#here).\n\n\n"


def test_what_is_built_again_has_the_same_bytes(built: Path, tmp_path: Path) -> None:
    _run(sys.executable, "-m", "build", "--outdir", str(tmp_path), str(ROOT))
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (built, tmp_path))
    assert len(first) == 2
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_an_index_of_packages_takes_what_is_built(built: Path) -> None:
    pytest.importorskip("twine", reason="twine is not installed")
    packages = sorted(map(str, built.iterdir()))
    told = _run(sys.executable, "-m", "twine", "--no-color", "check", "--strict", *packages)
    assert told.count(": PASSED") == len(packages) == 2


def test_the_wheel_says_what_it_is(built: Path) -> None:
    said = metadata_of(built)
    assert said["Version"] == __version__
    assert said["License-Expression"] == "MIT"
    assert said["Author"] == "The wgtip authors"
    assert "Typing :: Typed" in said.get_all("Classifier", [])
    assert len(said["Keywords"].split(",")) > 5
    urls = [each.partition(", ")[2] for each in said.get_all("Project-URL", [])]
    assert all(each.startswith("https://") for each in urls)


def unpacked(built: Path, folder: Path) -> Path:
    """The sdist unpacked."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (inside,) = folder.iterdir()
    return inside


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout knows which files it holds")
def test_the_sdist_holds_every_file_of_the_checkout(built: Path, tmp_path: Path) -> None:
    tracked = set(_run("git", "ls-files", folder=ROOT).splitlines())
    inside = unpacked(built, tmp_path)
    held = {path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()}
    assert len(tracked) > 100
    assert tracked - held == set()


def test_the_tests_of_the_sdist_find_all_that_they_read(built: Path, tmp_path: Path) -> None:
    inside = unpacked(built, tmp_path)
    _run(sys.executable, "-m", "pytest", "-q", "--collect-only", folder=inside)
    chosen = (f"tests/test_{name}.py" for name in ("samples", "docs", "words", "settings"))
    _run(sys.executable, "-m", "pytest", "-q", "-x", *chosen, folder=inside)


@pytest.fixture(scope="module", params=["wheel", "action"])
def installed(built: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs in a clean environment with nothing but what is installed by default.

    The wheel is installed by pip, the sdist by the steps of our action, whose checkout it stands for.
    """
    folder = tmp_path_factory.mktemp("clean")
    if request.param == "action":
        return _installed_by_the_action(unpacked(built, tmp_path_factory.mktemp("checkout")), folder)
    (wheel,) = built.glob("*.whl")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    _run(str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    return programs


def _installed_by_the_action(checkout: Path, folder: Path) -> Path:
    yaml = pytest.importorskip("yaml")
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    runner = Runner(folder, {"github.action_path": str(checkout)}, PATH=path, RUNNER_TEMP=str(folder))
    done = runner.run([each for each in steps if each.get("id") in ("pip", "install")], folder / "outputs")
    assert done.returncode == 0, done.stderr
    assert runner.values["steps.pip.outputs.folder"]
    assert len(runner.values["steps.pip.outputs.needed"]) == 64
    return Path(runner.values["steps.install.outputs.programs"])


def test_what_is_installed_by_default_reads_every_kind_and_writes_every_format(installed: Path, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    shutil.copy(SAMPLE, reports / "a.txt")
    text = SAMPLE.read_text(encoding="utf-8")
    for suffix, data in {
        "docx": word.typed(text),
        "odt": odt.typed(text),
        "pdf": typeset("I. Introduction\n\n1. One.\n"),
        "html": b"<html><p>1. One.</p></html>",
        "rtf": b"{\\rtf1 1. One.\\par}",
    }.items():
        (reports / f"b.{suffix}").write_bytes(data)
    wgtip = str(installed / "wgtip")
    parsed = json.loads(_run(wgtip, "parse", "--format", "json", "reports", folder=tmp_path))
    assert [each["source"]["name"] for each in parsed] == [
        f"reports/{name}" for name in ("a.txt", "b.docx", "b.html", "b.odt", "b.pdf", "b.rtf")
    ]
    assert all(each["sections"] or each["blocks"] for each in parsed)
    outputs = [f"index.{suffix}" for suffix in ("sqlite", "json", "jsonl", "csv", "xlsx", "md", "html")]
    _run(wgtip, "compile", "reports", *(part for output in outputs for part in ("-o", output)), folder=tmp_path)
    assert all((tmp_path / output).stat().st_size for output in outputs)


@pytest.mark.parametrize("installed", ["wheel"], indirect=True)
def test_what_init_writes_passes_the_drafts_of_the_samples_and_refuses_a_fault(installed: Path, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    repository = Repository(tmp_path)
    repository.environment["PATH"] = f"{installed}{os.pathsep}{os.environ['PATH']}"
    assert repository.run("wgtip", "init", "--yes").returncode == 0
    for each in SAMPLE.parent.glob("meeting-202*.txt"):
        repository.write(each.name, each.read_bytes())
    assert _judged(repository) == (0, 0)
    repository.write("a draft.txt", "1. It saw 40% of them.\n")
    assert _judged(repository) == (1, 1)


def _judged(repository: Repository) -> tuple[int, int]:
    """The exit codes of the hook and of the workflow that were written."""
    yaml = pytest.importorskip("yaml")
    repository.run("git", "add", "--all", ".")
    hook = repository.run(*PRE_COMMIT, "run", "--all-files")
    workflow = yaml.safe_load((repository.folder / ".github" / "workflows" / "wgtip.yml").read_text())
    runner = Runner(repository.folder, {}, PATH=repository.environment["PATH"])
    done = runner.run(workflow["jobs"]["drafts"]["steps"], repository.folder.parent / "outputs")
    assert "Passed" in hook.stdout or "N603" in hook.stdout, hook.stdout + hook.stderr
    assert done.returncode == 0 or "::warning file=drafts/" in done.stdout, done.stdout + done.stderr
    return hook.returncode, done.returncode


def test_every_command_works_as_installed_by_default(installed: Path, tmp_path: Path) -> None:
    wgtip, sample = str(installed / "wgtip"), str(SAMPLE)
    _run(wgtip, "compile", sample, "-o", "index.sqlite", folder=tmp_path)
    for command in (
        ("check", "--exit-zero", sample), ("read", sample), ("stats", "index.sqlite"), ("rules",), ("explain", "N603"),
        ("search", "index.sqlite", "States"), ("show", "index.sqlite", "CTOC-COP-WG.4-2021-10-R1"),
        ("schema", "report"), ("schema", "index"), ("schema", "diagnostics"), ("--version",), ("--help",),
    ):  # fmt: skip
        assert _run(wgtip, *command, folder=tmp_path)
    assert "install wgtip[spelling]" in _run(wgtip, "check", "--exit-zero", "--select", "G", sample, folder=tmp_path)


def _run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
