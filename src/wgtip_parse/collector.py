"""The garbage collector, held back while many objects without cycles are made: it would walk them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector(*, much_stays: bool) -> Iterator[None]:
    """Run without the collector; `much_stays` says that so much is kept afterwards that even one walk over it costs."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if much_stays and not gc.get_freeze_count():  # what was made is put among the old objects, without a walk
            gc.freeze()
            gc.unfreeze()
        gc.enable()
