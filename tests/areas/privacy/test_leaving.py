"""Delete me: everything about her is gone, whatever area kept it, and nobody goes who did not want it (promise 13)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.groups import api as groups
from stegvis.areas.groups.models import Place
from stegvis.areas.groups.models import Session as Meeting
from stegvis.areas.messages.models import Message
from stegvis.areas.people.models import Organisation, Participant, User
from stegvis.areas.privacy import actions, queries
from stegvis.areas.privacy.models import LeavingWish
from stegvis.areas.privacy.rules.leaving import LeavingRefusal
from stegvis.kernel import rows_about
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.personal_data import Erase
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.areas.privacy.everything import everything_about, wherever
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, places_in, sessions_in
from tests.factories.people import a_participant, a_seat, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


def remnants(kari: Actor, words: list[str]) -> dict[str, list[str]]:
    """Where her words still stand, by word."""
    with given(kari):
        found = {word: wherever(word) for word in words}
    return {word: tables for word, tables in found.items() if tables}


def rows_left(kari: Actor, participant_id: object) -> list[str]:
    """The tables in which a row is still about her, other than those that hold no word of hers."""
    with given(kari):
        return [
            table.label
            for table in rows_about.tables()
            if table.erase() is not Erase.KEEP_UNTIL_AGED
            and rows_about.rows(
                table,
                organisation_id=kari.organisation_id,
                participant_id=participant_id,  # type: ignore[arg-type]
            ).exists()
        ]


@pytest.mark.requirement("X-07")
def test_nothing_of_hers_is_left_in_any_table(kari: Actor, ingrid: Actor):
    planted = list(everything_about(kari, ingrid).planted.values())
    participant_id = participant_of(kari).pk
    assert set(remnants(kari, planted)) == set(planted)
    actions.leave_us(kari, now=NOW)
    assert remnants(kari, planted) == {}
    assert rows_left(kari, participant_id) == []


def test_a_table_that_is_forgotten_is_noticed(kari: Actor, ingrid: Actor, monkeypatch: pytest.MonkeyPatch):
    """The guard of the test above: whatever says no word about whom it is about would be left behind."""
    from stegvis.kernel.models import ClosedDoor

    everything_about(kari, ingrid)
    participant_id = participant_of(kari).pk
    without = tuple(table for table in rows_about.tables() if table.model is not ClosedDoor)
    with monkeypatch.context() as patched:
        patched.setattr(rows_about, "tables", lambda: without)
        actions.leave_us(kari, now=NOW)
    assert rows_left(kari, participant_id) == ["kernel.ClosedDoor"]


def test_what_stays_holds_no_name_and_no_word(kari: Actor, ingrid: Actor):
    planted = everything_about(kari, ingrid).planted.values()
    actions.leave_us(kari, now=NOW)
    with given(kari):
        kept = [*JournalEntry.objects.values_list(), *Look.objects.values_list()]
    text = repr(kept)
    assert kept
    assert not [word for word in planted if word in text]
    assert "Kari" not in text


def test_others_keep_what_is_theirs(centre: Organisation, kari: Actor, ingrid: Actor):
    eva = an_actor(centre, Role.PARTICIPANT)
    hers = everything_about(eva, an_actor(centre, Role.ADVISER)).planted.values()
    everything_about(kari, ingrid)
    actions.leave_us(kari, now=NOW)
    assert set(remnants(eva, list(hers))) == set(hers)


def test_where_she_is_known_elsewhere_she_stays_with_her_login(kari: Actor, centre: Organisation):
    with given(user_id=kari.user_id):
        user = User.objects.get(pk=kari.user_id)
    elsewhere = an_organisation()
    a_seat(elsewhere, Role.PARTICIPANT, user=user)
    a_participant(elsewhere, user=user, nickname="There too")
    actions.leave_us(kari, now=NOW)
    with given(elsewhere.pk):
        assert Participant.objects.filter(organisation_id=elsewhere.pk).count() == 1
        assert User.objects.filter(pk=kari.user_id).exists()


def test_her_place_goes_to_the_next_in_line_who_is_told(centre: Organisation, kari: Actor, ingrid: Actor):
    eva = an_actor(centre, Role.PARTICIPANT)
    listing = an_offering(centre.pk)
    round_id = a_round(ingrid, listing.pk, capacity=1)
    for one in (kari, eva):
        a_held_talk(ingrid, participant_of(one).pk, listing.pk)
    groups.take_place(kari, round_id=round_id, now=NOW)
    groups.ask_for_next_place(eva, round_id=round_id, now=NOW)
    actions.leave_us(kari, now=NOW)
    assert [place.state for place in places_in(ingrid, round_id)] == ["offered"]
    with given(eva):
        assert Message.objects.filter(participant=participant_of(eva), kind="groups.place_offered").exists()


def test_how_many_came_stays_counted(centre: Organisation, kari: Actor, ingrid: Actor):
    listing = an_offering(centre.pk)
    round_id = a_round(ingrid, listing.pk)
    a_held_talk(ingrid, participant_of(kari).pk, listing.pk)
    groups.take_place(kari, round_id=round_id, now=NOW)
    meeting = sessions_in(ingrid, round_id)[0]
    on_the_day = NOW + timedelta(days=3)
    groups.attend(ingrid, session_id=meeting.pk, participant_ids=[participant_of(kari).pk], now=on_the_day)
    actions.leave_us(kari, now=on_the_day)
    with given(ingrid):
        assert Meeting.objects.get(pk=meeting.pk).came == 1
        assert not Place.objects.exists()


def test_she_is_asked_once_and_then_logged_out(kari: Actor):
    browser, address = client_of(kari), reverse("privacy:leave_us")
    page = browser.get(address).content.decode()
    assert "Dette blir borte med en gang" in page
    assert "Dette blir igjen, og hvorfor" in page
    refused = browser.post(address)
    assert refused.status_code == 422
    assert "Kryss av først" in refused.content.decode()
    gone = browser.post(address, {"sure": "on"})
    assert (gone.status_code, gone.headers["Location"]) == (303, reverse("privacy:left"))
    assert gone.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get("/me/").status_code in {302, 403}
    assert not Session.objects.exists()
    assert "Det er gjort" in browser.get(reverse("privacy:left")).content.decode()


def test_her_other_sessions_end_too(kari: Actor):
    elsewhere = client_of(kari)
    assert elsewhere.get("/me/").status_code == 200
    actions.leave_us(kari, now=timezone.now())
    assert elsewhere.get("/me/").status_code in {302, 403}


@pytest.mark.requirement("X-09")
def test_what_an_adviser_notes_waits_for_her_yes(kari: Actor, ingrid: Actor):
    participant_id = participant_of(kari).pk
    actions.note_leaving(ingrid, participant_id=participant_id, now=NOW)
    with given(kari):
        assert Participant.objects.filter(pk=participant_id).exists()
    assert queries.my_leaving(kari).told_by == "Ingrid"
    with pytest.raises(Refused) as refused:
        actions.leave_on_paper(ingrid, participant_id=participant_id, now=NOW)
    assert refused.value.reason is LeavingRefusal.HERS_TO_CONFIRM
    assert client_of(kari).post(reverse("privacy:leave_us"), {"part": "stay"}).status_code == 303
    with given(kari):
        assert not LeavingWish.objects.exists()
        assert Participant.objects.filter(pk=participant_id).exists()


@pytest.mark.requirement("X-09")
def test_somebody_without_a_login_signs_a_print(centre: Organisation, ingrid: Actor):
    nina = a_participant(centre, nickname="Nina")
    browser, address = client_of(ingrid), reverse("privacy:leaving", args=[nina.pk])
    with pytest.raises(Refused) as refused:
        actions.leave_on_paper(ingrid, participant_id=nina.pk, now=NOW)
    assert refused.value.reason is LeavingRefusal.NOT_NOTED
    browser.post(address, {"part": "note"})
    assert "Dag og underskrift" in browser.get(address).content.decode()
    assert browser.post(address, {"part": "signed"}).status_code == 422
    with given(ingrid):
        assert Participant.objects.filter(pk=nina.pk).exists()
    assert browser.post(address, {"part": "signed", "signed": "on"}).status_code == 303
    with given(ingrid):
        assert not Participant.objects.filter(pk=nina.pk).exists()
    assert browser.get(address).status_code == 404


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PARTICIPANT, Role.ADVISER, Role.HOUSEKEEPER}))
def test_nobody_else_deletes_anybody(centre: Organisation, role: Role):
    nina = a_participant(centre)
    actor = Actor.visitor(centre.pk) if role is Role.VISITOR else an_actor(centre, role)
    for try_it in (
        lambda: actions.leave_us(actor, now=NOW),
        lambda: actions.note_leaving(actor, participant_id=nina.pk, now=NOW),
        lambda: actions.leave_on_paper(actor, participant_id=nina.pk, now=NOW),
        lambda: actions.forget_unused(actor, participant_id=nina.pk, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            try_it()


def test_another_organisations_adviser_finds_nobody(kari: Actor):
    stranger = an_actor(an_organisation(), Role.ADVISER)
    with pytest.raises(NotFound):
        actions.note_leaving(stranger, participant_id=participant_of(kari).pk, now=NOW)


def test_the_adviser_is_not_told_what_she_has_here(kari: Actor, ingrid: Actor):
    everything_about(kari, an_actor_like(ingrid))
    html = client_of(ingrid).get(reverse("privacy:leaving", args=[participant_of(kari).pk])).content.decode()
    assert "De små målene dine" not in html


def an_actor_like(actor: Actor) -> Actor:
    """Another adviser of the same organisation."""
    from stegvis.areas.people.models import Organisation as House

    return an_actor(House.objects.get(pk=actor.organisation_id), Role.ADVISER)
