"""A file of words is read entry by entry: what that gives is what TOML says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from wgtip_parse.words import file

FILES = sorted((Path(__file__).parents[1] / "src" / "wgtip_parse" / "words").glob("*.toml"))


def whole(section: file.Section) -> dict[str, Any]:
    return {name: whole(each) if isinstance(each, file.Section) else each for name, each in section.items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_read_as_toml_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert whole(file.read(path.name)) == whole(file.parsed(text)) == tomllib.loads(text)
    assert FILES


def test_sections_are_joined_as_dictionaries_are() -> None:
    one, other = ({"a": 1, "b": [2]}, {"b": 'three "3"', "c": {}})
    first, second = file.parsed("a = 1\nb = [\n  2, # two\n]\n"), file.parsed("b = 'three \"3\"'\n[c]\n")
    for joined in (first | second, first | other, one | second):
        assert whole(joined) == one | other
    assert whole(first) == one
