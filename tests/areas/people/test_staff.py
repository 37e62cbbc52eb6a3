"""Who works here: inviting, ending, handing over. Somebody is always left who can let others in."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.hashers import make_password
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from stegvis.areas.people import actions, queries, tasks
from stegvis.areas.people.models import Draft, Seat, User
from stegvis.areas.people.rules import OrganisationKind, Reason
from stegvis.areas.people.rules.staff import decide_days, decide_ending, decide_last_day
from stegvis.areas.people.texts import REASONS
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.areas.people.pages import NOW
from tests.factories.people import a_participant, a_seat, a_user, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def a_manager(organisation, **fields) -> Actor:
    """Somebody who leads the place and has been in."""
    return an_actor(organisation, Role.MANAGER, **{"name": "Berit", "is_taken": True, **fields})


def invited(manager: Actor, **changes) -> UUID:
    wish = {
        "name": "Siri",
        "email": "siri@korsby.no",
        "role": Role.ADVISER,
        "department_id": None,
        "from_on": TODAY,
        "now": NOW,
    }
    return actions.invite_colleague(manager, **{**wish, **changes})


def refusal(call, *arguments, **named):
    with pytest.raises(Refused) as refused:
        call(*arguments, **named)
    return refused.value.reason


def test_a_manager_gives_a_seat_from_a_day_on():
    berit = a_manager(an_organisation())

    seat_id = invited(berit, name=" Siri\u200b ", email="Siri@Korsby.no", from_on=TODAY + timedelta(days=3))

    with given(berit):
        seat = Seat.objects.select_related("user").get(pk=seat_id)
        assert (seat.name, seat.user.email, seat.role) == ("Siri", "siri@korsby.no", Role.ADVISER)
        assert not seat.user.has_usable_password()
        assert JournalEntry.objects.filter(what="people.colleague_invited", about=seat_id).count() == 1
    coming = queries.who_works_here(berit, now=NOW).coming
    assert [(line.name, line.is_taken) for line in coming] == [("Siri", False)]
    session = {
        "user": str(seat.user_id),
        "seat": str(seat_id),
        "mark": seat.user.mark(),
        "seen": NOW.timestamp(),
    }
    assert queries.actor_in_session(session, now=NOW) is None, "her first day has not come"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": " \u202e "}, Reason.NAME_MISSING),
        ({"email": "siri"}, Reason.EMAIL_MISSING),
        ({"email": "siri@korsby.no\nBcc: alle@korsby.no"}, Reason.EMAIL_MISSING),
        ({"email": "siri@korsby.no, odd@korsby.no"}, Reason.EMAIL_MISSING),
        ({"name": "Bеrit"}, Reason.NAME_LIKE_A_COLLEAGUE),
        ({"role": Role.PARTICIPANT}, Reason.ROLE_NOT_GIVEN_THIS_WAY),
        ({"role": Role.FRONT_LINE}, Reason.ROLE_NOT_GIVEN_THIS_WAY),
        ({"from_on": TODAY - timedelta(days=1)}, Reason.FIRST_DAY_CANNOT_BE),
        ({"from_on": TODAY + timedelta(days=400)}, Reason.FIRST_DAY_CANNOT_BE),
    ],
)
def test_an_invitation_that_cannot_be_leaves_nothing_behind(changes, reason):
    berit = a_manager(an_organisation())
    users = User.objects.count()

    assert refusal(invited, berit, **changes) == reason
    assert User.objects.count() == users
    assert len(queries.who_works_here(berit, now=NOW).here) == 1


def test_an_office_that_decides_over_people_gives_no_advisers_seat():
    jorgen = a_manager(an_organisation(kind=OrganisationKind.MUNICIPAL_OFFICE), name="Jørgen")

    assert refusal(invited, jorgen, role=Role.ADVISER) == Reason.ROLE_NOT_GIVEN_THIS_WAY
    assert invited(jorgen, role=Role.FRONT_LINE)


def test_sent_twice_it_is_one_seat_and_asked_again_it_is_said():
    berit, key = a_manager(an_organisation()), uuid4()

    assert invited(berit, wanted_id=key) == invited(berit, wanted_id=key) == key
    assert refusal(invited, berit, wanted_id=uuid4()) == Reason.ALREADY_IN_THIS_SEAT


@pytest.mark.requirement("X-02")
@pytest.mark.requirement("X-14")
def test_an_invitation_does_not_tell_whether_the_address_is_known_elsewhere():
    """Neither in its answer nor on the pages after it; and nobody but that mailbox gets a way in."""
    berit, elsewhere = a_manager(an_organisation()), an_organisation()
    known = a_user(email="known@korsby.no", password=make_password("en setning som er lang"))
    a_seat(elsewhere, Role.ADVISER, user=known, is_taken=True)

    for name, email in (("Siri", "known@korsby.no"), ("Odd", "new@korsby.no")):
        seat_id = invited(berit, name=name, email=email)
        page = queries.seat_page(berit, seat_id, now=NOW)
        assert (page.line.is_taken, page.has_left, page.email) == (False, False, email)
        tasks.send_link.call(str(berit.organisation_id), str(seat_id), "https://stegvis.example")
    letters = [letter.body.split("/choose/")[0] for letter in mail.outbox]
    assert letters[0] == letters[1]
    assert [letter.to for letter in mail.outbox] == [["known@korsby.no"], ["new@korsby.no"]]
    known.refresh_from_db()
    assert known.has_usable_password(), "an invitation changes nothing until it is used"


def test_the_e_mail_leads_in_once_and_tells_nothing():
    berit = a_manager(an_organisation())
    seat_id = invited(berit)

    tasks.send_link.call(str(berit.organisation_id), str(seat_id), "https://stegvis.example")

    letter = mail.outbox[0]
    link = letter.body.split("https://stegvis.example/choose/")[1].split("/")[0]
    assert queries.choosing(link, now=NOW + timedelta(days=1)).email == "siri@korsby.no"
    assert letter.extra_headers == {"Auto-Submitted": "auto-generated"}
    assert not {"centre", "senter", "sentralen", "Korsby"} & set(f"{letter.subject} {letter.body}".split())


def test_no_link_goes_to_somebody_who_has_left():
    berit = a_manager(an_organisation())
    seat_id = invited(berit)
    actions.end_seat(berit, seat_id=seat_id, now=NOW)

    tasks.send_link.call(str(berit.organisation_id), str(seat_id), "https://stegvis.example")

    assert mail.outbox == []
    assert refusal(actions.ask_for_link, berit, seat_id=seat_id, now=NOW) == Reason.HAS_LEFT


def in_session(actor: Actor) -> Actor | None:
    user = User.objects.get(pk=actor.user_id)
    session = {
        "user": str(actor.user_id),
        "seat": str(actor.seat_id),
        "mark": user.mark(),
        "seen": NOW.timestamp(),
        "proved": int(NOW.timestamp()),
    }
    return queries.actor_in_session(session, now=NOW)


def test_who_is_let_go_finds_the_door_closed_at_the_next_request():
    centre = an_organisation()
    berit, tor = a_manager(centre), an_actor(centre, Role.VOLUNTEER, name="Tor")
    with given(centre.pk):
        Draft.objects.create(organisation_id=centre.pk, seat_id=tor.seat_id, content="{}", made_at=NOW)
    assert in_session(tor) == tor

    actions.end_seat(berit, seat_id=tor.seat_id, now=NOW)

    assert in_session(tor) is None
    with given(centre.pk):
        assert not Draft.objects.exists()
    shown = queries.who_works_here(berit, now=NOW)
    assert [line.name for line in shown.left] == ["Tor"]


def test_a_last_day_to_come_leaves_the_door_open_until_then():
    centre = an_organisation()
    berit, tor = a_manager(centre), an_actor(centre, Role.VOLUNTEER, name="Tor")

    actions.end_seat(berit, seat_id=tor.seat_id, last_on=TODAY + timedelta(days=7), now=NOW)

    assert in_session(tor) == tor
    assert queries.who_works_here(berit, now=NOW + timedelta(days=8)).left[0].name == "Tor"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MANAGER], ids=str)
def test_nobody_but_a_manager_lets_anybody_in_or_go(role):
    centre = an_organisation()
    tor = a_seat(centre, Role.VOLUNTEER, name="Tor")
    actor = Actor.visitor(centre.pk) if role is Role.VISITOR else an_actor(centre, role)

    for call in (
        lambda: invited(actor),
        lambda: actions.ask_for_link(actor, seat_id=tor.pk, now=NOW),
        lambda: actions.hand_over(actor, seat_id=tor.pk, takers={}, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            call()
    if role is not Role.HOUSEKEEPER:
        with pytest.raises(NotAllowed):
            actions.end_seat(actor, seat_id=tor.pk, now=NOW)


def test_a_manager_knows_of_no_participant_and_ends_none():
    centre, elsewhere = an_organisation(), an_organisation()
    berit, kari = a_manager(centre), an_actor(centre, Role.PARTICIPANT)
    stranger = a_seat(elsewhere, Role.ADVISER)

    shown = queries.who_works_here(berit, now=NOW)
    assert [line.name for line in shown.here] == ["Berit"]
    for seat_id in (kari.seat_id, stranger.pk, uuid4()):
        with pytest.raises(NotFound):
            queries.seat_page(berit, seat_id, now=NOW)
        with pytest.raises(NotFound):
            actions.end_seat(berit, seat_id=seat_id, now=NOW)


def test_a_coordinator_sees_helpers_and_colleagues_and_no_address():
    centre = an_organisation()
    lise = an_actor(centre, Role.COORDINATOR, name="Lise")
    tor = a_seat(centre, Role.VOLUNTEER, name="Tor", user=a_user(email="tor@korsby.no"))
    a_seat(centre, Role.FACILITATOR, name="Irene")
    a_participant(centre)

    assert [line.name for line in queries.who_works_here(lise, now=NOW).here] == ["Lise", "Tor"]
    assert queries.seat_page(lise, tor.pk, now=NOW).email == ""


@pytest.mark.parametrize(
    ("role", "is_taken", "others", "reason"),
    [
        (Role.MANAGER, True, set(), Reason.LAST_MANAGER),
        (Role.MANAGER, True, {UUID(int=2)}, None),
        (Role.MANAGER, False, set(), None),
        (Role.ADVISER, True, set(), None),
    ],
)
def test_who_may_be_let_go(role, is_taken, others, reason):
    mine = UUID(int=1)
    assert decide_ending(mine, role, is_taken=is_taken, managers={mine, *others}) == reason


@pytest.mark.parametrize(
    ("last_on", "possible"),
    [(None, True), (TODAY, True), (TODAY - timedelta(days=1), False), (TODAY + timedelta(days=367), False)],
)
def test_which_last_days_there_are(last_on: date | None, possible: bool):
    assert (decide_last_day(last_on=last_on, from_on=TODAY, today=TODAY) is None) is possible
    assert decide_days(from_on=TODAY, today=TODAY) is None


def test_the_last_manager_stays_until_another_has_been_in():
    centre = an_organisation()
    berit = a_manager(centre)
    jon = invited(berit, name="Jon", email="jon@korsby.no", role=Role.MANAGER)

    assert refusal(actions.end_seat, berit, seat_id=berit.seat_id, now=NOW) == Reason.LAST_MANAGER
    with given(centre.pk):
        seat = Seat.objects.get(pk=jon)
    actor = Actor.in_seat(organisation_id=centre.pk, role=Role.MANAGER, user_id=seat.user_id, seat_id=seat.pk)
    actions.take_seat(actor, now=NOW)
    actions.take_seat(actor, now=NOW)
    actions.end_seat(berit, seat_id=berit.seat_id, now=NOW)
    assert refusal(actions.end_seat, actor, seat_id=jon, now=NOW) == Reason.LAST_MANAGER


def test_whoever_acts_in_a_seat_has_been_in_however_she_came():
    berit = a_manager(an_organisation(), is_taken=False)

    assert refusal(actions.end_seat, berit, seat_id=berit.seat_id, now=NOW) == Reason.LAST_MANAGER


def test_a_manager_who_was_let_go_a_moment_ago_lets_nobody_go():
    centre = an_organisation()
    berit, jon, lise = (a_manager(centre, name=name) for name in ("Berit", "Jon", "Lise"))
    actions.end_seat(berit, seat_id=jon.seat_id, now=NOW)

    with pytest.raises(NotAllowed):
        actions.end_seat(jon, seat_id=lise.seat_id, now=NOW)
    with pytest.raises(NotAllowed):
        invited(jon)


def test_without_the_rule_nobody_would_be_left(monkeypatch: pytest.MonkeyPatch):
    berit = a_manager(an_organisation())
    monkeypatch.setattr(actions.staff, "decide_ending", lambda *arguments, **named: None)

    actions.end_seat(berit, seat_id=berit.seat_id, now=NOW)

    with given(berit):
        assert not Seat.objects.filter(until_on=None).exists()


def test_a_lost_phone_ends_everything_at_once_and_a_link_goes_out():
    centre = an_organisation()
    berit = client_of(a_manager(centre))
    user = a_user(email="siri@korsby.no", password=make_password("en setning som er lang"))
    siri = an_actor(centre, Role.ADVISER, user=user, name="Siri")
    hers = client_of(siri)
    assert hers.get("/desk/").status_code == 200

    answer = berit.post(reverse("people:seat", args=[siri.seat_id]), {"do": "anew"})

    assert answer.status_code == 303
    assert hers.get("/desk/").status_code == 302
    user.refresh_from_db()
    assert not user.has_usable_password()
    queued = DBTaskResult.objects.get(task_path="stegvis.areas.people.tasks.send_link")
    assert "/choose/" not in str(queued.args_kwargs), "no key to a login lies in the queue"


def test_the_pages_say_what_cannot_be_and_keep_what_was_typed():
    centre = an_organisation()
    manager = a_manager(centre)
    berit, seat = client_of(manager), reverse("people:seat", args=[manager.seat_id])

    ended = berit.post(seat, {"do": "end", "last_on": ""})
    typed = {"name": "Siri", "email": "not an address", "role": "adviser", "from_on": "2026-13-01"}
    sent = berit.post(reverse("people:invite"), typed)

    assert (ended.status_code, sent.status_code) == (422, 422)
    assert str(REASONS[Reason.LAST_MANAGER]) in ended.content.decode()
    assert 'value="not an address"' in sent.content.decode()
    with given(centre.pk):
        assert Seat.objects.filter(until_on=None).count() == 1


def test_where_no_e_mail_goes_out_nobody_is_invited_from_here(settings):
    settings.EMAILS_GO_OUT = False
    centre = an_organisation()
    berit = client_of(a_manager(centre))
    typed = {
        "name": "Siri",
        "email": "siri@korsby.no",
        "role": "adviser",
        "from_on": str(timezone.localdate()),
    }

    page = berit.get(reverse("people:invite")).content.decode()
    berit.post(reverse("people:invite"), typed)

    assert "stegvis invite" in page
    assert 'name="email"' not in page
    with given(centre.pk):
        assert Seat.objects.count() == 1
