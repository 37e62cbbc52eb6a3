"""The desk's pages for offerings and services."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.rules import Refusal, State, Step
from stegvis.areas.directory.texts import PARTS, REFUSALS
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.directory import (
    NOW,
    TODAY,
    a_complete_draft,
    a_draft,
    a_published_offering,
    a_service,
    complete_steps,
    shown,
)
from tests.factories.people import an_actor, an_organisation
from tests.support import asked_of_database

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """What a test compares with is in the language of the browser it looks through."""
    with translation.override("en"):
        yield


@pytest.fixture
def client(adviser: Actor) -> Client:
    browser = client_of(adviser)
    browser.cookies["language"] = "en"
    return browser


def editor(listing_id: UUID) -> str:
    return reverse("directory:desk_offering", kwargs={"listing_id": listing_id})


def what(version: int = 1, **values: Any) -> dict[str, Any]:
    return {"part": "what", "version": version, "title": "Torsdagslunsj", "content": "Vi spiser.", **values}


# The list


def test_an_empty_list_teaches_the_first_step(client: Client, adviser: Actor):
    page = client.get(reverse("directory:desk_offerings")).content.decode()
    assert reverse("directory:desk_services") in page
    a_service(adviser)
    page = client.get(reverse("directory:desk_offerings")).content.decode()
    assert reverse("directory:desk_new") in page


def test_the_list_shows_state_and_can_be_narrowed(client: Client, adviser: Actor):
    a_draft(adviser, title="Kladden")
    a_published_offering(adviser, title="Lunsjen")
    everything = client.get(reverse("directory:desk_offerings")).content.decode()
    assert "Kladden" in everything
    assert "Lunsjen" in everything
    drafts = client.get(reverse("directory:desk_offerings"), {"state": "draft"}).content.decode()
    assert "Kladden" in drafts
    assert "Lunsjen" not in drafts


@pytest.mark.parametrize("path", ["directory:desk_offerings", "directory:desk_offering"])
def test_reading_costs_the_same_with_many_offerings(client: Client, adviser: Actor, path: str):
    service = a_service(adviser)
    first = a_complete_draft(adviser, service=service)
    address = editor(first) if path.endswith("offering") else reverse(path)

    def cost() -> int:
        with asked_of_database() as statements:
            assert client.get(address).status_code == 200
        return len(statements)

    for number in range(9):
        a_draft(adviser, title=f"Tilbud {number}", service=service)
    at_ten = cost()
    for number in range(490):
        a_draft(adviser, title=f"Flere {number}", service=service)
    assert cost() == at_ten
    assert at_ten <= 12


# New, copy, services


def test_a_title_is_enough_to_begin(client: Client, adviser: Actor):
    service = a_service(adviser)
    answer = client.post(
        reverse("directory:desk_new"), {"title": "Lunsj", "service": str(service), "language": "nb"}
    )
    [line] = directory.desk_offerings(adviser)
    assert (answer.status_code, answer.headers["Location"]) == (302, editor(line.listing_id))


@pytest.mark.parametrize("title", ["", "x" * 121])
def test_a_title_that_cannot_be_kept_stays_in_the_form(client: Client, adviser: Actor, title: str):
    service = a_service(adviser)
    answer = client.post(
        reverse("directory:desk_new"), {"title": title, "service": str(service), "language": "sv"}
    )
    assert answer.status_code == 422
    assert f'value="{service}" selected' in answer.content.decode()
    assert (not title) or title in answer.content.decode()
    assert directory.desk_offerings(adviser) == []


@pytest.mark.requirement("S2-11")
def test_a_copy_takes_one_short_form(client: Client, adviser: Actor):
    source = a_published_offering(adviser)
    address = reverse("directory:desk_copy", kwargs={"listing_id": source})
    assert "Torsdagslunsj" in client.get(address).content.decode()
    answer = client.post(address, {"title": "Fredagslunsj"})
    assert answer.status_code == 302
    editor, _ = answer.headers["Location"].split("?")
    copied = UUID(editor.rstrip("/").rsplit("/", 1)[1])
    assert shown(adviser, copied).title == "Fredagslunsj"
    page = client.get(answer.headers["Location"]).content.decode()
    (opened,) = re.findall(r'<details[^>]*id="(\w+)"[^>]* open', page)
    assert opened == "when", "what a copy is made for comes first"


@pytest.mark.requirement("S2-02")
def test_a_service_says_what_is_written_down_and_whether_a_talk_comes_first(client: Client):
    answer = client.post(
        reverse("directory:desk_new_service"),
        {"kind": "social_offerings", "name": "Huset", "documentation": "none"},
    )
    assert answer.status_code == 302
    page = client.get(reverse("directory:desk_services")).content.decode()
    assert "Huset" in page
    assert "A talk with an adviser comes first." in page
    assert "Staff write nothing about anyone." in page


def test_an_employee_sees_services_and_adds_none(colleague: Actor):
    employee = client_of(colleague)
    assert employee.get(reverse("directory:desk_services")).status_code == 200
    assert employee.get(reverse("directory:desk_new_service")).status_code == 403


# The editor


def test_the_page_works_without_a_script(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    answer = client.post(editor(listing_id), what(method="Sammen."))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{editor(listing_id)}?saved=what#what")
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Saved. You can go on later." in page
    assert re.search(r'id="what" open', page)
    assert shown(adviser, listing_id).written[Step.WHAT]["method"] == "Sammen."


def test_every_step_can_be_sent_as_the_page_shows_it_and_changes_nothing(client: Client, adviser: Actor):
    listing_id = a_published_offering(adviser)
    before = shown(adviser, listing_id)
    page = client.get(editor(listing_id))
    for panel in page.context["steps"]:
        sent = {"part": panel.part}
        for bound in panel.form:
            value = bound.value()
            sent[bound.html_name] = "" if value is None else value
        assert client.post(editor(listing_id), sent).status_code == 302, panel.form.errors
    assert shown(adviser, listing_id) == before


def test_times_are_written_in_rows(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    sent = {"part": "when", "version": 1, "rows": 2, "weekday_0": "3", "starts_0": "12:00", "ends_0": "14:00"}
    assert client.post(editor(listing_id), sent).status_code == 302
    [time] = shown(adviser, listing_id).written[Step.WHEN]["times"]
    assert (time.weekday, time.starts.hour, time.ends.hour) == (3, 12, 14)


@pytest.mark.parametrize(
    "row",
    [
        {"weekday_0": "3", "starts_0": "14:00", "ends_0": "12:00"},
        {"weekday_0": "3", "starts_0": "14:00"},
        {"starts_0": "14:00", "ends_0": "15:00"},
        {"weekday_0": "9", "starts_0": "14:00", "ends_0": "15:00"},
    ],
)
def test_times_that_make_no_sense_stay_in_the_form(client: Client, adviser: Actor, row: dict[str, str]):
    listing_id = a_draft(adviser)
    answer = client.post(editor(listing_id), {"part": "when", "version": 1, "rows": 2, "frame": "Ute", **row})
    assert answer.status_code == 422
    assert 'value="14:00"' in answer.content.decode()
    assert "Ute" in answer.content.decode()
    assert shown(adviser, listing_id).written[Step.WHEN]["times"] == ()


def test_a_day_that_has_passed_is_refused_beside_its_question(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    answer = client.post(
        editor(listing_id),
        {"part": "joining", "version": 1, "next_start_on": "2020-01-01", "guidelines": "Vis"},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "joining-next_start_on_error" in page
    assert 'value="2020-01-01"' in page
    assert shown(adviser, listing_id).written[Step.JOINING]["guidelines"] == ""


def test_a_text_that_is_too_long_is_refused_and_still_there(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    long = "lang " * 2_000
    answer = client.post(editor(listing_id), what(content=long))
    assert answer.status_code == 422
    assert "at most 8000 characters" in answer.content.decode()
    assert long.strip() in answer.content.decode()
    assert shown(adviser, listing_id).versions[Step.WHAT] == 1


def test_ten_megabytes_get_a_short_answer_and_change_nothing(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    answer = client.post(editor(listing_id), what(content="x" * 10_000_000))
    assert answer.status_code in {400, 413, 422}
    assert shown(adviser, listing_id).versions[Step.WHAT] == 1


@pytest.mark.parametrize(
    "markup", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><b>"]
)
def test_markup_is_shown_as_typed_and_never_run(client: Client, adviser: Actor, markup: str):
    listing_id = a_draft(adviser)
    assert client.post(editor(listing_id), what(title=markup, content=markup)).status_code == 302
    for address in (editor(listing_id), reverse("directory:desk_offerings")):
        page = client.get(address).content.decode()
        assert markup not in page
    assert shown(adviser, listing_id).title == markup


def test_two_tabs_the_later_one_sees_both_texts_and_chooses(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    assert client.post(editor(listing_id), what(content="Den første.")).status_code == 302
    answer = client.post(editor(listing_id), what(content="Den andre."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else has written here" in page
    assert "Den første." in page
    assert "Den andre." in page
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Den første."
    version = re.search(r'value="(\d+)" id="what-version"', page) or re.search(
        r'name="version" value="(\d+)" id="what-version"', page
    )
    assert version
    assert client.post(editor(listing_id), what(int(version[1]), content="Den andre.")).status_code == 302
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Den andre."


def test_the_same_form_twice_is_no_conflict(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    assert [client.post(editor(listing_id), what()).status_code for _ in range(2)] == [302, 302]
    assert shown(adviser, listing_id).versions[Step.WHAT] == 2


def test_saving_by_itself_answers_with_the_note_and_what_is_missing(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    answer = client.post(editor(listing_id), what(), headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert "<textarea" not in page
    assert 'value="2" id="what-version"' in page
    assert str(PARTS[directory.Part.METHOD]) in page


def test_saving_by_itself_never_shows_half_done_work_to_people(client: Client, adviser: Actor):
    draft = client.get(editor(a_draft(adviser))).content.decode()
    published = client.get(editor(a_published_offering(adviser))).content.decode()
    assert "hx-post" in draft
    assert "hx-post" not in published


@pytest.mark.parametrize("version", [0, 99])
def test_saving_by_itself_says_when_it_could_not(client: Client, adviser: Actor, version: int):
    listing_id = a_draft(adviser)
    answer = client.post(editor(listing_id), what(version), headers=HTMX)
    assert answer.status_code == 422
    assert "Somebody else has written here" in answer.content.decode()


def test_what_is_missing_is_named_and_linked_to_its_step(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    page = client.get(editor(listing_id)).content.decode()
    for lack in shown(adviser, listing_id).missing:
        assert (
            f'href="{editor(listing_id)}?step={lack.step}#{lack.step}">{PARTS[lack.code]}<'
            in page.replace("&#x27;", "'")
        )


def press(client: Client, listing_id: UUID, move: str) -> Any:
    return client.post(reverse(f"directory:desk_{move}", kwargs={"listing_id": listing_id}), follow=False)


@pytest.mark.requirement("S1-01", "S1-04", "S1-24")
def test_publishing_too_early_is_refused_with_words_and_links(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    answer = press(client, listing_id, "publish")
    assert answer.status_code == 422
    page = answer.content.decode()
    for words in (
        REFUSALS[Refusal.NOT_COMPLETE],
        PARTS[directory.Part.AIM],
        PARTS[directory.Part.PARTICIPATION_KIND],
        PARTS[directory.Part.EMPLOYEES_NEEDED],
    ):
        assert str(words) in page
    assert shown(adviser, listing_id).state is State.DRAFT


def test_publish_by_a_button_and_end_it_by_a_review(client: Client, adviser: Actor):
    listing_id = a_complete_draft(adviser)
    answer = press(client, listing_id, "publish")
    assert answer.status_code == 302
    page = client.get(answer.headers["Location"]).content.decode()
    assert "People can find the offering now." in page
    assert f"/desk/offerings/{listing_id}/review/" in page
    directory.close(adviser, listing_id=listing_id, told="Det er slutt.", now=NOW)
    assert press(client, listing_id, "publish").status_code == 422


def test_another_language_has_its_own_form(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    answer = client.post(editor(listing_id), {"part": "da", "version": 1, "title": "Torsdagsfrokost"})
    assert answer.status_code == 302
    assert shown(adviser, listing_id).words["da"]["title"] == "Torsdagsfrokost"
    answer = client.post(
        editor(listing_id), {"part": "da", "version": 2, "title": "", "content": "Vi spiser"}
    )
    assert answer.status_code == 422
    assert "Vi spiser" in answer.content.decode()


@pytest.mark.parametrize("part", ["", "nb", "languages", "<b>", "xx"])
def test_a_part_that_does_not_exist_is_not_found(client: Client, adviser: Actor, part: str):
    assert client.post(editor(a_draft(adviser)), {"part": part, "version": 1}).status_code == 404


def test_another_centres_offering_is_unknown(client: Client):
    stranger = an_actor(an_organisation(), Role.ADVISER)
    for listing_id in (a_published_offering(stranger), uuid4()):
        assert client.get(editor(listing_id)).status_code == 404
        assert client.post(editor(listing_id), what()).status_code == 404
        assert press(client, listing_id, "publish").status_code == 404


@pytest.mark.requirement("S2-14")
def test_the_text_on_social_support_stands_there_and_cannot_be_edited(client: Client, adviser: Actor):
    listing_id = a_draft(adviser)
    page = client.get(editor(listing_id)).content.decode()
    assert shown(adviser, listing_id).knowledge_basis in page
    assert 'name="knowledge_basis"' not in page


def test_nothing_of_a_person_can_be_typed_here(client: Client, adviser: Actor):
    page = client.get(editor(a_draft(adviser))).content.decode().lower()
    for word in ("diagnos", "national id", "absence", "score"):
        assert word not in page


def test_all_that_the_factory_writes_can_be_typed(client: Client, adviser: Actor):
    """Every field of the rules has a question on the page."""
    page = client.get(editor(a_draft(adviser))).content.decode()
    for values in complete_steps(adviser).values():
        for name in values:
            assert f'name="{name}"' in page or name == "times"
    assert NOW.date() == TODAY
