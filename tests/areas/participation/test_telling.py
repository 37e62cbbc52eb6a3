"""Being willing to tell something at a meeting, taken back at any time; the story has no place to be kept (S1-07)."""

import re
from datetime import timedelta

import pytest
from django import forms as django_forms
from django.db import models as columns

from stegvis.areas.agreements import api as agreements
from stegvis.areas.directory.models import Offering
from stegvis.areas.groups import actions as groups
from stegvis.areas.participation import actions, forms, models, queries, tasks
from stegvis.areas.participation.models import WillingToTell
from stegvis.areas.participation.rules import Refusal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.browsers import english, page_of
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor
from tests.support import given

SHARE = "share_experience"


@pytest.fixture
def meeting(ingrid, kari, lunch):
    """Thursday's lunch, where Kari has a place and people tell each other something."""
    return a_meeting(ingrid, kari, lunch)


def a_meeting(ingrid, kari, lunch, *, kinds=(SHARE,)):
    with given(ingrid):
        Offering.objects.filter(listing=lunch).update(participation_kinds=list(kinds))
    a_held_talk(ingrid, participant_of(kari).pk, lunch.pk)
    round_id = a_round(ingrid, lunch.pk)
    groups.give_place(ingrid, participant_id=participant_of(kari).pk, round_id=round_id, now=NOW)
    return sessions_in(ingrid, round_id)[0]


def rows(actor):
    with given(actor):
        return WillingToTell.objects.count()


@pytest.mark.requirement("S1-07")
def test_the_story_has_no_field_to_be_kept_in():
    """No column for words, and no form that asks for them: there is nothing the story could be typed into."""
    kept = {field.name for field in WillingToTell._meta.get_fields()}
    assert kept == {"id", "organisation_id", "session", "participant"}
    words = (columns.CharField, columns.TextField, columns.JSONField, columns.BinaryField, columns.FileField)
    assert not [field for field in WillingToTell._meta.local_fields if isinstance(field, words)]
    assert not WillingToTell._meta.related_objects, "nothing hangs on it either"
    for model in vars(models).values():
        if isinstance(model, type) and issubclass(model, columns.Model) and model is not WillingToTell:
            pointed = {field.related_model for field in model._meta.get_fields() if field.is_relation}
            assert not any(getattr(to, "__name__", "") == "Session" for to in pointed), model
    asked = {
        name
        for form in vars(forms).values()
        if isinstance(form, type) and issubclass(form, django_forms.Form)
        for name in form.base_fields
    }
    assert not {name for name in asked if re.search("story|tell|willing|meeting|session", name)}


@pytest.mark.requirement("S1-07")
def test_what_is_sent_along_is_kept_nowhere(kari, ingrid, meeting):
    address = f"/me/meetings/{meeting.pk}/willing/"
    sent = english(kari).post(address, {"words": "Once upon a time", "story": "Once upon a time"})
    assert sent.status_code == 303
    assert "Once upon a time" not in page_of(english(kari), f"/me/meetings/{meeting.pk}/")
    with given(ingrid):
        assert "Once upon" not in str(list(WillingToTell.objects.values()))
        assert "Once upon" not in str(list(JournalEntry.objects.values()))


@pytest.mark.requirement("S1-07")
def test_one_tap_says_so_and_one_takes_it_back_right_up_to_the_meeting(kari, ingrid, meeting):
    hers = f"/me/meetings/{meeting.pk}/"
    assert "I am willing to tell something" in page_of(english(kari), hers)
    english(kari).post(f"{hers}willing/")
    assert "You have said that you are willing" in page_of(english(kari), hers)
    assert rows(ingrid) == 1

    actions.take_willing_back(kari, session_id=meeting.pk, now=meeting.starts_at)
    assert rows(ingrid) == 0
    actions.say_willing(kari, session_id=meeting.pk, now=meeting.starts_at)
    actions.say_willing(kari, session_id=meeting.pk, now=meeting.starts_at)
    assert rows(ingrid) == 1
    english(kari).post(f"{hers}willing/", {"do": "back"})
    assert rows(ingrid) == 0, "nothing is left of it"
    assert queries.willing_here(ingrid, meeting.pk, NOW) == []


@pytest.mark.requirement("S1-07")
def test_only_the_adviser_who_receives_her_sees_it(centre, kari, ingrid, meeting):
    actions.say_willing(kari, session_id=meeting.pk, now=NOW)
    desk = f"/desk/sessions/{meeting.pk}/"
    heading = "Willing to tell something"
    assert heading in page_of(english(ingrid), desk)
    with given(ingrid):
        assert Look.objects.filter(about=participant_of(kari).pk).count() == 1, "one look a page"
    for role in (Role.ADVISER, Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR):
        other = an_actor(centre, role)
        assert heading not in page_of(english(other), desk), role
        assert queries.willing_here(other, meeting.pk, NOW) == []
    eva = an_actor(centre, Role.PARTICIPANT)
    assert queries.willing_here(eva, meeting.pk, NOW) == []


def test_where_no_adviser_receives_people_any_adviser_sees_it(centre, kari, ingrid, lunch):
    odd = an_actor(centre, Role.EMPLOYEE)
    a_held_talk(ingrid, participant_of(kari).pk, lunch.pk)
    with given(ingrid):
        Offering.objects.filter(listing=lunch).update(participation_kinds=[SHARE])
    round_id = a_round(ingrid, lunch.pk, welcomed_by=odd.seat_id)
    groups.give_place(ingrid, participant_id=participant_of(kari).pk, round_id=round_id, now=NOW)
    meeting = sessions_in(ingrid, round_id)[0]
    actions.say_willing(kari, session_id=meeting.pk, now=NOW)
    assert queries.willing_here(ingrid, meeting.pk, NOW) == ["Kari"]
    assert queries.willing_here(odd, meeting.pk, NOW) == []


@pytest.mark.requirement("S1-07")
def test_it_is_gone_after_the_meeting(centre, kari, ingrid, meeting):
    actions.say_willing(kari, session_id=meeting.pk, now=NOW)
    assert queries.willing_here(ingrid, meeting.pk, meeting.ends_at) == [], "at once"
    tasks.forget(meeting.ends_at - timedelta(minutes=1))
    assert rows(ingrid) == 1
    tasks.forget(meeting.ends_at)
    assert rows(ingrid) == 0


def test_who_has_a_place_no_more_is_asked_nothing(kari, ingrid, meeting):
    actions.say_willing(kari, session_id=meeting.pk, now=NOW)
    with given(ingrid):
        from stegvis.areas.groups.models import Place

        place = Place.objects.get(participant=participant_of(kari))
    groups.leave_place(kari, place_id=place.pk, now=NOW)
    assert queries.willing_here(ingrid, meeting.pk, NOW) == []
    assert queries.willing_of_mine(kari, meeting.pk, NOW) is None


@pytest.mark.requirement("S1-21")
def test_where_the_group_leaves_what_happened_outside_she_is_asked_for_other_things(
    kari, meeting, monkeypatch
):
    hers = f"/me/meetings/{meeting.pk}/"
    other_things = "About other things than what has been hard"
    assert other_things not in page_of(english(kari), hers)
    monkeypatch.setattr(
        agreements, "leaving_out_what_happened", lambda actor, rounds: frozenset({meeting.round_id})
    )
    page = page_of(english(kari), hers)
    assert other_things in page
    assert "Something of your own" not in page


@pytest.mark.requirement("S1-04")
def test_nobody_asks_where_the_offering_has_not_chosen_it(kari, ingrid, lunch):
    meeting = a_meeting(ingrid, kari, lunch, kinds=())
    assert "willing to tell" not in page_of(english(kari), f"/me/meetings/{meeting.pk}/")
    with pytest.raises(Refused, match=Refusal.NOT_ASKED_HERE):
        actions.say_willing(kari, session_id=meeting.pk, now=NOW)
    answer = english(kari).post(f"/me/meetings/{meeting.pk}/willing/", follow=True)
    assert "Say so to the one who receives you" in answer.content.decode()


def test_not_for_a_meeting_that_is_over_or_another_s(centre, kari, ingrid, meeting):
    with pytest.raises(NotFound):
        actions.say_willing(kari, session_id=meeting.pk, now=meeting.ends_at)
    eva = an_actor(centre, Role.PARTICIPANT)
    with pytest.raises(NotFound):
        actions.say_willing(eva, session_id=meeting.pk, now=NOW)


def test_the_journal_does_not_know_who(centre, kari, ingrid, meeting):
    actions.say_willing(kari, session_id=meeting.pk, now=NOW)
    actions.take_willing_back(kari, session_id=meeting.pk, now=NOW)
    with given(ingrid):
        entries = JournalEntry.objects.filter(what="participation.said_about_a_meeting")
        assert set(entries.values_list("seat_id", flat=True)) == {None}
    assert tasks.forget(NOW) is None
    assert actions.forget_who_was_willing(Actor.housekeeper(centre.pk), now=NOW) == 0
