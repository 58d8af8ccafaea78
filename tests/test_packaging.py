"""The wheel and the sdist hold all that a parse needs, also far from the checkout."""

import json
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "smallest.txt"
NEEDED = (
    "wgtip_parse/py.typed",
    "wgtip_parse/grammars/__init__.py",
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


def test_the_sdist_holds_the_grammars(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"grammars/report.lark", "grammars/terminals.lark", "src/wgtip_parse/py.typed", "LICENSE"} <= inside


def test_an_installed_wheel_parses_a_sample(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    _run(str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    printed = _run(str(scripts / "wgtip"), "parse", "--format", "json", str(SAMPLE), folder=tmp_path)
    report = json.loads(printed)
    assert report["source"]["name"] == str(SAMPLE)
    assert report["sections"] or report["blocks"]


def _run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
