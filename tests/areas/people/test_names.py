"""Names: nothing unseen gets in, and what looks like somebody else's is found. Each guard is taken away once."""

import unicodedata
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given as for_all
from hypothesis import strategies as st

from stegvis.areas.people import api
from stegvis.areas.people.models import Participant, Seat
from stegvis.areas.people.rules import Reason, names
from stegvis.areas.people.texts import REASONS
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.roles import Role
from tests.areas.people.pages import NOW
from tests.areas.people.test_actions import a_newcomer
from tests.factories.admission import an_offering
from tests.factories.people import a_seat, an_actor, an_organisation
from tests.support import given


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Kari \n N ", "Kari N"),
        ("Kari\r\nBcc: alle@example.org", "Kari Bcc: alle@example.org"),
        ("Kari\x00\x1b[31m", "Kari[31m"),
        ("\u202eiraK", "iraK"),
        ("Ka\u200bri\ufeff\u2066", "Kari"),
        ("Kari\u2028Olsen\x85Nord", "Kari Olsen Nord"),
        ("K" + "\u0301" * 40 + "ari", "Ḱ\u0301\u0301ari"),
        ("\u3164\u2800\u115f", ""),
        ("Åse Øi ærlig", "Åse Øi ærlig"),
        ("A\u030ase", "Åse"),
        ("Оксана", "Оксана"),
        ("فاطمة", "فاطمة"),
        ("Solstråle \N{SUN WITH FACE}", "Solstråle \N{SUN WITH FACE}"),
    ],
)
def test_what_is_kept_of_a_name(typed: str, kept: str):
    assert names.clean(typed) == kept


@for_all(st.text(max_size=80))
def test_nothing_unseen_is_ever_kept(typed: str):
    kept = names.clean(typed)

    assert kept == names.clean(kept)
    assert {unicodedata.category(sign) for sign in kept}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
    assert kept.splitlines() in ([], [kept])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ingrid", "ingrid"),
        ("Ingrid", "INGRID"),
        ("Ingrid", "lngrid"),
        ("Ingrid", "1ngrid"),
        ("Ingrid", "Іngrid"),
        ("Ingrid", "Ingrіd"),
        ("Ingrid", "Ｉｎｇｒｉｄ"),
        ("Ingrid", "𝐈𝐧𝐠𝐫𝐢𝐝"),
        ("Ingrid", "I n g r i d"),
        ("Ingrid", "Ingrid."),
        ("Ingrid", "Íngríd"),
        ("Berit", "Веrit"),
        ("Kari", "Кari"),
        ("Kari", "Kari\u200b"),
        ("Mona", "Μοnа"),
        ("Arne", "Ame"),
        ("Odd", "0dd"),
        ("Сара", "Capa"),
    ],
)
def test_names_that_people_would_take_for_one_another(one: str, other: str):
    assert names.look_alike(one, other)
    assert names.look_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kari", "Karl"),
        ("Kari", "Karin"),
        ("Ingrid", "Sigrid"),
        ("Kari 1", "Kari 2"),
        ("Оксана", "Кари"),
        ("", ""),
    ],
)
def test_names_that_nobody_mixes_up(one: str, other: str):
    assert not names.look_alike(one, other)


@pytest.mark.parametrize(
    ("nickname", "poses"),
    [
        ("Ingrid", True),
        ("lngrid", True),
        ("Ingrid (adviser)", True),
        ("Veileder Anne", True),
        ("Vеileder Anne", True),
        ("rådgivare", True),
        ("R\u00e5dg1vare", False),
        ("Stegvis", True),
        ("ADMIN", True),
        ("Ingrid S", False),
        ("Solstrålen", False),
        ("Kari", False),
        ("Lederhosen", False),
        ("", False),
    ],
)
def test_a_nickname_that_would_pass_for_somebody_who_works_here(nickname: str, poses: bool):
    assert names.poses_as_staff(nickname, ["Ingrid", "Odd"]) is poses


def test_two_in_one_group_who_look_alike():
    assert names.mistakable({1: "Kari", 2: "Каrі", 3: "Karl", 4: "Sol"}) == {1, 2}


def test_the_day_they_came_tells_them_apart_and_else_a_number():
    called = {1: "Kari", 2: "Каrі", 3: "KARI", 4: "Sol"}
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)

    told = names.told_apart(called, {1: monday, 2: tuesday, 3: tuesday, 4: monday})

    assert told == {1: (monday, 0), 2: (tuesday, 1), 3: (tuesday, 2)}


@pytest.mark.django_db
@pytest.mark.parametrize("nickname", ["Ingrid", "lngrid", "Ingrid (adviser)", "In\u200bgrid"])
def test_a_nickname_like_a_workers_is_refused_and_nothing_is_kept(nickname: str):
    centre = an_organisation()
    a_seat(centre, Role.ADVISER, name="Ingrid")

    with pytest.raises(Refused) as refused:
        a_newcomer(centre, nickname=nickname)

    assert refused.value.reason == Reason.NICKNAME_LIKE_STAFF
    with given(centre.pk):
        assert not Participant.objects.exists()


@pytest.mark.django_db
@pytest.mark.requirement("X-02")
def test_a_nickname_tells_nothing_of_who_else_comes():
    """The same nickname as another participant's, or as somebody's who works elsewhere, is taken like any other."""
    centre, elsewhere = an_organisation(), an_organisation()
    a_seat(elsewhere, Role.ADVISER, name="Sol")
    a_newcomer(centre, nickname="Kari")

    assert a_newcomer(centre, nickname="Kari").is_new
    assert a_newcomer(centre, nickname="Sol").is_new


@pytest.mark.django_db
def test_somebody_who_has_left_takes_no_name_with_them():
    centre = an_organisation()
    a_seat(centre, Role.ADVISER, name="Ingrid", until_on=NOW.date().replace(day=1))

    assert a_newcomer(centre, nickname="Ingrid").is_new


@pytest.mark.django_db
def test_without_the_rule_she_would_pass_for_a_worker(monkeypatch: pytest.MonkeyPatch):
    centre = an_organisation()
    a_seat(centre, Role.ADVISER, name="Ingrid")
    monkeypatch.setattr(names, "poses_as_staff", lambda nickname, staff_names: False)

    assert a_newcomer(centre, nickname="Ingrid (adviser)").is_new


@pytest.mark.django_db
def test_an_adviser_tells_two_apart_who_look_alike():
    """Two that read the same get the day they came beside the name, on every page that names them."""
    centre = an_organisation()
    ingrid = an_actor(centre, Role.ADVISER)
    one, other = (a_newcomer(centre, nickname=nickname).participant_id for nickname in ("Kari", "Кari"))
    sol = a_newcomer(centre, nickname="Sol").participant_id

    with translation.override("en"):
        named = api.nicknames(ingrid, [one, other, sol])

    assert named[sol] == "Sol"
    assert named[one].startswith("Kari (came ")
    assert named[other].startswith("Кari (came ")
    assert {named[one][-1], named[other][-1]} == {"1", "2"}, "they came on the same day"
    assert api.nicknames(ingrid, [one]) == {one: "Kari"}


@pytest.mark.django_db
def test_the_command_line_keeps_nothing_unseen_either():
    centre = an_organisation()
    seat_id = api.add_seat(
        Actor.housekeeper(centre.pk), role=Role.ADVISER, name="Ing\u202erid\r\nTo: x", now=NOW
    )

    with given(centre.pk):
        assert Seat.objects.get(pk=seat_id).name == "Ingrid To: x"


@pytest.mark.django_db
def test_the_newcomers_form_says_so_beside_the_name_and_keeps_what_was_typed():
    centre = an_organisation()
    a_seat(centre, Role.ADVISER, name="Ingrid")
    page = reverse("admission:join", args=[an_offering(centre.pk).slug])
    typed = {"nickname": "Ingrid (adviser)", "over_minimum_age": "yes", "secret": "bjørk sti kopp regn"}

    answer = Client(headers={"accept-language": "en"}).post(page, typed)

    assert answer.status_code == 422
    with translation.override("en"):
        assert str(REASONS[Reason.NICKNAME_LIKE_STAFF]) in answer.content.decode()
    assert 'value="Ingrid (adviser)"' in answer.content.decode()
    with given(centre.pk):
        assert not Participant.objects.exists()
