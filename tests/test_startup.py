"""A start imports what its command needs, and nothing that takes long besides."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cases import SAMPLES

HEAVY = {"importlib.resources", "lark", "lxml", "pydantic", "rich", "sqlite3"}
IMPORTED = "import sys; from wgtip_parse.cli import commands; commands.main({}, standalone_mode=False); "


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["parse", "--format", "json", str(SAMPLES[0])]],
    ids=["version", "parse"],
)
def test_what_is_heavy_is_not_imported(arguments: list[str]) -> None:
    program = IMPORTED.format(arguments) + "print(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stdout.splitlines()[-1].split())
    assert "wgtip_parse.cli" in modules
    assert not HEAVY & modules
