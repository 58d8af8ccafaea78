"""Every rule by its data: samples that break it, its own page, and the clean samples, which break none.

Write the printed diagnostics anew with WGTIP_GOLDEN=1 and read every change.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases import ROOT, SAMPLES, draft, source
from wgtip_parse import check, collection, readers, render
from wgtip_parse.compiler import checking, choice, judging
from wgtip_parse.compiler.documents import ONE_PROCESS
from wgtip_parse.compiler.parts import parts_of, see
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.placed import Placed
from wgtip_parse.rules import KNOWN, NOTICES, RULES, Example, MeetingRule, Rule, by_code, read_page
from wgtip_parse.stage import Stage

INVALID = sorted(path for path in (ROOT / "samples" / "invalid").iterdir() if path.suffix != ".out")
PAGES = ROOT / "docs" / "rules.md"
NAME = re.compile(r"([A-Z]\d{3})-[a-z0-9-]+")


def code_of(path: Path) -> str:
    name = NAME.fullmatch(path.stem)
    assert name, f"{path.name}: name it CODE-cause"
    return name[1]


def found_in(*paths: str, complete: bool = False) -> list[Placed]:
    asked = tuple(rule.code for rule in RULES if isinstance(rule, Rule) and rule.on_request and rule.code in paths[0])
    outcomes = checking.check_all(paths, [choice.Choice(select=asked)] * len(paths), readers.read, ONE_PROCESS)
    checked = [each for each in outcomes if isinstance(each, checking.Checked)]
    return judging.findings(judging.judge(checked, {}, None, complete=complete), {}, complete=complete)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_sample_is_reported_as_printed_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    parts = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    found = found_in(*(str(part.relative_to(path.parent)) for part in parts), complete=path.is_dir())
    assert code_of(path) in {each.code for each in found}
    golden = path.with_suffix(".out")
    printed = render.findings(found, width=80, colour=False) + render.summary(found, len(parts), colour=False)
    if os.environ.get("WGTIP_GOLDEN") == "1":
        golden.write_text(printed, encoding="utf-8")
    assert printed == golden.read_text(encoding="utf-8")


def test_every_rule_has_a_sample_and_every_printed_file_too() -> None:
    assert {rule.code for rule in RULES} <= {code_of(path) for path in INVALID}
    printed = {path.stem for path in (ROOT / "samples" / "invalid").glob("*.out")}
    assert printed == {path.stem for path in INVALID}


def test_codes_and_names_are_well_formed_and_stand_for_one_rule() -> None:
    assert all(re.fullmatch(r"[A-Z]\d{3}", code) for code in KNOWN)
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({known.name for known in KNOWN.values()}) == len(KNOWN)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", known.name) for known in KNOWN.values())


def test_every_code_that_can_be_printed_is_described() -> None:
    package = ROOT / "src" / "wgtip_parse"
    files = [path for path in package.rglob("*.py") if path.parent.name != "rules"]
    codes = {code for path in files for code in re.findall(r"\"([A-Z]\d{3})\"", path.read_text())}
    assert {"T001", "P002", "C951", "C954", "C955", "C960"} <= codes
    assert codes <= KNOWN.keys(), "add a Notice to rules/notice.py"


@pytest.mark.parametrize(("code", "name"), [("N603", "new-name"), ("N699", "percent-sign")])
def test_a_code_or_name_for_two_rules_is_refused(code: str, name: str) -> None:
    with pytest.raises(ValueError, match="have the same code or name"):
        by_code((*RULES, *NOTICES, replace(KNOWN["N603"], code=code, name=name)))


def serious(found: list[Placed]) -> list[str]:
    return [f"{each.path}:{each.line} {each.code} {each.message}" for each in found if each.severity != Severity.INFO]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_clean_sample_gives_no_warning_and_no_error(path: Path) -> None:
    assert serious(found_in(str(path))) == []


def test_the_clean_samples_together_give_no_warning_and_no_error() -> None:
    assert len(SAMPLES) > 9
    assert serious(found_in(*map(str, SAMPLES))) == []


def reported(rule: Rule | MeetingRule, example: Example) -> list[Diagnostic]:
    stage = Stage.FINAL if example.final else Stage.IN_SESSION
    sources = [source(text, f"{number}.txt") for number, text in enumerate(example.documents)]
    drafts = tuple(draft(each, stage) for each in sources)
    if isinstance(rule, MeetingRule):
        (report,), _ = see((collection.document(each.report) for each in drafts), complete=True)
        parts = parts_of(report, {each.source.name: each for each in drafts}, complete=True)
        return [diagnostic for _, diagnostic in rule.check(parts)]
    return [diagnostic for each in drafts for diagnostic in rule.check(each)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def test_the_examples_of_a_page_do_what_they_say(rule: Rule | MeetingRule) -> None:
    page = read_page(rule.page)
    assert page.norm.endswith(".")
    assert page.why
    assert page.bad
    assert page.good
    for example in page.bad:
        assert {each.code for each in reported(rule, example)} == {rule.code}
    for example in page.good:
        assert reported(rule, example) == []


def test_the_pages_in_docs_are_those_of_the_rules() -> None:
    from wgtip_parse.emitters import pages

    made = b"".join(pages.emit_markdown((*RULES, *NOTICES)))
    if os.environ.get("WGTIP_GOLDEN") == "1":
        PAGES.write_bytes(made)
    assert PAGES.read_bytes() == made, "write it anew: wgtip rules --format markdown -o docs/rules.md"


@pytest.mark.parametrize(("words", "codes"), [("To train judges;", ["L405"]), ("", [])])
def test_only_an_item_with_words_lacks_a_full_stop(words: str, codes: list[str]) -> None:
    found = check(f"1. The Secretariat was asked:\n\n(a) To gather laws;\n\n(b) {words}\n\n2. It agreed.\n")
    assert [each.code for each in found] == codes
