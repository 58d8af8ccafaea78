"""A real Chromium without a screen, driven over the W3C WebDriver protocol by the chromedriver that comes with it."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DRIVER = shutil.which("chromedriver")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = None if DRIVER and CHROMIUM else "no Chromium with chromedriver on this machine"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key by which the protocol tells elements from other values
WAIT = 20_000  # milliseconds in which what is waited for has to come true
NAMES = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowUp": "\ue013", "Tab": "\ue004"}


class Browser:
    """One window; methods return when the browser has done what they ask."""

    def __init__(self, address: str) -> None:
        self._session = f"{address}/session"

    def start(self, width: int, height: int, *, dark: bool) -> None:
        """Open a window of that size."""
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--window-size={width},{height}", "--lang=en"]
        options = {
            "binary": CHROMIUM,
            "args": [*arguments, *(["--blink-settings=preferredColorScheme=0"] if dark else [])],
        }
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        made = self._post("", {"capabilities": {"alwaysMatch": {**wanted, "timeouts": {"script": WAIT}}}})
        self._session += f"/{made['sessionId']}"

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file, also where only the fragment is another."""
        self._post("/url", {"url": "about:blank"})
        self._post("/url", {"url": path.as_uri() + fragment})
        self.wait("document.documentElement.dataset.ready !== undefined")

    def run(self, script: str, *arguments: Any) -> Any:
        """What an expression of JavaScript is."""
        return self._post("/execute/sync", {"script": f"return {script}", "args": list(arguments)})

    def wait(self, condition: str) -> None:
        """Until an expression is true, looked at before each frame is drawn."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"const look = () => ({condition}) ? done(true) : requestAnimationFrame(look); look();"
        )
        self._post("/execute/async", {"script": script, "args": []})

    def type(self, selector: str, text: str) -> None:
        """Type into an element as a person does."""
        found = self._post("/element", {"using": "css selector", "value": selector})
        self._post(f"/element/{found[ELEMENT]}/value", {"text": text})

    def click(self, selector: str) -> None:
        found = self._post("/element", {"using": "css selector", "value": selector})
        self._post(f"/element/{found[ELEMENT]}/click", {})

    def press(self, *keys: str) -> None:
        """Press keys, by name or character, one after another."""
        actions = [{"type": kind, "value": NAMES.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._post("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def back(self) -> None:
        self._post("/back", {})

    def messages(self) -> list[str]:
        """What the page has complained of since the last call."""
        return [each["message"] for each in self._post("/se/log", {"type": "browser"})]

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._call("GET", "/screenshot", None)))

    def printed(self) -> bytes:
        """The page as it is printed, as PDF."""
        return base64.b64decode(self._command("Page.printToPDF", preferCSSPageSize=True)["data"])

    def time_on_processor(self) -> None:
        """Let `processor_time` count what the page's main thread works, whatever else the machine does."""
        self._command("Performance.disable")
        self._command("Performance.enable", timeDomain="threadTicks")

    def processor_time(self) -> float:
        """Seconds that the main thread has worked."""
        metrics = self._command("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))

    def emulate(self, **metrics: Any) -> None:
        """The screen of another device: width, height, deviceScaleFactor, mobile."""
        self._command("Emulation.setDeviceMetricsOverride", **metrics)

    def close(self) -> None:
        self._call("DELETE", "", None)

    def _command(self, name: str, **parameters: Any) -> Any:
        return self._post("/goog/cdp/execute", {"cmd": name, "params": parameters})

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return self._call("POST", path, json.dumps(body).encode())

    def _call(self, method: str, path: str, body: bytes | None) -> Any:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self._session + path, body, headers, method=method)
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                raise AssertionError(json.load(error)["value"]["message"]) from None


@contextmanager
def browser(width: int = 1280, height: int = 900, *, dark: bool = False) -> Iterator[Browser]:
    """A window that is closed at the end, and its driver with it."""
    assert DRIVER is not None
    with subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as driver:
        try:
            assert driver.stdout is not None
            started = next(line for line in driver.stdout if "successfully on port" in line)
            port = re.search(r"port (\d+)", started)
            assert port is not None
            window = Browser(f"http://127.0.0.1:{port[1]}")
            window.start(width, height, dark=dark)
            try:
                yield window
            finally:
                window.close()
        finally:
            driver.terminate()
