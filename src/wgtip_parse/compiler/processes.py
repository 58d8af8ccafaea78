"""Worker processes of this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgtip_parse.compiler.pool import ProcessPool
    from wgtip_parse.index.sharing import Share

MUCH = 600_000  # bytes of documents from which on a second process pays for its start


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes, or None for as many as pay; one is this process itself."""

    jobs: int | None

    def wanted(self, works: int, weight: int) -> int | None:
        """As many as asked for, or as many as pay."""
        pays = self.jobs is not None or weight >= MUCH
        width = min(self.jobs or processors(), works)
        return width if pays and width > 1 else None

    @contextmanager
    def opened(self, width: int) -> Iterator[ProcessPool]:
        """The processes while they are needed."""
        from wgtip_parse.compiler.pool import ProcessPool  # what it needs takes time to import

        pool = ProcessPool(width)
        try:
            yield pool
        finally:
            pool.close()


def sharing(jobs: int | None) -> Share:
    """So many processes that see all that this one has made, or None for as many as pay; where none can, this one."""
    from wgtip_parse.compiler.pool import share

    return partial(share, jobs or processors())


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
