"""The steps of a workflow or an action, run as GitHub runs them: each script by bash, expressions filled in before."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


class Runner:
    """Runs steps in a folder; `values` is what expressions stand for, to which steps add their outputs."""

    def __init__(self, folder: Path, values: Mapping[str, str], **environment: str) -> None:
        self.folder, self.values = folder, dict(values)
        own = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
        self.environment = own | environment | {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(folder)}

    def filled(self, text: str) -> str:
        """A text with what its expressions stand for; each has to be known."""
        return EXPRESSION.sub(lambda found: self.values[found[1]], text)

    def run(self, steps: Sequence[Mapping[str, Any]], output: Path) -> subprocess.CompletedProcess[str]:
        """Run the scripts of steps up to the first that fails; the last that was run."""
        done = None
        for step in (each for each in steps if "run" in each):
            output.write_text("")
            variables = {name: self.filled(value) for name, value in step.get("env", {}).items()}
            done = subprocess.run(
                [*SHELL, "-c", self.filled(step["run"])],
                cwd=self.folder,
                env=self.environment | variables | {"GITHUB_OUTPUT": str(output)},
                capture_output=True,
                text=True,
                check=False,
            )
            for line in output.read_text().splitlines():
                name, _, value = line.partition("=")
                self.values[f"steps.{step['id']}.outputs.{name}"] = value
            if done.returncode:
                break
        assert done is not None
        return done
