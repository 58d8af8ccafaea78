"""Who shares work: same results in the same order for any workers, and what ends its worker costs nothing else."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import ROOT
from tests.shell import wgtip_here
from wgtip_parse.compiler.processes import MUCH, Processes
from wgtip_parse.compiler.workers import LARGEST_CHUNK, Task, Workers, chunks, each, spread

NAMES = ["samples/" + path.name for path in sorted((ROOT / "samples").glob("meeting-*.txt"))]
TRACKER = "resource_tracker"  # a process of Python's own that ends with its parent
UNLUCKY, KILLER, WORKS = 4, 5, 40


def doubled(folder: Path, work: int) -> int:
    """Twice the work; one ends every worker that tries, another the first one."""
    met = folder / str(work)
    if work == KILLER or (work == UNLUCKY and not met.exists()):
        met.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return work * 2


def with_losses(folder: Path, workers: Workers) -> list[int]:
    task = Task(each(partial(doubled, folder)), lambda _: LARGEST_CHUNK // 4, lambda work: -work)
    return list(spread(task, range(WORKS), workers))


EXPECTED = [-work if work == KILLER else work * 2 for work in range(WORKS)]


@given(st.lists(st.integers(0, 2 * LARGEST_CHUNK), max_size=60), st.integers(1, 9))
def test_chunks_hold_all_works_in_order_and_get_smaller(weights: list[int], width: int) -> None:
    works = list(range(len(weights)))
    made = list(chunks(works, weights, width))
    assert list(chain.from_iterable(made)) == works
    assert all(made)
    for chunk in made:
        assert sum(weights[work] for work in chunk[:-1]) < LARGEST_CHUNK


def test_the_last_chunks_are_small_so_that_all_workers_end_together() -> None:
    made = list(chunks(range(100), [10_000] * 100, 2))
    assert [len(made[0]), len(made[-1])] == [13, 1]


def test_a_second_process_begins_where_it_pays() -> None:
    assert [Processes(None).wanted(9, weight) is None for weight in (MUCH - 1, MUCH)] == [True, os.cpu_count() == 1]
    assert Processes(2).wanted(9, 0) == 2
    assert Processes(2).wanted(1, MUCH) is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed as POSIX does it")
def test_what_ends_its_process_is_given_up_and_costs_nothing_else(tmp_path: Path) -> None:
    assert with_losses(tmp_path, Processes(2)) == EXPECTED


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers on this machine."""
    pytest.importorskip("distributed", reason="the extra cluster is not installed")
    from psutil import Process

    from wgtip_parse.compiler.cluster import of_our_own

    before = {each.pid for each in Process().children(recursive=True)}
    with of_our_own(2) as address:
        started = [each for each in Process().children(recursive=True) if each.pid not in before]
        yield address
    left = [each for each in Process().children(recursive=True) if each.pid not in before]
    assert started
    assert not [each for each in left if TRACKER not in " ".join(each.cmdline())]


@pytest.mark.parametrize(
    "command",
    [
        ("parse", "--format", "jsonl"),
        ("check", "--exit-zero", "--output-format", "json"),
        ("compile", "--format", "json"),
    ],
    ids=lambda command: command[0],
)
def test_a_cluster_gives_the_same_bytes_as_one_process(cluster: str, command: tuple[str, ...]) -> None:
    one = wgtip_here(*command, *NAMES, "--jobs", "1", folder=ROOT)
    many = wgtip_here(*command, *NAMES, "--engine", cluster.replace("tcp", "dask"), folder=ROOT)
    assert (many.returncode, many.stdout, many.stderr) == (0, one.stdout, one.stderr)


def test_what_ends_its_worker_on_a_cluster_is_given_up_and_costs_nothing_else(cluster: str, tmp_path: Path) -> None:
    from wgtip_parse.compiler.cluster import Cluster

    assert with_losses(tmp_path, Cluster(cluster, None)) == EXPECTED


def without_end(work: int) -> int:
    return without_end(work) + 1


def test_a_fault_that_lies_deep_comes_back_from_a_cluster(cluster: str) -> None:
    from wgtip_parse.compiler.cluster import Cluster

    with pytest.raises(RecursionError):
        list(spread(Task(each(without_end), int, int), [1], Cluster(cluster, None)))


def test_an_engine_that_cannot_be_had_is_said_in_one_line() -> None:
    pytest.importorskip("distributed", reason="the extra cluster is not installed")
    for engine, told in (
        ("dask://127.0.0.1:1", "wgtip: no scheduler of dask answers at tcp://127.0.0.1:1"),
        ("sun://a:1", "Error: Invalid value for '--engine': sun://a:1 is neither dask nor dask://HOST:PORT"),
    ):
        done = wgtip_here("parse", *NAMES, "--engine", engine, folder=ROOT)
        assert done.returncode == 2
        assert done.stderr.decode().splitlines()[-1] == told


def test_without_its_extra_an_engine_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = wgtip_here("parse", *NAMES, "--engine", "dask", folder=ROOT)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].endswith("dask.distributed: pip install 'wgtip[cluster]'")


def test_parts_of_one_report_in_several_chunks_are_judged_together(tmp_path: Path) -> None:
    parts = [path for path in NAMES if "2021-L.1" in path] + [path for path in NAMES if "2021-L.1" not in path]
    assert len(parts) > 4
    for number, name in enumerate(parts):
        copy = tmp_path / f"{number % 2}{number}.txt"  # what belongs together stands apart
        copy.write_bytes((ROOT / name).read_bytes().replace(b"Recommendation 2", b"Recommendation 1"))
    command = ("check", tmp_path, "--output-format", "json", "--exit-zero")
    for options in ((), ("--parts",), ("--select", "R,S,C", "--severity", "warning")):
        one, two = (wgtip_here(*command, *options, "--jobs", jobs) for jobs in ("1", "2"))
        assert (two.returncode, two.stdout, two.stderr) == (0, one.stdout, one.stderr)
        assert len(one.stdout) > len("[]\n")
