"""Every link, file, anchor and picture that README and docs/ name is there; figures carry the command that makes them.

A picture is drawn by a script of tools/ that knows its name; the page that shows it names the script. A section whose
heading begins as one of `OF_FIGURES` has what was measured, and names what measures it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.cases import ROOT
from tests.examples import PAGES

LINKING = (*PAGES, *(ROOT / name for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "samples/README.md")))
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())
NAMED = re.compile(r"(?:docs|src|tests|tools|benchmarks|grammars|samples)/[\w./-]+\.\w+")
SCRIPT = re.compile(r"python -m (tools)\.(\w+)")
OF_FIGURES = ("How right", "How fast", "What it costs")
MEASURING = re.compile(r"\b(?:make (?:accuracy|bench)|(?:benchmarks|tests|tools)/\w+\.py|python -m tools\.\w+)")
TO_BE_MADE = {  # by whoever adds one, as the pages on adding say
    "samples/invalid/CODE-cause.txt", "src/wgtip_parse/emitters/yaml.py", "src/wgtip_parse/readers/csv.py",
    "src/wgtip_parse/words/xx.toml",
}  # fmt: skip
NOT_IN_AN_ANCHOR = re.compile(r"[^\w\- ]")


def tokens(page: Path) -> Iterator[Token]:
    """What a page is made of, the parts of its paragraphs too."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
        yield token
        yield from token.children or ()


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {NOT_IN_AN_ANCHOR.sub("", heading.lower()).replace(" ", "-") for heading in headings}


def targets(page: Path) -> Iterator[str]:
    for token in tokens(page):
        target = token.attrGet("href") if token.type == "link_open" else token.attrGet("src")
        if isinstance(target, str) and not target.startswith(("http://", "https://")):
            yield target


def test_there_are_pages_that_link() -> None:
    assert sum(len(list(targets(page))) for page in LINKING) > 100
    assert len(PICTURES) >= 6


@pytest.mark.parametrize("page", LINKING, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_links_to_is_there(page: Path) -> None:
    for target in targets(page):
        file, _, anchor = target.partition("#")
        there = page.parent / file if file else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", LINKING, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    said = {name for token in tokens(page) if token.type == "code_inline" for name in NAMED.findall(token.content)}
    assert {name for name in said - TO_BE_MADE if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_shown_beside_the_script_that_draws_it(picture: Path) -> None:
    shown = [page for page in PAGES if picture in {(page.parent / target).resolve() for target in targets(page)}]
    assert shown
    for page in shown:
        scripts = [ROOT.joinpath(*found).with_suffix(".py") for found in SCRIPT.findall(page.read_text("utf-8"))]
        assert [each for each in scripts if re.search(rf'"{picture.stem}(?:\.\w+)?"', each.read_text("utf-8"))], page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_figures_carry_the_command_that_makes_them(page: Path) -> None:
    sections = re.split(r"^#{1,3} ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    figures = [each for each in sections if each.startswith(OF_FIGURES)]
    assert [each.partition("\n")[0] for each in figures if not MEASURING.search(each)] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem != "glossary"], ids=lambda page: page.stem)
def test_no_page_has_a_name_to_be_filled_in(page: Path) -> None:
    assert "OWNER" not in page.read_text(encoding="utf-8")
