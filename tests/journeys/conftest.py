"""A real browser, as it comes with the system, on a phone or at a desk."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from stegvis.kernel.actor import Actor
from tests.journeys.sessions import session_of

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, SMALL_PHONE, DESK = (390, 844), (320, 568), (1280, 800)
PATIENCE = 10_000
"""Milliseconds to wait for anything on a slow machine."""
expect.set_options(timeout=PATIENCE)


class Opens(Protocol):
    def __call__(
        self,
        *,
        size: tuple[int, int] = PHONE,
        language: str = "nb",
        script: bool = True,
        dark: bool = False,
        actor: Actor | None = None,
    ) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder needs a browser."""
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": CHROMIUM, "args": list(QUIET)}


class _Weather(BaseHTTPRequestHandler):
    """Somebody else's page, as neutral as they come."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><html lang=en><title>Weather</title><p>Sun")

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def weather() -> Iterator[str]:
    """The address of the page that Leave opens, on a server that is not ours."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Weather)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def opens(browser: Browser, live_server: Any, weather: str, settings: Any) -> Iterator[Opens]:
    """Opens a fresh browser window at the house's address: `opens(size=PHONE, language="da", script=False)`.

    With `actor` somebody is signed in already. Leave goes to a small page of the tests' own.
    """
    settings.LEAVE_TO = weather
    windows: list[BrowserContext] = []

    def open_window(
        *,
        size: tuple[int, int] = PHONE,
        language: str = "nb",
        script: bool = True,
        dark: bool = False,
        actor: Actor | None = None,
    ) -> Page:
        window = browser.new_context(
            base_url=live_server.url,
            viewport={"width": size[0], "height": size[1]},
            locale=language,
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
        )
        windows.append(window)
        window.set_default_timeout(PATIENCE)
        if actor is not None:
            window.add_cookies(
                [
                    {
                        "name": settings.SESSION_COOKIE_NAME,
                        "value": session_of(actor),
                        "url": live_server.url,
                        "httpOnly": True,
                    }
                ]
            )
        return window.new_page()

    yield open_window
    for window in windows:
        window.close()
