"""The page of `wgtip diff` in a real Chromium: filters, both views, a telephone, darkness, and words that do harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import MISSING, Browser, browser
from tests.shell import wgtip_here
from tests.test_diff import FIRST, SECOND

pytestmark = pytest.mark.skipif(MISSING is not None, reason=MISSING or "")
HARM = "<img src=x onerror=\"document.title='harmed'\">"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("changes")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND.replace("strict", HARM), encoding="utf-8")
    wgtip_here("diff", "--format", "html", "-o", "page.html", "first.txt", "second.txt", folder=folder)
    return folder / "page.html"


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def shown(window: Browser) -> list[str]:
    script = (
        "[...document.querySelectorAll('article')].filter((each) => !each.hidden).map((each) => each.dataset.change)"
    )
    return list(window.run(script))


def visible(window: Browser, selector: str) -> bool:
    return bool(window.run(f"document.querySelector('{selector}').getBoundingClientRect().height > 0"))


def test_changes_are_filtered_by_kind(window: Browser, page: Path) -> None:
    window.open(page)
    assert shown(window) == ["moved", "split", "deleted"]
    window.run("document.querySelector(\"input[value='split']\").click()")
    assert shown(window) == ["moved", "deleted"]
    assert window.run("document.getElementById('count').textContent") == "2 of 3 passages"
    window.run("document.querySelector(\"input[value='recommendation']\").click()")
    assert shown(window) == []


def test_both_views_are_shown_in_turn(window: Browser, page: Path) -> None:
    window.open(page)
    assert visible(window, ".in-one")
    assert not visible(window, "article .beside")
    window.run("document.querySelector(\"input[value='beside']\").click()")
    assert visible(window, "article .beside")
    assert not visible(window, ".in-one")


def test_words_of_documents_do_nothing(window: Browser, page: Path) -> None:
    window.open(page)
    assert window.run("document.title").startswith("What changed")
    assert window.run("document.querySelectorAll('main img').length") == 0
    assert window.messages() == []


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (400, 1)])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_wider_than_the_window(page: Path, width: int, columns: int, dark: bool) -> None:
    with browser(width=width, height=800, dark=dark) as window:
        window.open(page)
        window.run("document.querySelector(\"input[value='beside']\").click()")
        assert window.run("document.documentElement.scrollWidth <= innerWidth")
        count = "getComputedStyle(document.querySelector('article .beside')).gridTemplateColumns.split(' ').length"
        assert window.run(count) == columns
