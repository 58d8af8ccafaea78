"""LibreOffice as an editor would use it: opens a Word file, accepts or rejects all changes, and saves it again."""

from __future__ import annotations

import subprocess
from pathlib import Path

BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(before As String, after As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  Dim none()
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  document = StarDesktop.loadComponentFromURL(before, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, none())
  End If
  document.storeToURL(after, kind())
  document.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{}</library:library>
"""
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{}.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>
"""
TIME_LIMIT = 300  # seconds
ACCEPT, REJECT, KEEP = "AcceptAllTrackedChanges", "RejectAllTrackedChanges", ""


def saved(data: bytes, command: str, folder: Path) -> bytes:
    """What LibreOffice saves of a Word file after one of the commands."""
    profile, before, after = folder / "profile", folder / "before.docx", folder / "after.docx"
    program = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    if not profile.exists():  # the first start makes a profile, and would write over the macro
        subprocess.run([*program, "--terminate_after_init"], check=False, capture_output=True, timeout=TIME_LIMIT)
        _give_macro(profile)
    before.write_bytes(data)
    after.unlink(missing_ok=True)
    call = f'macro:///Standard.Module1.Settle("{before.as_uri()}","{after.as_uri()}","{command}")'
    # without check: some builds fall over when they end, with the file written
    subprocess.run([*program, call], check=False, capture_output=True, timeout=TIME_LIMIT)
    return after.read_bytes()


def _give_macro(profile: Path) -> None:
    basic = profile / "user" / "basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "Standard" / "Module1.xba").write_text(BASIC)
    element = '<library:element library:name="Module1"/>'
    for name, inside in (("script", element), ("dialog", "")):
        (basic / "Standard" / f"{name}.xlb").write_text(LIBRARY.format(inside))
        (basic / f"{name}.xlc").write_text(LIBRARIES.format(name))
