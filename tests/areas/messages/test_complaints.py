"""A complaint goes to one person outside the line, past everybody else (X-18)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from stegvis.areas.messages import actions, queries
from stegvis.areas.messages.models import Complaint, Delivery, Message, contact
from stegvis.areas.messages.rules import MAY_READ, AnswerBy, Named, Refusal, Way, wrong_with_named
from stegvis.areas.messages.texts import COMPLAINT_RECEIVED, ELSEWHERE
from stegvis.areas.people.models import Organisation, Seat
from stegvis.areas.people.rules import Country
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import Look, all_rows
from stegvis.kernel.roles import Role
from tests.browsers import english
from tests.factories.admission import participant_of
from tests.factories.messages import NOW, wants
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.requirement("X-18")

BERIT = Named("Berit", phone="55 51 22 22", address="Box 1, Korsby")
WORDS = "She never calls back."
AT_A_DESK = [role for role in Role if role not in {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER}]


@pytest.fixture
def manager(centre: Organisation) -> Actor:
    return an_actor(centre, Role.MANAGER)


@pytest.fixture
def berit(centre: Organisation, manager: Actor) -> Actor:
    """A facilitator from outside, whom the manager has named."""
    berit = an_actor(centre, Role.FACILITATOR, name="Berit")
    actions.name_reader(manager, named=BERIT, seat_id=berit.seat_id, now=NOW)
    return berit


def _complain(kari: Actor, **fields: object) -> UUID:
    defaults = {"words": WORDS, "answer_by": AnswerBy.HERE, "phone": "", "about_reader": False, "now": NOW}
    return actions.complain(kari, **{**defaults, **fields})  # type: ignore[arg-type]


# Whom an organisation can name


@pytest.mark.parametrize(
    ("named", "role", "refusal"),
    [
        (BERIT, Role.FACILITATOR, None),
        (BERIT, None, None),
        (Named("Berit", phone="55 51 22 22"), None, None),
        (Named("Berit", address="Box 1"), None, None),
        (Named(" ", phone="55 51 22 22"), None, Refusal.NO_NAME),
        (Named("Berit"), Role.FACILITATOR, Refusal.NO_WAY_WITHOUT_LOGIN),
        (Named("Berit", phone="ask"), None, Refusal.PHONE_NOT_VALID),
        *((BERIT, role, None if role in MAY_READ else Refusal.IN_THE_LINE) for role in AT_A_DESK),
    ],
)
def test_who_can_be_named(named: Named, role: Role | None, refusal: Refusal | None):
    assert wrong_with_named(named, seat_role=role) is refusal


@pytest.mark.requirement("X-07")
def test_whoever_has_left_is_named_no_more(centre: Organisation, manager: Actor, berit: Actor, kari: Actor):
    house = Actor.housekeeper(centre.pk)
    assert actions.forget_reader(house, now=NOW) == 0
    with given(manager):
        Seat.objects.filter(pk=berit.seat_id).update(until_on=date(2020, 1, 1))

    assert actions.forget_reader(house, now=NOW) == 1
    assert "Berit" not in english(kari).get("/me/complain/").content.decode()

    actions.name_reader(manager, named=BERIT, seat_id=None, now=NOW)
    assert actions.forget_reader(house, now=NOW) == 0, "somebody outside holds no seat"
    with pytest.raises(NotAllowed):
        actions.forget_reader(manager, now=NOW)


def test_only_a_manager_names_and_only_seats_here_that_run(centre: Organisation, manager: Actor):
    elsewhere = an_actor(an_organisation(), Role.FACILITATOR)
    left = an_actor(centre, Role.FACILITATOR, until_on=date(2020, 1, 1))
    for seat_id in (elsewhere.seat_id, left.seat_id, uuid4()):
        with pytest.raises(NotFound):
            actions.name_reader(manager, named=BERIT, seat_id=seat_id, now=NOW)
    for role in set(Role) - {Role.MANAGER}:
        with pytest.raises(NotAllowed):
            actions.name_reader(an_actor(centre, role), named=BERIT, seat_id=None, now=NOW)


# The way of a complaint


def test_it_reaches_the_one_named_and_the_answer_comes_back(kari: Actor, berit: Actor):
    complaint_id = _complain(kari)
    assert [queries.complaint(berit, row.id, NOW).words for row in queries.complaints_to_me(berit)] == [WORDS]
    actions.answer_complaint(berit, complaint_id=complaint_id, words="I will talk to her.", now=NOW)
    [mine] = queries.my_complaints(kari, NOW)
    assert (mine.reader, mine.answer) == ("Berit", "I will talk to her.")
    told = english(kari).get("/me/messages/").content.decode()
    assert "Your complaint has come through" in told
    assert "Your complaint has an answer" in told


def test_the_one_named_sees_on_the_first_page_that_one_waits_and_nobody_else_does(
    centre: Organisation, manager: Actor, kari: Actor, berit: Actor, ingrid: Actor
):
    complaint_id = _complain(kari)
    waits = "Somebody has complained to you"
    first = {who: english(who).get("/desk/").content.decode() for who in (berit, manager, ingrid)}
    assert [waits in page for page in first.values()] == [True, False, False]
    assert WORDS not in first[berit]
    actions.answer_complaint(berit, complaint_id=complaint_id, words="I will talk to her.", now=NOW)
    assert waits not in english(berit).get("/desk/").content.decode()


def test_the_receipt_goes_the_way_she_hears_from_us(centre: Organisation, kari: Actor, berit: Actor):
    wants(centre.pk, participant_of(kari).pk, Way.EMAIL)
    _complain(kari)
    with given(kari):
        [found] = Delivery.objects.values_list("message__kind", "state")
    assert found == (COMPLAINT_RECEIVED, "waiting")


def test_who_wants_a_call_is_called_by_the_one_named_and_by_nobody_else(
    centre: Organisation, kari: Actor, berit: Actor, ingrid: Actor
):
    wants(centre.pk, participant_of(kari).pk, Way.CALL)
    complaint_id = _complain(kari, answer_by=AnswerBy.CALL, phone="900 11 111")
    assert queries.complaint(berit, complaint_id, NOW).phone == "900 11 111"
    assert queries.calls_waiting(ingrid, NOW) == []
    with given(kari):
        assert not Delivery.objects.exists()


def test_sent_twice_it_is_one(kari: Actor, berit: Actor):
    key = uuid4()
    assert _complain(kari, wanted_id=key) == _complain(kari, wanted_id=key)
    assert len(queries.my_complaints(kari, NOW)) == 1


@pytest.mark.parametrize("role", AT_A_DESK, ids=str)
def test_nobody_else_reads_it_or_learns_of_it(centre: Organisation, kari: Actor, berit: Actor, role: Role):
    complaint_id, other = _complain(kari), an_actor(centre, role)
    with given(other):
        assert not Complaint.objects.visible_to(other).exists()
        told = Message.objects.visible_to(other).filter(kind=COMPLAINT_RECEIVED)
        assert not told.exists()
    refused = NotFound if role in MAY_READ | {Role.ADVISER} else NotAllowed
    with pytest.raises(refused):
        queries.complaint(other, complaint_id, NOW)
    with pytest.raises(refused):
        actions.answer_complaint(other, complaint_id=complaint_id, words="Well.", now=NOW)
    assert english(other).get(f"/desk/complaints/{complaint_id}/").status_code in {403, 404}


def test_the_manager_who_named_her_reads_nothing(kari: Actor, manager: Actor, berit: Actor):
    _complain(kari)
    page = english(manager).get("/desk/complaints/").content.decode()
    assert "Berit" in page
    assert "Sent to you" not in page


def test_without_the_guards_others_would_read_it(
    kari: Actor, berit: Actor, ingrid: Actor, monkeypatch: pytest.MonkeyPatch
):
    """Take away who a complaint is addressed to, and that its receipt is hers alone: an adviser meets both."""
    _complain(kari)
    thread = f"/desk/messages/{participant_of(kari).pk}/"
    assert "complaint" not in english(ingrid).get(thread).content.decode().replace("/desk/complaints/", "")
    assert queries.complaints_to_me(ingrid) == []
    monkeypatch.setitem(Complaint.VISIBLE_TO, Role.ADVISER, all_rows)
    monkeypatch.setattr(contact, "hers_alone", list)
    assert [queries.complaint(ingrid, row.id, NOW).words for row in queries.complaints_to_me(ingrid)] == [
        WORDS
    ]
    assert "Your complaint has come through" in english(ingrid).get(thread).content.decode()


def test_who_is_named_later_does_not_read_what_was_sent_before(
    centre: Organisation, kari: Actor, manager: Actor, berit: Actor
):
    _complain(kari)
    actions.name_reader(manager, named=Named("Me", phone="55 51 22 22"), seat_id=manager.seat_id, now=NOW)
    assert queries.complaints_to_me(manager) == []
    assert len(queries.complaints_to_me(berit)) == 1


def test_when_the_reader_has_left_she_sends_it_to_the_next(
    centre: Organisation, kari: Actor, manager: Actor, berit: Actor
):
    complaint_id = _complain(kari)
    with given(centre.pk):
        Seat.objects.filter(pk=berit.seat_id).update(until_on=date(2020, 1, 1))
    assert queries.my_complaints(kari, NOW)[0].is_stuck
    with pytest.raises(Refused):
        actions.send_again(kari, complaint_id=complaint_id, now=NOW)
    actions.name_reader(manager, named=BERIT, seat_id=manager.seat_id, now=NOW)
    page = english(kari).post("/me/complain/", {"again": str(complaint_id)}, follow=True).content.decode()
    assert "has come through" in page
    assert len(queries.complaints_to_me(manager)) == 1


def test_each_reading_is_a_look(kari: Actor, berit: Actor):
    complaint_id = _complain(kari)
    queries.complaint(berit, complaint_id, NOW)
    with given(kari):
        whys = set(Look.objects.values_list("why", flat=True))
    assert whys == {"messages.complaint"}


def test_the_words_are_unreadable_in_the_table(kari: Actor, berit: Actor):
    complaint_id = _complain(kari, answer_by=AnswerBy.CALL, phone="900 11 111")
    actions.answer_complaint(berit, complaint_id=complaint_id, words="I hear you.", now=NOW)
    columns = "words || answer || phone"
    with given(kari):
        [raw] = Complaint.objects.raw(f"SELECT id, {columns} AS stored FROM messages_complaint")
    assert not any(word in raw.stored for word in ("calls", "hear", "900"))


def test_another_organisations_complaint_is_unknown(kari: Actor, berit: Actor):
    complaint_id = _complain(kari)
    with pytest.raises(NotFound):
        queries.complaint(an_actor(an_organisation(), Role.FACILITATOR), complaint_id, NOW)


# The pages


def test_about_the_reader_nothing_is_sent_and_others_are_named(kari: Actor, berit: Actor):
    typed = {"about_reader": "yes", "words": "Berit shouted.", "answer_by": "here"}
    answer = english(kari).post("/me/complain/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Berit shouted." in page
    assert "Nothing is sent" in page
    assert "statsforvalteren.no" in page
    assert queries.complaints_to_me(berit) == []


def test_she_complains_and_reads_the_answer_on_her_page(kari: Actor, berit: Actor):
    typed = {"about_reader": "no", "words": WORDS, "answer_by": "here"}
    assert english(kari).post("/me/complain/", typed).status_code == 303
    assert "Berit has it, and nobody else" in english(kari).get("/me/complain/").content.decode()
    [sent] = queries.complaints_to_me(berit)
    page = f"/desk/complaints/{sent.id}/"
    assert WORDS in english(berit).get(page).content.decode()
    assert english(berit).post(page, {"words": ""}).status_code == 422
    assert english(berit).post(page, {"words": "I will talk to her."}).status_code == 303
    assert "I will talk to her." in english(kari).get("/me/complain/").content.decode()


@pytest.mark.parametrize(
    "typed", [{}, {"about_reader": "no"}, {"about_reader": "no", "words": "x", "answer_by": "call"}]
)
def test_a_refused_complaint_keeps_what_was_typed(kari: Actor, berit: Actor, typed: dict[str, str]):
    assert english(kari).post("/me/complain/", typed).status_code == 422
    assert queries.my_complaints(kari, NOW) == []


def test_a_manager_names_somebody(centre: Organisation, manager: Actor):
    seat = an_actor(centre, Role.FACILITATOR, name="Berit").seat_id
    page = "/desk/complaints/named/"
    assert "Berit" in english(manager).get(page).content.decode()
    assert english(manager).post(page, {"name": "Berit", "seat": str(seat)}).status_code == 422
    typed = {"name": "Berit", "seat": str(seat), "phone": "55 51 22 22"}
    assert english(manager).post(page, typed).status_code == 303
    assert "Berit" in english(manager).get("/desk/complaints/").content.decode()


@pytest.mark.requirement("X-09")
def test_without_a_login_there_is_a_phone_and_an_address(client, centre: Organisation, manager: Actor):
    page = f"/contact/{centre.slug}/complain/"
    assert "Nobody has been named" in english(None).get(page).content.decode()
    actions.name_reader(manager, named=BERIT, seat_id=None, now=NOW)
    shown = english(None).get(page).content.decode()
    assert "55 51 22 22" in shown
    assert "Box 1, Korsby" in shown
    assert english(None).get("/contact/no-such-house/complain/").status_code == 404


def test_while_nobody_reads_on_screen_there_is_no_form(kari: Actor, manager: Actor):
    actions.name_reader(manager, named=BERIT, seat_id=None, now=NOW)
    page = english(kari).get("/me/complain/").content.decode()
    assert "<textarea" not in page
    assert "55 51 22 22" in page
    with pytest.raises(Refused):
        _complain(kari)


@pytest.mark.parametrize("country", Country)
def test_each_country_has_others_to_turn_to(country: Country):
    assert ELSEWHERE[country]
