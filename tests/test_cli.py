"""The command line as a shell sees it: standard output, standard error, exit codes and files."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.shell import WGTIP, wgtip
from wgtip_parse import __version__
from wgtip_parse.model import Report

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
SMALLEST = SAMPLES / "smallest.txt"
ALL = sorted(str(path) for path in SAMPLES.rglob("*") if path.suffix in (".txt", ".html", ".xml"))
SLOW_IMPORTS = {"lark", "pydantic", "rich", "concurrent.futures", "wgtip_parse.model"}
SECTION_KEYS = ["number", "level", "title", "continued", "quoted", "blocks", "sections", "span"]
BLOCK_KEYS = ["kind", "number", "text", "subparagraphs", "closing", "quoted", "span"]


def on_a_terminal(*arguments: str | Path) -> str:
    """What the command prints where standard output and error are a terminal, without colours."""
    ours, theirs = pty.openpty()
    command, variables = [*WGTIP, *map(str, arguments)], os.environ | {"COLUMNS": "60"}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=variables) as process:
        os.close(theirs)
        printed = bytearray()
        while chunk := _read_terminal(ours):
            printed += chunk
    os.close(ours)
    assert process.returncode == 0
    return re.sub(r"\x1b\[[0-9;]*m", "", printed.decode()).replace("\r\n", "\n")


def _read_terminal(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so that the other side has closed
        return b""


def test_one_file_gives_one_object_that_fits_the_model() -> None:
    done = wgtip("parse", SMALLEST)
    assert (done.returncode, done.stderr) == (0, b"")
    assert Report.model_validate_json(done.stdout).source.name == str(SMALLEST)
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [[SAMPLES], [SMALLEST, SMALLEST], [*ALL, "--jobs", "2"]], ids=len)
def test_several_files_or_a_folder_give_an_array_in_order(arguments: list[str | Path]) -> None:
    done = wgtip("parse", "--format", "json", *arguments)
    names = [report["source"]["name"] for report in json.loads(done.stdout)]
    expected = ALL if arguments == [SAMPLES] else [str(each) for each in arguments if Path(each).is_file()]
    assert (done.returncode, names) == (0, expected)


def test_a_folder_of_one_still_gives_an_array(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. One.\n")
    assert len(json.loads(wgtip("parse", tmp_path).stdout)) == 1


def test_json_lines_hold_the_same_objects_as_the_array_with_one_job_or_two() -> None:
    array = json.loads(wgtip("parse", SAMPLES).stdout)
    for jobs in ("1", "2"):
        lines = wgtip("parse", "--format", "jsonl", "--jobs", jobs, SAMPLES).stdout.splitlines()
        assert [json.loads(line) for line in lines] == array
    assert len(array) == len(ALL) > 0


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*ed*.txt")), ids=lambda path: path.name)
def test_tokens_cover_every_character_that_is_not_white_space_once(path: Path) -> None:
    text = wgtip("read", path).stdout.decode()
    tokens = [json.loads(line) for line in wgtip("parse", "--format", "tokens", path).stdout.splitlines()]
    assert all(token["text"] == text[token["start"] : token["end"]] for token in tokens)
    assert all(before["end"] <= after["start"] for before, after in pairwise(tokens))
    covered = "".join(token["text"] for token in tokens)
    assert "".join(covered.split()) == "".join(text.split()) != ""


def test_standard_input_is_a_dash() -> None:
    data = SMALLEST.read_bytes()
    report = json.loads(wgtip("parse", "-", data=data).stdout)
    assert report == json.loads(wgtip("parse", SMALLEST).stdout) | {"source": report["source"]}
    assert report["source"]["name"] == "-"
    assert wgtip("read", "-", data=data).stdout == data


def test_read_prints_the_text_that_spans_count_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf1. One.\r\n2. Two.\r")
    assert wgtip("read", tmp_path / "a.txt").stdout == b"1. One.\n2. Two.\n"


def test_the_schema_has_the_keys_of_the_output() -> None:
    schema = json.loads(wgtip("schema", "report").stdout)
    assert list(schema["properties"]) == list(json.loads(wgtip("parse", SMALLEST).stdout))
    assert schema["required"] == list(schema["properties"])
    assert list(schema["$defs"]["Section"]["properties"]) == [*SECTION_KEYS, "language"]  # there where it is another
    assert schema["$defs"]["Section"]["required"] == SECTION_KEYS
    assert list(schema["$defs"]["Block"]["properties"]) == BLOCK_KEYS


def test_a_terminal_gets_the_outline_and_a_pipe_gets_json() -> None:
    outline = on_a_terminal("parse", SMALLEST)
    assert "The Working Group met." in outline
    assert outline.endswith("0 sections, 1 paragraph, 0 recommendations\nwgtip compile takes 0 recommendations\n")
    assert json.loads(wgtip("parse", SMALLEST).stdout)["schema_version"] == 1


def test_a_compile_tells_what_it_has_made(tmp_path: Path) -> None:
    index, sample = tmp_path / "index.sqlite", SAMPLES / "said-before.txt"
    made = f"3 recommendations of 1 meeting in {index}\n1 of 1 document has recommendations\n"
    assert on_a_terminal("compile", sample, sample, "-o", index) == made
    assert wgtip("compile", sample, "-o", index).stderr.decode() == made


def test_a_database_is_not_for_a_terminal_and_a_format_not_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):  # the command does not end well
        on_a_terminal("compile", SMALLEST, "--format", "sqlite")
    assert wgtip("compile", SMALLEST, "--format", "sqlite").stdout.startswith(b"SQLite format 3")
    done = wgtip("compile", SMALLEST, "--format", "csv", "-o", tmp_path / "a.json")
    assert (done.returncode, done.stdout, (tmp_path / "a.json").exists()) == (2, b"", False)
    assert b"--format is for standard output" in done.stderr


def test_text_is_never_mark_up_and_control_characters_are_shown(tmp_path: Path) -> None:
    hostile = tmp_path / "a.txt"
    hostile.write_text("1. The [b]Group[/b] met \x1b[2Jat \u202elength.\n")
    for printed in (on_a_terminal("parse", hostile), wgtip("parse", "--format", "tree", hostile).stdout.decode()):
        assert "The [b]Group[/b] met \\x1b[2Jat \\u202elength." in printed
    assert on_a_terminal("read", hostile) == "1. The [b]Group[/b] met \\x1b[2Jat \\u202elength.\n"


def test_a_document_that_cannot_be_read_is_one_line_and_exit_2(tmp_path: Path) -> None:
    done = wgtip("parse", tmp_path / "none.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"wgtip: {tmp_path}/none.txt: no such file or directory\n"
    assert wgtip("read", tmp_path).returncode == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_document_among_several_stops_none_and_is_exit_1(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0\1" * 9)
    done = wgtip("parse", tmp_path / "bad.txt", SMALLEST, tmp_path / "none.txt", "--jobs", jobs)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
    assert [line.rpartition(": ")[2] for line in done.stderr.decode().splitlines()] == [
        "not a text file",
        "no such file or directory",
        "1 of 3 read; 2 could not be read",
    ]


@pytest.mark.parametrize("command", [("parse", "a.json"), ("check", "a.json"), ("compile", "a.json"), ("compile", "a")])
def test_an_output_in_a_folder_that_is_not_there_names_the_folder(tmp_path: Path, command: tuple[str, str]) -> None:
    output = tmp_path / "none" / command[1]
    done = wgtip(command[0], SMALLEST, "-o", output)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"wgtip: {output}: there is no folder {tmp_path}/none\n"


def test_a_folder_without_documents_is_said_to_be_so(tmp_path: Path) -> None:
    done = wgtip("parse", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"wgtip: {tmp_path}: no document in this folder\n"


def test_a_guessed_encoding_is_a_diagnostic_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("1. One.\n2. The “Group” met – in Côte d’Ivoire – and took note of the report.\n".encode("cp1252"))
    done = wgtip("parse", file)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines()[0] == f"{file}:2:8: warning T001 not UTF-8: read as windows-1252"


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", "--format", "xml", "-"],
        ["parse", "--format", "tokens", "a", "b"],
        ["schema", "x"],
        ["nope"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2(arguments: list[str]) -> None:
    done = wgtip(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Usage: wgtip")


def test_our_own_fault_is_one_line_and_exit_3(tmp_path: Path) -> None:
    (tmp_path / "pydantic.py").write_text("raise RuntimeError('a broken installation')\n")
    done = wgtip("check", SMALLEST, PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1)
    assert done.stderr.startswith(b"wgtip: internal error")
    assert b"a broken installation" in wgtip("check", SMALLEST, PYTHONPATH=str(tmp_path), WGTIP_TRACEBACK="1").stderr


def test_an_interrupt_is_quiet_and_exit_130(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (
        subprocess.Popen([*WGTIP, "parse", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
        pipe.open("wb"),  # opens when the command is about to read
    ):
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=60)
    assert (process.returncode, printed, said.strip()) == (130, b"", b"")


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("".join(f"{number}. The Working Group met.\n\n" for number in range(1, 5000)))
    command = [*WGTIP, "parse", "--format", "tokens", str(long)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_full_disk_is_one_line_and_exit_2() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = wgtip("parse", SMALLEST, "-o", "/dev/full")
    assert (done.returncode, done.stderr) == (2, b"wgtip: /dev/full: no space left on device\n")


def test_output_is_complete_and_keeps_the_mode_of_the_old_file(tmp_path: Path) -> None:
    target, link = tmp_path / "out.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert wgtip("parse", SMALLEST, "-o", link).returncode == 0
    assert target.read_bytes() == wgtip("parse", SMALLEST).stdout
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [link, target]
    assert link.is_symlink()


def test_output_is_left_alone_where_nothing_could_be_read(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    assert wgtip("parse", tmp_path / "none.txt", "-o", target).returncode == 2
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_source_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("1. One.\n")
    assert wgtip("parse", tmp_path, "-o", file).returncode == 2
    assert file.read_text() == "1. One.\n"


def test_max_size_is_in_megabytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("1. One.\n".ljust(2000))
    assert wgtip("parse", file, "--max-size", "0.002").returncode == 0
    done = wgtip("parse", file, "--max-size", "0.001")
    assert (done.returncode, done.stderr.decode()) == (2, f"wgtip: {file}: larger than 0.001 MB\n")


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_import_nothing_slow(argument: str) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "wgtip_parse", argument]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "click" in imported
    assert not imported & SLOW_IMPORTS


@pytest.mark.parametrize("command", ["parse", "compile"])
def test_what_checks_nothing_imports_no_rule(command: str) -> None:
    shell = [sys.executable, "-X", "importtime", "-m", "wgtip_parse", command, str(SMALLEST), "--format", "json"]
    done = subprocess.run(shell, capture_output=True, text=True, check=True)
    assert "wgtip_parse.compiler.documents" in done.stderr
    assert "wgtip_parse.rules" not in done.stderr


def test_version_is_the_version() -> None:
    assert wgtip("--version").stdout.decode() == f"wgtip {__version__}\n"
