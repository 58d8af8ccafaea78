"""The archive of a Word package: parts in their order, without a clock, so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MADE = (1980, 1, 1, 0, 0, 0)  # the date that ZIP archives begin with


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """One archive of the parts, by their paths."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in parts.items():
            entry = zipfile.ZipInfo(path, MADE)
            entry.create_system = 0  # else the archive would tell on which system it was made
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return written.getvalue()
