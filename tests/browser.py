"""A real browser for tests: headless Chromium, cut off from everything but its own files."""

import json
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
)
DESKTOP, PHONE = (1366, 768), (390, 844)


def available() -> bool:
    """Tell whether there is a browser, and what drives it."""
    return bool(CHROMIUM and DRIVER and find_spec("selenium"))


needs_browser = pytest.mark.skipif(
    not available(), reason="chromium, chromium-driver, atau paket selenium tidak terpasang"
)


class Page:
    """A page that is open in the browser, and what the browser noted of it."""

    def __init__(self, driver: Any) -> None:  # noqa: ANN401 (selenium, which tests may lack)
        self.driver = driver

    def open(self, path: Path, fragment: str = "", size: tuple[int, int] = DESKTOP) -> None:
        """Open a file afresh in a window of a size, and wait until its script is done."""
        self.notes()
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self.command("Emulation.setDeviceMetricsOverride", **metrics)
        self.driver.get("about:blank")
        self.driver.get(f"{path.as_uri()}{fragment}")

    def command(self, name: str, **arguments: Any) -> Any:  # noqa: ANN401 (DevTools' JSON)
        """Send a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, arguments)

    def ask(self, script: str, *arguments: Any) -> Any:  # noqa: ANN401 (JavaScript's values)
        """Return the value of an expression of JavaScript; its arguments are `$[0]`, `$[1]` …"""
        return self.driver.execute_script(f"const $ = arguments; return {script};", *arguments)

    def texts(self, selector: str) -> list[str]:
        """Return the texts of all elements that a selector finds and that are shown."""
        said = "[...document.querySelectorAll($[0])].filter((e) => e.checkVisibility())"
        return list(self.ask(f"{said}.map((e) => e.textContent)", selector))

    def click(self, selector: str) -> None:
        """Click on the first element that a selector finds."""
        self.driver.find_element("css selector", selector).click()

    def choose(self, selector: str, text: str) -> None:
        """Choose an option of the select that a selector finds, by its text."""
        from selenium.webdriver.support.ui import Select  # noqa: PLC0415 (tests may lack it)

        Select(self.driver.find_element("css selector", selector)).select_by_visible_text(text)

    def type(self, *keys: str) -> None:
        """Type into what has the focus."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def focused(self, attribute: str) -> str | None:
        """Return an attribute of the element that has the focus."""
        value = self.ask("document.activeElement.getAttribute($[0])", attribute)
        return None if value is None else str(value)

    def until(self, script: str, *arguments: Any, seconds: float = 10) -> Any:  # noqa: ANN401
        """Wait until an expression is true, and return its value."""
        from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415 (tests may lack it)

        return WebDriverWait(self.driver, seconds, 0.05).until(
            lambda _: self.ask(script, *arguments)
        )

    def printed(self) -> bytes:
        """Return what the browser prints, on the page's own paper."""
        self.until("document.documentElement.dataset.cetak === 'siap'")
        done = self.command("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return b64decode(done["data"])

    def notes(self) -> list[str]:
        """Return what the console said since the last look."""
        return [note["message"] for note in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return every address that was asked for since the last look."""
        events = [
            json.loads(one["message"])["message"] for one in self.driver.get_log("performance")
        ]
        sent = [one for one in events if one["method"] == "Network.requestWillBeSent"]
        return [str(one["params"]["request"]["url"]) for one in sent]


@contextmanager
def browser() -> Iterator[Page]:
    """Start a browser with a profile of its own, and end it."""
    from selenium import webdriver  # noqa: PLC0415 (tests may lack it)

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with TemporaryDirectory(prefix="pohon-docs-chromium-") as profile:
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options, webdriver.ChromeService(str(DRIVER)))
        try:
            yield Page(driver)
        finally:
            driver.quit()
