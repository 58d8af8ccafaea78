"""A repository of drafts, for the hooks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PRE_COMMIT = (sys.executable, "-m", "pre_commit")
FINDING = re.compile(r"^drafts/.*$", re.MULTILINE)


class Repository:
    """A repository of drafts, with pre-commit and nothing of the user's own settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a repository"
        (self.folder / "drafts" / "session 9 (final)").mkdir(parents=True)
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
        person = {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        own = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        self.environment = own | quiet | person | {"PRE_COMMIT_HOME": str(folder / "home"), "PRE_COMMIT_COLOR": "never"}
        self.run("git", "init", "-q")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def settle(self, configuration: str) -> None:
        (self.folder / ".pre-commit-config.yaml").write_text(configuration)
        self.run("git", "add", ".pre-commit-config.yaml")

    def write(self, name: str, content: str | bytes) -> str:
        path = self.folder / "drafts" / "session 9 (final)" / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path.relative_to(self.folder))

    def findings(self, *arguments: str) -> set[str]:
        done = self.run(*PRE_COMMIT, "run", *arguments)
        assert done.returncode in (0, 1), done.stdout + done.stderr
        return set(FINDING.findall(done.stdout))
