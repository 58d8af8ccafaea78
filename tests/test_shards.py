"""Results as a folder of shards: the same bytes from nothing or from what is there, and only what is new is read."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.shell import wgtip_here
from wgtip_parse.compiler import documents as converting
from wgtip_parse.emitters import shards

TEXT = (ROOT / "samples" / "meeting-2021-L.1.txt").read_text("utf-8")
SMALL = 10_000  # bytes of a shard here: two or three trees


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of eight reports, whose trees are put into small shards."""
    monkeypatch.setattr(shards.Shards.__init__, "__defaults__", (SMALL,))
    monkeypatch.chdir(tmp_path)
    for number in range(8):
        write(number)
    return tmp_path


def write(number: int, text: str = TEXT) -> None:
    Path("in").mkdir(exist_ok=True)
    Path("in", f"{number}.txt").write_text(f"{text}\nNumber {number}.\n", "utf-8")


def found(folder: str) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in Path(folder).iterdir()}


def lines(folder: str) -> bytes:
    return b"".join(data for name, data in sorted(found(folder).items()) if name.endswith(".jsonl"))


def parsed(out: str, *options: str) -> None:
    done = wgtip_here("parse", "in", "-o", out, *options)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are converted, as they come."""
    converted: list[str] = []
    convert = converting.convert

    def watched(emit: converting.Emit, read: converting.Read, path: str) -> converting.Outcome:
        converted.append(path)
        return convert(emit, read, path)

    monkeypatch.setattr(converting, "convert", watched)
    return converted


def test_shards_hold_the_lines_of_one_file_in_their_order_and_are_of_bounded_size() -> None:
    parsed("out/")
    parsed("one.jsonl", "--format", "jsonl")
    assert lines("out") == Path("one.jsonl").read_bytes()
    sizes = [len(data) for name, data in found("out").items() if name.endswith(".jsonl")]
    assert len(sizes) > 2
    assert max(sizes) <= SMALL
    told = [json.loads(line) for line in Path("out", shards.MANIFEST).read_bytes().splitlines()[1:]]
    assert [each["name"] for shard in told for each in shard["documents"]] == [
        f"in/{number}.txt" for number in range(8)
    ]


def test_documents_may_be_given_as_patterns_that_no_shell_has_replaced() -> None:
    Path("in", "deep").mkdir()
    Path("in", "7.txt").rename("in/deep/7.txt")
    for pattern, names in (("in/[0-3].txt", "0123"), ("in/**/*.txt", "01234567"), ("i?/deep", "7")):
        done = wgtip_here("parse", pattern, "--format", "jsonl")
        assert [json.loads(line)["source"]["name"][-5] for line in done.stdout.splitlines()] == list(names)


def test_any_number_of_processes_gives_the_same_folder() -> None:
    parsed("one/", "--jobs", "1")
    parsed("two/", "--jobs", "2")
    assert found("one") == found("two")


def test_a_second_run_reads_what_is_new_and_leaves_what_a_run_from_nothing_makes(read: list[str]) -> None:
    parsed("out/")
    read.clear()
    parsed("out/")
    assert read == []
    write(4, TEXT.replace("Vienna", "Geneva"))
    write(10)
    Path("in", "0.txt").unlink()
    parsed("out/")
    assert sorted(read) == ["in/10.txt", "in/4.txt"]
    parsed("new/")
    assert found("out") == found("new")


def test_a_run_that_was_ended_is_taken_up(monkeypatch: pytest.MonkeyPatch, read: list[str]) -> None:
    parsed("new/")
    kept = shards.file.write

    def ended(path: str, chunks: list[bytes]) -> None:
        if "part-00003" in path:
            Path("out", ".part-00003-0.jsonl.1.part").write_bytes(b"half")
            raise KeyboardInterrupt
        kept(path, chunks)

    with monkeypatch.context() as patch:
        patch.setattr(shards.file, "write", ended)
        assert wgtip_here("parse", "in", "-o", "out/").returncode not in (0, 1)
    with Path("out", shards.MANIFEST).open("ab") as manifest:
        manifest.write(b'{"shard":"part-0')  # as a process leaves it that is killed as it writes
    told = map(json.loads, found("out")[shards.MANIFEST].splitlines()[1:-1])
    whole = sum(len(shard["documents"]) for shard in told)
    assert whole > 2
    read.clear()
    parsed("out/")
    assert len(read) == 8 - whole
    assert found("out") == found("new")


def test_a_shard_that_is_not_as_it_was_written_is_made_again(read: list[str]) -> None:
    parsed("out/")
    before = found("out")
    first = min(name for name in before if name.endswith(".jsonl"))
    Path("out", first).write_bytes(before[first].replace(b"Number 0", b"Number 9"))
    read.clear()
    parsed("out/")
    assert read
    assert len(read) < 8
    assert found("out") == before


def test_what_another_program_has_made_is_made_again_and_what_is_not_ours_stays(
    read: list[str],
) -> None:
    parsed("out/")
    Path("out", "notes.txt").write_text("mine")
    manifest = Path("out", shards.MANIFEST)
    outside = {"shard": "../in/1.txt", "sha256": "", "documents": []}
    told = re.sub(rb'"program":"\w+"', b'"program":"older"', manifest.read_bytes())
    manifest.write_bytes(told + json.dumps(outside).encode() + b"\n")
    write(0, TEXT.replace("Vienna", "Geneva"))
    read.clear()
    parsed("out/")
    assert len(read) == 8
    parsed("new/")
    assert found("out") == found("new") | {"notes.txt": b"mine"}
    assert Path("in", "1.txt").exists()


def test_a_document_of_which_something_is_said_is_read_again_and_it_is_said_again(read: list[str]) -> None:
    Path("in", "3.txt").write_bytes(TEXT.encode("utf-8") + b"\x81\n")
    first = wgtip_here("parse", "in", "-o", "out/")
    read.clear()
    second = wgtip_here("parse", "in", "-o", "out/")
    assert read == ["in/3.txt"]
    assert b"in/3.txt" in second.stderr
    assert second.stderr == first.stderr


def test_findings_go_into_shards_as_well() -> None:
    for number in range(4):
        write(number, TEXT.replace("should ", "shuld "))
    for output, options in (("out/", ()), ("one.jsonl", ("--format", "jsonl"))):
        assert wgtip_here("check", "in", "-o", output, "--exit-zero", *options).returncode == 0
    assert lines("out") == Path("one.jsonl").read_bytes()
    assert len(found("out")) > 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("parse", "in", "--format", "json", "-o", "out/"), "Error: out/: into a folder go JSON lines alone: give "),
        (("check", "in", "--format", "text", "-o", "out/"), "Error: out/: into a folder go JSON lines alone: give "),
        (("parse", "in", "-o", "none/out/"), "wgtip: none/out: there is no folder none"),
        (("parse", "in/0.txt", "-o", "in/0.txt/"), "wgtip: in/0.txt: file exists"),
        (("parse", "in/9.txt", "-o", "out/"), "in/9.txt: no such file"),
    ],
)
def test_where_no_shards_can_be_written_nothing_is(arguments: tuple[str, ...], told: str) -> None:
    done = wgtip_here(*arguments)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert not os.path.exists("out")
