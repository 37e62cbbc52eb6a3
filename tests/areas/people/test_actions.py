"""Seats, codes, invitations and drafts: what they write and what they refuse."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from stegvis.areas.people import actions, api, queries
from stegvis.areas.people.models import Draft, LoginCode, Organisation, Participant, Seat, User
from stegvis.areas.people.rules import Country, Language, OrganisationKind, Reason
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.personal_data import is_declared
from stegvis.kernel.roles import Role
from tests.factories.people import a_participant, a_seat, a_user, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECRET = "bjørk sti kopp regn"


def a_newcomer(organisation, **changes):
    wish = {
        "nickname": "Kari",
        "language": "nb",
        "adviser_may_let_in": False,
        "over_minimum_age": True,
        "secret": SECRET,
        "now": NOW,
    }
    return api.make_code(Actor.visitor(organisation.pk), **{**wish, **changes})


def in_seat(organisation, newcomer):
    return Actor.in_seat(
        organisation_id=organisation.pk,
        role=Role.PARTICIPANT,
        user_id=newcomer.user_id,
        seat_id=newcomer.seat_id,
    )


@pytest.mark.requirement("S2-05")
@pytest.mark.requirement("X-03")
def test_a_nickname_and_a_code_are_enough():
    centre = an_organisation()

    kari = a_newcomer(centre, nickname="  Kari \n N ")

    assert api.my_participant(in_seat(centre, kari)).nickname == "Kari N"
    assert queries.user_with_code(kari.code) == kari.user_id
    with given(centre.pk):
        assert User.objects.get(pk=kari.user_id).email is None
        assert SECRET not in LoginCode.objects.get(user_id=kari.user_id).secret_hash


@pytest.mark.requirement("S2-05")
def test_no_model_here_has_room_for_more_than_a_nickname():
    names = {
        field.name for model in (User, Participant, Seat, LoginCode) for field in model._meta.get_fields()
    }

    assert not names & {"national_id", "first_name", "last_name", "diagnosis", "referral", "birth_date"}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"over_minimum_age": False}, Reason.UNDER_MINIMUM_AGE),
        ({"nickname": "  "}, Reason.NICKNAME_MISSING),
        ({"secret": "for kort"}, Reason.SECRET_TOO_SHORT),
    ],
)
def test_a_refused_newcomer_leaves_nothing_behind(changes, reason):
    centre = an_organisation()

    with pytest.raises(Refused) as refused:
        a_newcomer(centre, **changes)

    assert refused.value.reason is reason
    with given(centre.pk):
        assert not Participant.objects.exists()
        assert not LoginCode.objects.exists()
        assert not JournalEntry.objects.exists()


def test_the_journal_holds_no_user():
    centre = an_organisation()
    kari = a_newcomer(centre)

    with given(centre.pk):
        assert not JournalEntry.objects.filter(about=kari.user_id).exists()
        assert JournalEntry.objects.filter(about=kari.participant_id, what="people.code_made").exists()


def test_an_adviser_notes_somebody_without_a_phone():
    centre = an_organisation()
    ingrid = an_actor(centre, Role.ADVISER)

    participant_id = api.record_participant(ingrid, nickname="Arne", language="sv", now=NOW)

    assert api.participant_shown(ingrid, participant_id).language is Language.SWEDISH
    assert api.nicknames(ingrid, [participant_id, uuid4()]) == {participant_id: "Arne"}


@pytest.mark.requirement("X-02")
def test_another_organisation_knows_of_nobody():
    centre, other = an_organisation(), an_organisation()
    stranger = an_actor(other, Role.ADVISER)
    kari = a_participant(centre)

    assert api.nicknames(stranger, [kari.pk]) == {}
    with pytest.raises(NotFound):
        api.participant_shown(stranger, kari.pk)
    with pytest.raises(NotFound):
        actions.let_in_again(stranger, participant_id=kari.pk, now=NOW)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADVISER}))
def test_only_an_adviser_records_and_lets_in(role):
    centre = an_organisation()
    actor = an_actor(centre, role)

    with pytest.raises(NotAllowed):
        api.record_participant(actor, nickname="Arne", language="nb", now=NOW)
    with pytest.raises(NotAllowed):
        queries.who_may_be_let_in(actor)


@pytest.mark.requirement("X-03")
def test_losing_the_code_loses_the_link_unless_the_person_chose_otherwise():
    centre = an_organisation()
    ingrid = an_actor(centre, Role.ADVISER)
    ticked = a_newcomer(centre, adviser_may_let_in=True, nickname="Kari")
    not_ticked = a_newcomer(centre, nickname="Jon")

    assert [shown.nickname for shown in queries.who_may_be_let_in(ingrid)] == ["Kari"]
    with pytest.raises(Refused) as refused:
        actions.let_in_again(ingrid, participant_id=not_ticked.participant_id, now=NOW)
    assert refused.value.reason is Reason.NOT_ASKED_TO_BE_LET_IN

    link = actions.let_in_again(ingrid, participant_id=ticked.participant_id, now=NOW)
    visitor = Actor.visitor(centre.pk)
    new = actions.choose_code(
        visitor, link=link, secret="fire helt nye ord", adviser_may_let_in=False, now=NOW
    )

    assert queries.user_with_code(ticked.code) is None
    assert queries.user_with_code(new.code) == ticked.user_id
    with pytest.raises(Refused):
        actions.choose_code(visitor, link=link, secret=SECRET, adviser_may_let_in=False, now=NOW)


@pytest.mark.parametrize("later", [timedelta(minutes=31), timedelta(days=1)])
def test_the_link_to_a_new_code_is_good_for_half_an_hour(later):
    centre = an_organisation()
    kari = a_newcomer(centre, adviser_may_let_in=True)
    link = actions.let_in_again(an_actor(centre, Role.ADVISER), participant_id=kari.participant_id, now=NOW)

    assert queries.choosing(link, now=NOW) is not None
    assert queries.choosing(link, now=NOW + later) is None
    assert queries.choosing(link + "x", now=NOW) is None


def test_setting_up_an_organisation_with_people():
    keeper = Actor.housekeeper(uuid4())
    api.add_organisation(
        keeper,
        slug="korsby",
        name="Korsby",
        kind=OrganisationKind.CENTRE,
        country=Country.NORWAY,
        language=Language.NORWEGIAN,
        now=NOW,
    )
    department = api.add_department(keeper, name="North", now=NOW)
    seat_id = api.add_seat(
        keeper, role=Role.ADVISER, name="Ingrid", email="Ingrid@Korsby.no", department_id=department, now=NOW
    )

    assert api.organisation_id_of("korsby") == keeper.organisation_id
    assert [shown.seat_id for shown in api.staff(Actor.visitor(keeper.organisation_id), now=NOW)] == [seat_id]
    with pytest.raises(Refused):
        api.add_seat(keeper, role=Role.ADVISER, name="Ingrid", email="ingrid@korsby.no", now=NOW)
    with pytest.raises(Refused):
        api.add_seat(keeper, role=Role.PARTICIPANT, name="", now=NOW)
    with pytest.raises(Refused):
        api.add_organisation(
            Actor.housekeeper(uuid4()),
            slug="korsby",
            name="Again",
            kind=OrganisationKind.CENTRE,
            country=Country.NORWAY,
            language=Language.NORWEGIAN,
            now=NOW,
        )


def test_a_department_of_somebody_else_is_unknown():
    ours, theirs = an_organisation(), an_organisation()
    department = api.add_department(Actor.housekeeper(theirs.pk), name="North", now=NOW)

    with pytest.raises(NotFound):
        api.add_seat(
            Actor.housekeeper(ours.pk), role=Role.HOST, name="Bodil", department_id=department, now=NOW
        )


def test_an_invitation_works_once():
    centre = an_organisation()
    keeper = Actor.housekeeper(centre.pk)
    invited = api.invite(keeper, email=" Ingrid@korsby.no ", role=Role.ADVISER, name="Ingrid", now=NOW)
    again = api.invite(keeper, email="ingrid@korsby.no", role=Role.ADVISER, name="Ingrid", now=NOW)
    assert again.seat_id == invited.seat_id

    visitor = Actor.visitor(centre.pk)
    user_id = actions.choose_password(visitor, link=invited.link, password="en setning som er lang", now=NOW)

    assert queries.user_with_password("INGRID@korsby.no", "en setning som er lang") == user_id
    for link in (invited.link, again.link):
        with pytest.raises(Refused):
            actions.choose_password(visitor, link=link, password="en annen lang setning", now=NOW)


def test_the_command_line_sets_up_and_invites(capsys):
    call_command("add_organisation", "korsby", "--name", "Korsby", "--kind", "centre")
    call_command(
        "invite", "ingrid@korsby.no", "--organisation", "korsby", "--role", "adviser", "--name", "Ingrid"
    )

    link = capsys.readouterr().out.split("/choose/")[1].split("/")[0]
    assert queries.choosing(link, now=datetime.now(UTC)) is not None
    with pytest.raises(CommandError):
        call_command("invite", "a@b.no", "--organisation", "nowhere", "--role", "adviser", "--name", "A")
    with pytest.raises(CommandError):
        call_command("add_organisation", "korsby", "--name", "Korsby", "--kind", "centre")


def test_a_dry_run_writes_nothing():
    call_command("add_organisation", "korsby", "--name", "Korsby", "--kind", "centre", "--dry-run")

    assert not Organisation.objects.exists()


def a_draft(seat, now=NOW):
    fields = {"words": ["Jeg vil gjerne"], "days": ["1", "4"]}
    api.keep_draft(
        Actor.visitor(seat.organisation_id), seat_id=seat.pk, path="/me/talk/", fields=fields, now=now
    )


def test_a_draft_is_for_its_seat_only_and_unreadable_in_the_table():
    centre = an_organisation()
    user = a_user()
    seat = a_seat(centre, Role.PARTICIPANT, user=user)
    same_person = an_actor(centre, Role.VOLUNTEER, user=user)
    a_draft(seat)

    assert actions.take_drafts(same_person, now=NOW) == []
    own = Actor.in_seat(organisation_id=centre.pk, role=Role.PARTICIPANT, user_id=user.pk, seat_id=seat.pk)
    with given(centre.pk):
        stored = Draft.objects.extra(select={"raw": "content"}).values_list("raw", flat=True).get()
    assert "gjerne" not in stored
    (draft,) = actions.take_drafts(own, now=NOW)
    assert draft.fields["days"] == ["1", "4"]
    assert actions.take_drafts(own, now=NOW) == []


def test_a_draft_lives_for_half_an_hour():
    centre = an_organisation()
    actor = an_actor(centre, Role.PARTICIPANT)
    with given(centre.pk):
        seat = Seat.objects.get(pk=actor.seat_id)
    a_draft(seat)
    later = NOW + timedelta(minutes=31)

    assert api.forget_old_drafts(Actor.housekeeper(centre.pk), now=NOW + timedelta(minutes=29)) == 0
    assert actions.take_drafts(actor, now=later) == []
    a_draft(seat)
    assert api.forget_old_drafts(Actor.housekeeper(centre.pk), now=later) == 1


def test_every_field_of_this_area_is_declared():
    models = (User, LoginCode, Seat, Participant, Draft)
    fields = [
        (f"people.{model.__name__}", field.name) for model in models for field in model._meta.local_fields
    ]

    assert [field for field in fields if not is_declared(*field)] == []
