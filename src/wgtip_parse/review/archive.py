"""A zip archive with some of its entries replaced: all others keep their bytes, packed as they are."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
LOCAL_NAMES = struct.Struct("<26x2H")  # of a local header the lengths of its name and of its extra field
STREAMED, UTF8 = 0x0008, 0x0800  # flags: the sizes stand behind the data; the name is UTF-8
DEFLATE_VERSION = 20  # of the standard, in tenths: the one that has deflation
MOST_ENTRIES = 0xFFFF
FIRST_DAY = 1 << 5 | 1  # 1 January 1980: the clock is not asked


class _Entry(NamedTuple):
    """What stands in the headers of an entry, and its data as packed."""

    name: bytes
    flags: int
    method: int
    time: int
    day: int
    checksum: int
    size: int
    extra: bytes
    attributes: int
    data: bytes


def replaced(data: bytes, archive: zipfile.ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """The archive of these bytes with new parts in the places of those with the same names, the others at the end."""
    entries = [
        _new(entry, parts[entry.filename]) if entry.filename in parts else _kept(data, entry)
        for entry in archive.infolist()
    ]
    there = {entry.filename for entry in archive.infolist()}
    added = [_new(zipfile.ZipInfo(name), part) for name, part in sorted(parts.items()) if name not in there]
    return _written([*entries, *added])


def _kept(data: bytes, entry: zipfile.ZipInfo) -> _Entry:
    name, extra = LOCAL_NAMES.unpack_from(data, entry.header_offset)
    start = entry.header_offset + LOCAL_NAMES.size + name + extra
    return _entry(
        entry,
        entry.flag_bits & ~STREAMED,
        entry.compress_type,
        entry.CRC,
        entry.file_size,
        data[start : start + entry.compress_size],
    )


def _new(entry: zipfile.ZipInfo, part: bytes) -> _Entry:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(part) + packer.flush()
    flags = entry.flag_bits & UTF8
    return _entry(entry, flags, zipfile.ZIP_DEFLATED, zlib.crc32(part), len(part), packed)


def _entry(entry: zipfile.ZipInfo, flags: int, method: int, checksum: int, size: int, packed: bytes) -> _Entry:
    year, month, day, hour, minute, second = entry.date_time
    name = entry.orig_filename.encode("utf-8" if flags & UTF8 else "cp437", "replace")
    return _Entry(
        name,
        flags,
        method,
        hour << 11 | minute << 5 | second // 2,
        max(FIRST_DAY, (year - 1980) << 9 | month << 5 | day),
        checksum,
        size,
        entry.extra,
        entry.external_attr,
        packed,
    )


def _written(entries: list[_Entry]) -> bytes:
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for each in entries:
        shared = struct.pack(
            "<5H3L2H",
            DEFLATE_VERSION,
            each.flags,
            each.method,
            each.time,
            each.day,
            each.checksum,
            len(each.data),
            each.size,
            len(each.name),
            len(each.extra),
        )
        local = LOCAL + shared + each.name + each.extra
        pieces += [local, each.data]
        place = struct.pack("<3H2L", 0, 0, 0, each.attributes, offset)
        directory.append(CENTRAL + struct.pack("<H", DEFLATE_VERSION) + shared + place + each.name + each.extra)
        offset += len(local) + len(each.data)
    length = sum(map(len, directory))
    end = END + struct.pack("<4H2LH", 0, 0, len(entries), len(entries), length, offset, 0)
    return b"".join([*pieces, *directory, end])
