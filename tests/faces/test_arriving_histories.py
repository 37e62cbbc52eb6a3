"""However somebody arrives, in whatever order and with whatever left out: a name she chooses is enough (S2-05).

Never a national id, a referral, a diagnosis or a legal name: not asked, not needed, and not kept when it is sent.
"""

from __future__ import annotations

import pytest
import time_machine
from django import forms
from django.apps import apps
from django.core import serializers
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st

from stegvis.areas.admission.forms import waiting
from stegvis.areas.people.forms import signing
from stegvis.areas.people.models import Participant
from stegvis.kernel.models import OrganisationOwned
from stegvis.kernel.roles import Role
from tests.areas.histories import Centre, histories
from tests.browsers import english
from tests.factories.admission import NOW, an_offering
from tests.support import given as seen

pytestmark = pytest.mark.django_db
NICKNAMES = ["Kari", "K", "Ørn 7", "Solsikke", "Лена", "the one with the dog", "Kari", "Åse-Marie"]
NEVER_ASKED = {
    "national_id": "01019012345",
    "fodselsnummer": "01019012345",
    "cpr": "010190-1234",
    "personnummer": "900101-1234",
    "name": "Legal Nameqzx",
    "first_name": "Legalqzx",
    "last_name": "Nameqzx",
    "birth_date": "1990-01-01",
    "referral": "referredqzx",
    "referred_by": "doctorqzx",
    "diagnosis": "diagnosisqzx",
}
"""What is sent along by somebody who thinks that it must be; marked, to be looked for in every table."""
MAY_BE_LEFT = {
    "join_gated": {"adviser_may_let_in": "on"},
    "join_open": {"adviser_may_let_in": "on"},
    "meet": {"held_before_on": "2026-11-02"},
    "call": {"source": "user", "service": "social_offerings"},
    "drop_in": {"source": "next_of_kin"},
}
"""The ways in, each with what can be said and can be left."""
Arrival = tuple[str, str, frozenset[str], bool]


class House(Centre):
    """A centre with an offering that a talk comes before, and one that is open to all."""

    def __init__(self) -> None:
        super().__init__(people=0)
        house = self.organisation.pk
        self.gated, self.open = (an_offering(house, gated=gated).slug for gated in (True, False))
        self.desk = english(self.adviser)
        self.phone = english(self.staff[Role.EMPLOYEE])
        self.here = 0

    def arrive(self, way: str, nickname: str, said: frozenset[str], with_answers: bool) -> None:
        sent = {name: NEVER_ASKED[name] for name in sorted(said)}
        sent |= MAY_BE_LEFT[way] if with_answers else {}
        getattr(self, way)(sent, nickname)
        with seen(self.organisation.pk):
            assert Participant.objects.filter(organisation_id=self.organisation.pk).count() == self.here

    def join_gated(self, sent: dict[str, str], nickname: str) -> None:
        self._join(self.gated, sent, nickname)

    def join_open(self, sent: dict[str, str], nickname: str) -> None:
        self._join(self.open, sent, nickname)

    def _join(self, slug: str, sent: dict[str, str], nickname: str) -> None:
        needed = {"nickname": nickname, "over_minimum_age": "yes", "secret": "cup path birch rain"}
        assert Client().post(f"/join/{slug}/", sent | needed).status_code == 303
        self.here += 1

    def meet(self, sent: dict[str, str], nickname: str) -> None:
        """She stands at the desk, without phone or login."""
        answer = self.desk.post("/desk/talks/", sent | {"do": "new", "nickname": nickname})
        assert answer.status_code == 303
        self.here += 1

    def call(self, sent: dict[str, str], nickname: str) -> None:
        """A contact, of which nobody notes who it was."""
        assert self.phone.post("/desk/counting/", sent | {"way": "phone"}).status_code == 303

    def drop_in(self, sent: dict[str, str], nickname: str) -> None:
        assert self.phone.post("/desk/counting/", sent | {"way": "visit"}).status_code == 303

    def keeps_nothing_more(self) -> None:
        """Not in any table, those without an owner too, and with what is kept encrypted opened."""
        with seen(self.organisation.pk):
            for model in apps.get_models():
                rows = model._base_manager.all()
                if issubclass(model, OrganisationOwned):
                    rows = rows.filter(organisation_id=self.organisation.pk)
                kept = serializers.serialize("json", rows, ensure_ascii=False)
                assert not [words for words in NEVER_ASKED.values() if words in kept], model


HISTORIES = st.lists(
    st.tuples(
        st.sampled_from(sorted(MAY_BE_LEFT)),
        st.sampled_from(NICKNAMES),
        st.frozensets(st.sampled_from(sorted(NEVER_ASKED))),
        st.booleans(),
    ),
    min_size=2,
    max_size=6,
)
EACH_WAY_WITH_NOTHING: list[Arrival] = [(way, "K", frozenset(), False) for way in MAY_BE_LEFT]


def lived(history: list[Arrival]) -> None:
    with time_machine.travel(NOW, tick=False):
        house = House()
        for arrival in history:
            house.arrive(*arrival)
    house.keeps_nothing_more()


@pytest.mark.requirement("S2-05")
@histories(5)
@example(EACH_WAY_WITH_NOTHING)
@given(HISTORIES)
def test_a_chosen_name_is_enough_in_any_history_of_arriving(history: list[Arrival]):
    lived(history)


@pytest.mark.parametrize("form", [signing.NewcomerForm, waiting.NewPersonForm])
def test_a_question_for_a_legal_name_would_be_noticed(
    form: type[forms.Form], monkeypatch: pytest.MonkeyPatch
):
    lived(EACH_WAY_WITH_NOTHING)
    asked = {**form.base_fields, "legal_name": forms.CharField()}
    monkeypatch.setattr(form, "base_fields", asked)
    with pytest.raises(AssertionError, match="422 == 303"):
        lived(EACH_WAY_WITH_NOTHING)
