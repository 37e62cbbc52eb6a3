"""Served to people, the house is locked: Django's own list, strict headers and cookies, no files (promise 20)."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client, override_settings

from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.table import PAGES
from tests.access.world import World, client_of
from tests.architecture.sources import ROOT
from tests.architecture.tables import our_models

SOURCES = ROOT / "src" / "stegvis"
PROD = "stegvis.config.settings.prod"


def _as_served(folder: Path, *words: str, settings: str = PROD) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": settings,
            "STEGVIS_VAR": str(folder),
            "STEGVIS_HOSTS": "stegvis.example.org",
            "STEGVIS_DATABASE": f"sqlite://{folder / 'house.sqlite3'}",
            "STEGVIS_SECRET_KEY": secrets.token_urlsafe(50),
            "STEGVIS_FIELD_KEYS": f'{{"k1": "{b64encode(secrets.token_bytes(32)).decode()}"}}',
        },
    )


def test_django_has_nothing_to_remark(tmp_path: Path):
    done = _as_served(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout + done.stderr


ASK = """
import django; django.setup()
from django.conf import settings
from django.test import Client
answer = Client(headers={"host": "stegvis.example.org", "x-forwarded-proto": "https"}).get("/leave/about/?language=da")
print(answer.status_code)
for name, value in answer.headers.items():
    print(f"{name}: {value}")
for cookie in answer.cookies.values():
    print(cookie.output())
plain = Client(headers={"host": "stegvis.example.org"}).get("/leave/about/")
print(plain.status_code, plain.headers["Location"])
print(settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_NAME, settings.DEBUG)
"""


def test_a_page_as_it_is_served(tmp_path: Path):
    done = _as_served(tmp_path, "-c", ASK, settings="tests.config.served")
    said = done.stdout
    assert said.startswith("200\n"), done.stderr[-2000:]
    seconds = re.search(r"Strict-Transport-Security: max-age=(\d+); includeSubDomains; preload", said)
    assert seconds, said
    assert int(seconds[1]) >= 31_536_000
    assert re.search(r"Set-Cookie: language=da;.*HttpOnly;.*SameSite=Lax; Secure", said), said
    assert "301 https://stegvis.example.org/leave/about/" in said
    assert said.endswith("__Host-session True __Host-form False\n")


def test_the_policy_of_content_lets_in_nothing_that_is_not_ours():
    allowed = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert allowed["default-src"] == ["'none'"]
    sources = {source for each in allowed.values() for source in each}
    assert sources == {"'none'", "'self'", "data:"}
    assert [name for name, each in allowed.items() if "data:" in each] == ["img-src"]


def test_no_page_has_a_script_or_style_of_its_own():
    """What the policy would stop anyway stands nowhere, so that nobody is tempted to loosen it."""
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|<style|\sstyle=|\son[a-z]+=|javascript:", re.I
    )
    found = {
        str(path.relative_to(SOURCES)): inline.findall(path.read_text())
        for path in SOURCES.rglob("*.html")
        if inline.search(path.read_text())
    }
    assert found == {}


def _forms() -> set[type[forms.BaseForm]]:
    found, waiting = set(), [forms.BaseForm]
    while waiting:
        waiting += (new := set(waiting.pop().__subclasses__()) - found)
        found |= new
    return {form for form in found if form.__module__.startswith("stegvis.")}


def test_nothing_could_keep_a_file():
    """No form has a field for one, no table a column, no page a control (X-08)."""
    assert [m for m in our_models() for f in m._meta.get_fields() if isinstance(f, models.FileField)] == []
    fields = [(form, field) for form in _forms() for field in getattr(form, "base_fields", {}).values()]
    assert [form for form, field in fields if isinstance(field, forms.FileField)] == []
    pages = [
        path
        for path in SOURCES.rglob("*.html")
        if re.search(r'type="file"|multipart/form-data', path.read_text())
    ]
    assert pages == []


def _send_a_file_everywhere(role: Role) -> dict[str, int]:
    world = World()
    client = client_of(world.actor(role))
    answers = {}
    for address in addresses():
        page = PAGES.get(address.name)
        if (
            page
            and role in page.opens
            and not address.keys
            and address.name not in {"people:leave", "people:sign_out"}
        ):
            file = SimpleUploadedFile("paper.pdf", b"%PDF-1.4", content_type="application/pdf")
            path = "/" + address.route
            answers[address.name] = client.post(path, {"file": file}).status_code
    return answers


@pytest.mark.requirement("X-08")
@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.VISITOR, Role.PARTICIPANT, Role.ADVISER, Role.MANAGER], ids=str)
def test_a_file_is_taken_nowhere(role: Role):
    answers = _send_a_file_everywhere(role)
    assert answers
    assert {name: status for name, status in answers.items() if status != 400} == {}


@pytest.mark.django_db
@override_settings(FILE_UPLOAD_HANDLERS=["django.core.files.uploadhandler.MemoryFileUploadHandler"])
def test_a_file_that_is_taken_is_noticed():
    assert set(_send_a_file_everywhere(Role.VISITOR).values()) != {400}


@pytest.mark.requirement("X-17")
@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.ADVISER], ids=str)
def test_logging_out_clears_what_the_browser_keeps(role: Role):
    client: Client = client_of(World().actor(role))
    answer = client.post("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/me/" if role is Role.PARTICIPANT else "/desk/").status_code == 302
