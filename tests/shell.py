"""The command as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WGTIP = (sys.executable, "-m", "wgtip_parse")


def wgtip(
    *arguments: str | Path, data: bytes = b"", folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end; the continuous integration that these tests may run under is not its business."""
    command = [*WGTIP, *map(str, arguments)]
    variables = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    return subprocess.run(
        command, input=data, capture_output=True, check=False, cwd=folder, env=variables | environment
    )
