"""Two workers of dask on this machine against one process: `python benchmarks/cluster.py [FOLDER] [REPORTS]`.

20,000 made reports of 4 kB, or REPORTS of them, and the documents of FOLDER are compiled by one process; by two workers
of dask; by two of which one is killed in mid-run; and by two in a run that is killed itself and then taken up. All four
indexes have to be the same bytes, and no process may be left.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import workers

REPORTS, LENGTH = 20_000, 4_000
TWO = ("--engine", "dask", "--jobs", "2")
OFTEN = 0.05  # seconds between two looks at a run
SOME = 4  # of so many parts of the entries, one has been made when something is killed


def compiled(out: Path, folders: list[str], *options: str) -> float:
    """Compile into a file; the seconds on the clock."""
    start = time.perf_counter()
    begun(out, folders, *options).wait()
    return time.perf_counter() - start


def begun(out: Path, folders: list[str], *options: str) -> subprocess.Popen[bytes]:
    command = [workers.WGTIP, "compile", "-o", str(out), *options, *folders]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def in_mid_run(run: subprocess.Popen[bytes], out: Path, whole: int) -> psutil.Process:
    """Wait until some of the entries are there."""
    entries = out.with_name(f".{out.name}.entries")
    while run.poll() is None and not (entries.exists() and entries.stat().st_size > whole / SOME):
        time.sleep(OFTEN)
    return psutil.Process(run.pid)


def workers_of(process: psutil.Process) -> list[psutil.Process]:
    return [each for each in process.children(recursive=True) if "spawn_main" in " ".join(each.cmdline())]


def main(given: list[str], reports: int) -> None:
    with tempfile.TemporaryDirectory() as folder, workers.reports(reports, LENGTH) as made:
        one, two, killed, again = (Path(folder, f"{name}.sqlite") for name in ("one", "two", "killed", "again"))
        folders = [made, *given]
        print(f"one process: {compiled(one, folders, '--jobs', '1'):.0f} s")
        print(f"two workers of dask: {compiled(two, folders, *TWO):.0f} s")
        whole = one.stat().st_size // SOME  # about what its entries take
        run = begun(killed, folders, *TWO)
        workers_of(in_mid_run(run, killed, whole))[0].kill()
        run.wait()
        run = begun(again, folders, *TWO)
        command = in_mid_run(run, again, whole)
        left = [command, *workers_of(command)]
        command.kill()
        run.wait()
        print(f"taken up after a kill: {compiled(again, folders, *TWO):.0f} s")
        _, alive = psutil.wait_procs(left, timeout=10)
        same = {each.read_bytes() for each in (one, two, killed, again)}
        print(f"{'the same bytes' if len(same) == 1 else 'OTHER BYTES'}, {len(alive)} processes left")


if __name__ == "__main__":
    folders = [os.path.abspath(each) for each in sys.argv[1:] if not each.isdecimal()]
    main(folders, next((int(each) for each in sys.argv[1:] if each.isdecimal()), REPORTS))
