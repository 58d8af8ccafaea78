"""Searches as people type them: each finds among its first five what it was typed for."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cases import ROOT, SAMPLES

CORPUS = ROOT.parent / "shared" / "corpus"
SEARCHES = tomllib.loads((ROOT / "tests" / "data" / "searches.toml").read_text(encoding="utf-8"))
FIRST = "5"

Search = dict[str, Any]


def wgtip(*arguments: str | Path) -> bytes:
    return subprocess.run([sys.executable, "-m", "wgtip_parse", *arguments], capture_output=True, check=False).stdout


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "index.sqlite"
    wgtip("compile", *SAMPLES, "-o", path)
    return path


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CORPUS.exists():
        pytest.skip("the corpus of real documents is not here")
    path = tmp_path_factory.mktemp("corpus") / "index.sqlite"
    wgtip("compile", *documents(), "-o", path)
    return path


def documents() -> list[Path]:
    """One file of each document: its PDF or Word file, else its text."""
    kinds = ("report.pdf", "report.docx", "report.txt")
    folders = sorted({path.parent for kind in kinds for path in CORPUS.glob(f"*/{kind}")})
    return [next(each / kind for kind in kinds if (each / kind).exists()) for each in folders]


def finds(index: Path, search: Search) -> bool:
    typed = shlex.split(search["typed"])
    hits = wgtip("search", index, "--format", "json", "--most", FIRST, *typed)
    return any(is_wanted(each, search) for each in json.loads(hits or "[]"))


def is_wanted(hit: dict[str, Any], search: Search) -> bool:
    of_document = hit["symbol"] == search["document"] or f"/{search['document']}/" in hit["name"]
    return of_document and hit["number"] == search.get("number") and search.get("words", "") in hit["text"]


@pytest.mark.parametrize("search", SEARCHES["samples"], ids=lambda search: search["typed"])
def test_a_search_of_our_samples_finds_what_it_was_typed_for(samples: Path, search: Search) -> None:
    assert finds(samples, search)


@pytest.mark.parametrize("search", SEARCHES["corpus"], ids=lambda search: search["typed"])
def test_a_search_of_real_documents_finds_what_it_was_typed_for(corpus: Path, search: Search) -> None:
    assert finds(corpus, search)


def test_there_are_thirty_searches_of_real_documents() -> None:
    assert len(SEARCHES["corpus"]) == 30
