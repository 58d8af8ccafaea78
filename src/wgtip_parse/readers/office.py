"""The reader of old Word files (.doc): LibreOffice, where it is installed, makes .docx of them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers import foreign
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.revisions import Revisions
from wgtip_parse.readers.word import read_word
from wgtip_parse.source import Source

TIME_LIMIT = 120  # seconds for one conversion

SECTOR = 512  # bytes of a container of the version in which old Word writes
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_SECTOR_OF_STREAM = 116  # bytes from the name of a stream to the number of its first sector ([MS-CFB] 2.6.1)
_FLAGS, _ENCRYPTED = 10, 0x0100  # where the flags of a Word document stand in its stream, and one ([MS-DOC] 2.5.2)
_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""  # nothing that the document holds is run, nothing that it points to is fetched


def read_old_word(
    name: str, data: bytes, revisions: Revisions = Revisions.ACCEPT
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of an old Word file's bytes; raises ReadError where they cannot be converted."""
    if _WORD_STREAM not in data:
        raise ReadError(f"{name}: {foreign.in_container(data)}")
    if _is_locked(data):
        raise ReadError(f"{name}: a Word file under a password; save it without one")
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ReadError(f"{name}: an old Word file: install LibreOffice, or save it as .docx")
    source, diagnostics = read_word(name, _converted(name, data, program), revisions)
    return replace(source, sha256=hashlib.sha256(data).hexdigest()), diagnostics


def _is_locked(data: bytes) -> bool:
    at = data.find(_WORD_STREAM) + _SECTOR_OF_STREAM
    flags = (int.from_bytes(data[at : at + 4], "little") + 1) * SECTOR + _FLAGS
    return bool(int.from_bytes(data[flags : flags + 2], "little") & _ENCRYPTED)


def _converted(name: str, data: bytes, program: str) -> bytes:
    """The bytes of the .docx that LibreOffice makes, in a folder and with a profile of its own."""
    with tempfile.TemporaryDirectory(prefix="wgtip-") as folder:
        profile, document = Path(folder, "profile"), Path(folder, "document.doc")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS)
        document.write_bytes(data)
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
        command += ["--convert-to", "docx", "--outdir", folder, os.fspath(document)]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=TIME_LIMIT, stdin=subprocess.DEVNULL)
            return document.with_suffix(".docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise ReadError(f"{name}: LibreOffice took more than {TIME_LIMIT} seconds") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise ReadError(f"{name}: LibreOffice cannot convert this file") from error
