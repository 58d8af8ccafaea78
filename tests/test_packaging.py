"""The wheel and the sdist hold all that is needed, also far from the checkout, and work as installed."""

import json
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from tests import odt, word
from tests.typeset import typeset

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "meeting-2021-L.1.txt"
NEEDED = (
    "wgtip_parse/py.typed",
    "wgtip_parse/grammars/__init__.py",
    "wgtip_parse/grammars/report.json",
    "wgtip_parse/grammars/report.lark",
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
    assert set(listed) == found | {"wgtip_parse.grammars"}
    assert listed == sorted(listed)


def test_the_wheel_holds_grammars_and_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert set(NEEDED) <= set(names)
    assert all(name.startswith(("wgtip_parse/", "wgtip-")) for name in names)


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


@pytest.fixture(scope="module", params=["*.whl", "*.tar.gz"], ids=["wheel", "sdist"])
def installed(built: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs in a clean environment with nothing but what is installed by default."""
    (package,) = built.glob(request.param)
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    _run(str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(package))
    return programs


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
