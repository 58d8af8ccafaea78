"""The description on a package index: the README, whose links lead into the repository that pyproject.toml names.

An index has no files beside the description. As long as pyproject.toml names no Repository in [project.urls], what the
README links to is named without a link there, and its pictures are left out.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from setuptools import setup

ROOT = Path(__file__).parent
LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]]*)\]\((?!https?:|#)(?P<file>[^)]+)\)")
VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)


def description(readme: str, repository: str | None, version: str) -> str:
    """The README with each link to a file leading to it in the repository, as it is in that version."""

    def leading(link: re.Match[str]) -> str:
        if repository is None:
            return "" if link["picture"] else link["words"]
        kind = "raw" if link["picture"] else "blob"
        return f"{link['picture']}[{link['words']}]({repository.rstrip('/')}/{kind}/v{version}/{link['file']})"

    return LINK.sub(leading, readme)


if __name__ == "__main__":
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (version,) = VERSION.findall((ROOT / "src" / "wgtip_parse" / "__init__.py").read_text(encoding="utf-8"))
    setup(
        long_description=description(
            (ROOT / "README.md").read_text(encoding="utf-8"), project.get("urls", {}).get("Repository"), version
        ),
        long_description_content_type="text/markdown",
    )
