"""Documents whose results are remembered: only the others are read, and the outcomes are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from wgtip_parse.compiler.documents import Outcome

Memory = Mapping[tuple[str, str], bytes]  # what was made of a document, by its name and the SHA-256 of its file


def with_remembered(
    paths: Sequence[str], memory: Memory, limit: int, convert: Callable[[Sequence[str]], Iterator[Outcome]]
) -> Iterator[Outcome]:
    """The outcomes in the order of the paths; only the documents that `memory` does not hold are converted."""
    unchanged = _unchanged(paths, memory, limit)
    fresh = convert([path for path in paths if path not in unchanged])
    for path in paths:
        digest = unchanged.get(path)
        yield next(fresh) if digest is None else Outcome(path, memory[path, digest], (), None, digest)


def _unchanged(paths: Sequence[str], memory: Memory, limit: int) -> dict[str, str]:
    """The digests of the files that are as they are remembered."""
    names = {name for name, _ in memory}
    digests = {path: _digest(path, limit) for path in paths if path in names}
    return {path: digest for path, digest in digests.items() if (path, digest) in memory}


def _digest(path: str, limit: int) -> str:
    """The SHA-256 of a file; nothing's where it cannot be read or is too large, which the reader will say."""
    try:
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except OSError:
        return ""
    return hashlib.sha256(data).hexdigest() if len(data) <= limit else ""
