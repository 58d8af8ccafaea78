"""The command as a shell runs it."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from wgtip_parse.cli import main

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


def wgtip_here(
    *arguments: str | Path, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The same in this process, which is faster; standard input is not to be had."""
    command = ["wgtip", *map(str, arguments)]
    printed, said = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    variables = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    with (
        contextlib.chdir(folder or "."),
        mock.patch.dict(os.environ, variables | environment, clear=True),
        mock.patch.object(sys, "argv", command),
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(said),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    code = ended.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(command, code, printed.buffer.getvalue(), said.buffer.getvalue())
