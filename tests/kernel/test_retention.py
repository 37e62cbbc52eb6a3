"""What the register says is kept for a while goes when that while is over, and not before (promise 21, X-07)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from stegvis.areas.directory.models import Offering
from stegvis.areas.groups import api as groups
from stegvis.areas.people.models import Draft, Organisation, Participant, Seat, User
from stegvis.areas.privacy import actions, tasks
from stegvis.areas.privacy.models import Copy
from stegvis.kernel import journal, retention, sealing, verifying
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round
from tests.factories.people import a_participant, a_seat, a_user, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
YEARS = timedelta(days=5 * 365 + 2)


@pytest.fixture
def centre(db: None) -> Organisation:
    return an_organisation()


@pytest.fixture
def house(centre: Organisation) -> Actor:
    return Actor.housekeeper(centre.pk)


def test_every_kind_in_the_register_has_a_rule():
    assert retention.without_rule() == []


def test_a_kind_that_nobody_looks_after_is_noticed():
    field = PersonalField(
        "groups.Remark", "words", "What somebody said", Ground.SERVICE, KeepFor.FIVE_YEARS, Erase.DELETE_ROW
    )
    assert retention.without_rule([field]) == ["groups.Remark: five_years"]
    assert "people.Draft: half_an_hour" in retention.without_rule(known=[])


def went(house: Actor, now: datetime) -> dict[str, int]:
    return {name: number for name, number in retention.run(house, now=now).items() if number}


def test_whoever_was_not_here_for_twelve_months_goes_by_herself(centre: Organisation, house: Actor):
    old = a_participant(centre, here_in=datetime(2025, 10, 1).date())  # noqa: DTZ001
    still = a_participant(centre, here_in=datetime(2025, 11, 1).date())  # noqa: DTZ001
    assert went(house, NOW) == {"privacy.unused": 1}
    with given(centre.pk):
        assert set(Participant.objects.values_list("pk", flat=True)) == {still.pk}
        assert JournalEntry.objects.filter(about=old.pk, what="privacy.erased").exists()


def test_whoever_logs_in_is_here(centre: Organisation, house: Actor):
    kari = an_actor(centre, Role.PARTICIPANT)
    with given(kari):
        Participant.objects.update(here_in=datetime(2024, 1, 1).date())  # noqa: DTZ001
    from stegvis.areas.people.actions.being_here import note_here

    note_here(kari, now=NOW)
    note_here(kari, now=NOW + timedelta(hours=1))
    with given(kari):
        assert str(Participant.objects.get().here_in) == "2026-11-01"
        assert JournalEntry.objects.filter(what="people.here_this_month").count() == 1
    assert went(house, NOW) == {}


def test_whoever_an_adviser_has_met_is_here(centre: Organisation, house: Actor):
    nina = a_participant(centre, here_in=None)
    with given(centre.pk):
        journal.written(
            an_actor(centre, Role.ADVISER), "admission.talk_held", about=nina.pk, at=NOW - timedelta(days=40)
        )
    assert went(house, NOW) == {}


def test_whoever_holds_a_place_that_goes_on_is_here(centre: Organisation, house: Actor):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    listing = an_offering(centre.pk)
    a_held_talk(ingrid, participant_of(kari).pk, listing.pk)
    groups.take_place(kari, round_id=a_round(ingrid, listing.pk), now=NOW)
    with given(centre.pk):
        Participant.objects.update(here_in=datetime(2024, 1, 1).date())  # noqa: DTZ001
        JournalEntry.objects.all().delete()
    assert went(house, NOW) == {}
    with given(centre.pk):
        JournalEntry.objects.all().delete()
    assert went(house, NOW + timedelta(days=420)) == {"privacy.unused": 1}


def an_old_copy(centre: Organisation) -> Callable[[], bool]:
    kari = an_actor(centre, Role.PARTICIPANT)
    actions.ask_for_copy(kari, language="nb", now=NOW - timedelta(days=7))
    return lambda: Copy.objects.exists()


def an_old_draft(centre: Organisation, made_at: datetime = NOW - timedelta(minutes=31)) -> Callable[[], bool]:
    seat = a_seat(centre, Role.EMPLOYEE)
    with given(centre.pk):
        Draft.objects.create(organisation_id=centre.pk, seat=seat, content="{}", made_at=made_at)
    return lambda: Draft.objects.exists()


def a_seat_ended_long_ago(centre: Organisation) -> Callable[[], bool]:
    user = a_user(email="tor@example.org")
    seat = a_seat(centre, Role.EMPLOYEE, user=user, name="Tor", until_on=(NOW - YEARS).date())
    return lambda: (
        Seat.objects.get(pk=seat.pk).name == "Tor" or User.objects.get(pk=user.pk).email is not None
    )


def names_in_an_offering_closed_long_ago(centre: Organisation) -> Callable[[], bool]:
    listing = an_offering(centre.pk, state="closed", changed_at=NOW - YEARS)
    with given(centre.pk):
        Offering.objects.filter(listing=listing).update(welcomed_by="Tor", who_staffs="Tor and Ingrid")
    return lambda: Offering.objects.exclude(welcomed_by="", who_staffs="").exists()


def an_old_entry(centre: Organisation) -> Callable[[], bool]:
    with given(centre.pk):
        journal.written(Actor.housekeeper(centre.pk), "tests.old", about=centre.pk, at=NOW - YEARS)
    return lambda: JournalEntry.objects.filter(what="tests.old").exists()


OLD = {
    "privacy.copies": an_old_copy,
    "people.drafts": an_old_draft,
    "people.ended_seats": a_seat_ended_long_ago,
    "directory.names": names_in_an_offering_closed_long_ago,
    "privacy.journal": an_old_entry,
}


@pytest.mark.requirement("X-07")
@pytest.mark.parametrize("rule", OLD)
def test_what_has_had_its_time_goes_and_a_dry_run_only_counts(centre: Organisation, house: Actor, rule: str):
    there = OLD[rule](centre)
    assert retention.run(house, now=NOW, dry=True)[rule] == 1
    with given(centre.pk):
        assert there()
    assert went(house, NOW)[rule] == 1
    with given(centre.pk):
        assert not there()
    assert went(house, NOW).get(rule, 0) == 0


@pytest.mark.parametrize("rule", OLD)
def test_nothing_goes_before_its_time(centre: Organisation, house: Actor, rule: str):
    there = OLD[rule](centre)
    early = NOW - timedelta(days=40)
    assert went(house, early).get(rule, 0) == 0
    with given(centre.pk):
        assert there()


def test_a_colleague_who_works_elsewhere_keeps_the_login(centre: Organisation, house: Actor):
    user = a_user(email="tor@example.org")
    a_seat(centre, Role.EMPLOYEE, user=user, name="Tor", until_on=(NOW - YEARS).date())
    a_seat(an_organisation(), Role.ADVISER, user=user, name="Tor")
    assert went(house, NOW) == {"people.ended_seats": 1}
    with given(user_id=user.pk):
        assert User.objects.get(pk=user.pk).email == "tor@example.org"


def test_looks_age_out_and_the_chain_still_holds(centre: Organisation, house: Actor):
    adviser, nina = an_actor(centre, Role.ADVISER), a_participant(centre)
    for at in (NOW - YEARS, NOW - timedelta(days=1)):
        journal.seen(adviser, about=[nina.pk], why="people.let_in_again", at=at)
        sealing.seal_looks(house, now=at)
    assert went(house, NOW)["privacy.journal"] == 1
    with given(centre.pk):
        assert Look.objects.count() == 1
    assert not verifying.verify(house).found


def test_another_organisations_things_stay(house: Actor):
    elsewhere = an_organisation()
    there = an_old_draft(elsewhere)
    assert went(house, NOW) == {}
    with given(elsewhere.pk):
        assert there()


def test_every_night_and_by_command(centre: Organisation, house: Actor):
    there = an_old_draft(centre, made_at=NOW - timedelta(days=400))
    said = StringIO()
    call_command("retention", "--dry-run", "--json", stdout=said)
    counted = json.loads(said.getvalue())
    assert (counted["updated"], counted["dry"], counted["went"]["people.drafts"]) == (1, True, 1)
    with given(centre.pk):
        assert there()
    tasks.tidy_up(NOW)
    with given(centre.pk):
        assert not there()
    said = StringIO()
    call_command("retention", stdout=said)
    assert said.getvalue().splitlines()[-1] == "0 in 1 organisations went."
