"""Every page as a picture: phone and desk, light and dark, as each person of the demo; and what overflows at 320 px.

`python -m tools.shots --readme` makes the one picture of the README instead.

`python -m tools.shots [--language nb] [--only NAME]` fills a demo of its own, serves it on a free port of this machine,
follows the links from each person's first page, and writes `shots/<person>/<page>-<size>-<scheme>.png`. A page is
whatever the URL resolver knows by a name; each name is pictured once for each person who can reach it.
"""

from __future__ import annotations

import argparse
import base64
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SHOTS = ROOT / "shots"
SIZES = {"phone": (390, 844), "desk": (1280, 900)}
SCHEMES = ("light", "dark")
NARROW = 320
VISITOR = "visitor"
FIRST_PAGES = {VISITOR: "/", "kari": "/me/", "lotte": "/me/"}
LUNCH = "/offerings/torsdagslunsj/"
"""Where the visitor looks besides: an offering that one joins after a talk. The list may show others first."""

DESK = "/desk/"
ALSO = {"not-found": "/no-such-page/", "nothing-found": "/offerings/?q=xylofonorkester"}
"""States that no link leads to, pictured for the visitor."""

README_PICTURE = ROOT / "docs/pictures/front-and-offering.png"
README_PAGES = ("/", LUNCH)
README_FRAME = """<style>
  body { margin: 0; padding: 36px; background: #e9e3d7; display: flex; gap: 36px; width: 828px }
  img { width: 390px; height: 844px; border-radius: 28px; box-shadow: 0 6px 24px rgb(0 0 0 / .18) }
</style>"""

NOT_FOLLOWED = re.compile(r"^/(?:me/copy/file/|leave/(?!about/)|sign-out/|static/|demo/become/)")
MOST_PAGES = 120
OVERFLOW = """() => document.documentElement.scrollWidth > window.innerWidth
  ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
      .slice(0, 3).map(e => e.tagName.toLowerCase() + "." + e.className) : []"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.shots", description="Every page as a picture.")
    parser.add_argument("--language", default="nb", choices=["nb", "da", "sv", "en"])
    parser.add_argument("--only", help="a person, or a part of a page's name")
    parser.add_argument("--readme", action="store_true", help="only the README's picture")
    asked = parser.parse_args(arguments)
    if asked.readme:
        return _picture_for_readme()
    shutil.rmtree(SHOTS, ignore_errors=True)
    with _house() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium())
        overflowing = _picture_all(browser, address, asked.language, asked.only or "")
        browser.close()
    for line in overflowing:
        print(f"wider than {NARROW} px: {line}")
    print(f"{len(list(SHOTS.rglob('*.png')))} pictures in {SHOTS.name}/")
    return 1 if overflowing else 0


def _picture_for_readme() -> int:
    """Two public pages on a phone, side by side, in Norwegian and by daylight."""
    with _house() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium())
        width, height = SIZES["phone"]
        page = browser.new_page(base_url=address, viewport={"width": width, "height": height}, locale="nb")
        pictures = []
        for path in (README_PAGES[-1], *README_PAGES):  # the font is there from the second page on
            page.goto(path)
            pictures.append(base64.b64encode(page.screenshot(animations="disabled")).decode())
        page.set_viewport_size({"width": 900, "height": height + 72})
        page.goto("about:blank")
        page.set_content(
            README_FRAME + "".join(f'<img src="data:image/png;base64,{one}">' for one in pictures[1:])
        )
        page.screenshot(path=README_PICTURE)
        browser.close()
    print(f"{README_PICTURE.relative_to(ROOT)}: {README_PICTURE.stat().st_size // 1024} kB")
    return 0


def _picture_all(browser: Browser, address: str, language: str, only: str) -> list[str]:
    overflowing = []
    for person in (VISITOR, *_people(address)):
        context = browser.new_context(base_url=address, viewport={"width": NARROW, "height": 700})
        page = context.new_page()
        _become(page, person, language)
        found = _pages_of(page, FIRST_PAGES.get(person, DESK), public=person == VISITOR)
        for name, path in {**found, **(ALSO if person == VISITOR else {})}.items():
            if only not in person and only not in name:
                continue
            page.set_viewport_size({"width": NARROW, "height": 700})
            page.goto(path)
            overflowing += [f"{person} {path}: {element}" for element in page.evaluate(OVERFLOW)]
            _picture(page, SHOTS / person / name.replace(":", "-"))
        context.close()
    return overflowing


def _picture(page: Page, where: Path) -> None:
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.screenshot(path=f"{where}-{size}-{scheme}.png", full_page=True, animations="disabled")
    page.emulate_media(color_scheme="light")


def _become(page: Page, person: str, language: str) -> None:
    page.goto(f"/demo/?language={language}")
    if person != VISITOR:
        page.locator(f'form[action="/demo/become/{person}/"] button').click()


def _people(address: str) -> list[str]:
    with urllib.request.urlopen(f"{address}/demo/") as answer:  # our own server
        return list(dict.fromkeys(re.findall(r'action="/demo/become/([\w-]+)/"', answer.read().decode())))


def _pages_of(page: Page, first: str, *, public: bool) -> dict[str, str]:
    """The name and the first path of each page that can be reached by links; for a seat, without the public ones."""
    found: dict[str, str] = {}
    waiting = [first, LUNCH] if public else [first]
    seen = set(waiting)
    while waiting and len(seen) < MOST_PAGES * 5 and len(found) < MOST_PAGES:
        path = waiting.pop(0)
        name, is_public = name_of(path)
        if name is None or name in found or (is_public and not public):
            continue
        answer = page.goto(path)
        if answer is None or answer.status >= 400:
            continue
        found[name] = path
        for href in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            onwards = urlsplit(href).path
            if href.startswith(page.url.split("/", 3)[0]) and urlsplit(href).netloc == urlsplit(page.url).netloc \
                    and onwards not in seen and not NOT_FOLLOWED.match(onwards):  # fmt: skip
                seen.add(onwards)
                waiting.append(onwards)
    return found


def name_of(path: str) -> tuple[str | None, bool]:
    """What the resolver calls this path, and whether anybody may open it."""
    from django.urls import Resolver404, resolve

    from stegvis.kernel.http import PUBLIC, access_of

    try:
        match = resolve(path)
    except Resolver404:
        return None, False
    return match.view_name, access_of(match.func) == PUBLIC


@contextmanager
def _house() -> Iterator[str]:
    """A demo in a folder of its own, served until the block ends."""
    with tempfile.TemporaryDirectory(prefix="stegvis-shots-") as folder:
        os.environ |= {
            "STEGVIS_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "stegvis.config.settings.dev",
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }
        sys.path.insert(0, str(ROOT / "src"))
        for command in (("migrate",), ("createcachetable",), ("collectstatic", "--noinput"), ("demo",)):
            _run("manage.py", *command, "--verbosity", "0")
        import django

        django.setup()
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "granian", "--interface", "wsgi", "stegvis.config.wsgi:application",
             "--host", "127.0.0.1", "--port", str(port), "--no-ws", "--log-level", "error"],
            cwd=ROOT,
        )  # fmt: skip
        try:
            _wait_for(f"http://127.0.0.1:{port}/health/")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit("The demo did not start.")


def _chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise SystemExit("Chromium is missing. On Debian: apt-get install chromium")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
