"""The base templates and the error pages: neutral, reachable, and standing when nothing else does."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import get_template, render_to_string
from django.utils import translation

from stegvis.ui.gallery import content

ERROR_PAGES = (
    "400.html",
    "403.html",
    "403_csrf.html",
    "404.html",
    "413.html",
    "422.html",
    "500.html",
    "503.html",
    "503_key.html",
    "503_log.html",
)
BASES = ("ui/public.html", "ui/me.html", "ui/desk.html")
LANGUAGES = ("nb", "da", "sv", "en")
TEMPLATES = Path(__file__).resolve().parents[2] / "src/stegvis/ui/templates"
SEAT = SimpleNamespace(
    name="Ingrid", role_name="faglig veileder", organisation_name="Korsby senter", others=1
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ERROR_PAGES)
def test_error_pages_need_nothing_and_lead_on(page: str, language: str) -> None:
    """No database mark, no request, no context: rendering would fail if the page reached for any of them."""
    with translation.override(language):
        shown = get_template(page).render()
    assert f'<html lang="{language}"' in shown
    assert shown.count("<h1>") == 1
    assert "<title>Stegvis</title>" in shown
    main = shown.split("<main")[1].split("</main>")[0]
    assert re.findall(r'class="ds-button" href="/[^"]*"', main)


def test_each_language_has_its_own_error_pages() -> None:
    shown = set()
    for language in LANGUAGES:
        with translation.override(language):
            shown.add(re.search(r"<h1>(.*?)</h1>", get_template("503.html").render())[1])  # type: ignore[index]
    assert len(shown) == len(LANGUAGES)


def test_a_refusal_is_shown_as_words() -> None:
    shown = render_to_string("422.html", {"reason": "The group is full <b>"})
    assert "The group is full &lt;b&gt;" in shown


@pytest.mark.requirement("X-01")
@pytest.mark.parametrize("base", BASES)
def test_the_way_out_is_on_every_page(base: str) -> None:
    shown = render_to_string(base, {"seat": SEAT})
    assert shown.count("data-leave") == 1
    assert re.search(r'href="/leave/" rel="nofollow noreferrer" data-leave', shown)
    assert "<title>Stegvis</title>" in shown
    assert "leave.js" in shown


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize("base", BASES)
def test_logging_out_is_always_in_sight_and_never_a_link(base: str) -> None:
    shown = render_to_string(base, {"seat": SEAT, "csrf_token": "mark"})
    form = shown.split('action="/sign-out/"')[1].split("</form>")[0]
    assert 'name="csrfmiddlewaretoken"' in form
    assert 'type="submit"' in form
    assert 'action="/sign-out/"' not in render_to_string(base, {})


@pytest.mark.requirement("S3-22")
def test_pages_say_whose_seat_it_is() -> None:
    with translation.override("nb"):
        shown = render_to_string("ui/desk.html", {"seat": SEAT})
    assert "Du er <strong>Ingrid</strong>, faglig veileder ved Korsby senter" in shown


@pytest.mark.parametrize("base", BASES)
def test_other_sites_learn_nothing_and_forms_still_say_where_they_come_from(base: str) -> None:
    assert '<meta name="referrer" content="same-origin">' in render_to_string(base, {})


def test_only_the_desk_loads_htmx_and_only_in_its_safe_form() -> None:
    assert "htmx" not in render_to_string("ui/public.html", {})
    assert "htmx" not in render_to_string("ui/me.html", {"seat": SEAT})
    desk = render_to_string("ui/desk.html", {"seat": SEAT})
    assert '"includeIndicatorStyles":false,"allowEval":false' in desk


@pytest.mark.parametrize(
    ("base", "hidden"), [("ui/public.html", False), ("ui/me.html", True), ("ui/desk.html", True)]
)
def test_search_engines_stay_outside_personal_pages(base: str, hidden: bool) -> None:
    assert ("noindex" in render_to_string(base, {})) is hidden


def test_a_strict_content_policy_holds() -> None:
    """No inline style, script or handler in any template: the policy allows none."""
    for path in TEMPLATES.rglob("*.html"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?! src)|javascript:", source), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gallery_shows_everything(language: str) -> None:
    with translation.override(language):
        shown = render_to_string("ui/gallery.html", content() | {"icons": ["check"], "scheme": "dark"})
    assert shown.count("<h1>") == 1
    assert "<script>alert" not in shown
    assert 'data-color-scheme="dark"' in shown
    for part in (
        "ds-alert",
        "ds-card",
        "ds-tag",
        "ds-details",
        "ds-error-summary",
        "sv-steps",
        "sv-qr",
        "sv-empty",
    ):
        assert part in shown
