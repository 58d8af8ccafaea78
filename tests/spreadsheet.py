"""What a spreadsheet makes of a file: LibreOffice opens it, and what it shows is read from what it saves."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook


def opened(path: Path) -> list[dict[str, object]]:
    """The rows of the first sheet by their headings; the test is skipped where LibreOffice does not open tables."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    command = ["soffice", "--headless", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"]
    command += ["--convert-to", "ods", "--outdir", str(path.parent / "opened"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    saved = path.parent / "opened" / f"{path.stem}.ods"
    if not saved.exists():
        pytest.skip("LibreOffice is here without its spreadsheet")
    headings, *rows = CalamineWorkbook.from_path(saved).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]
