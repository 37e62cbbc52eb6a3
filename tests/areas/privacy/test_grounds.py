"""On which ground what is kept: chosen by the organisation, told to the person, apart from a yes to share (X-05)."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from stegvis.areas.people.rules import OrganisationKind
from stegvis.areas.privacy import api
from stegvis.areas.privacy.actions.grounds import choose_grounds
from stegvis.areas.privacy.models import LegalBasis
from stegvis.areas.privacy.queries.grounds import grounds_here, my_grounds
from stegvis.areas.privacy.rules.grounds import (
    OF_PARTICIPANTS,
    POSSIBLE,
    GroundRefusal,
    KeptFor,
    LegalGround,
    decide_grounds,
    declare_kept_for,
    ground_without_choice,
)
from stegvis.areas.privacy.texts import KEPT_FOR
from stegvis.kernel import personal_data
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, Refused
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.admission import NOW
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.requirement("X-05")


@pytest.mark.parametrize(
    ("wanted", "is_authority", "sure", "refusal"),
    [
        ({KeptFor.TALKS: LegalGround.SERVICE}, False, False, None),
        ({KeptFor.TALKS: LegalGround.CONSENT}, False, False, None),
        ({KeptFor.TALKS: LegalGround.CONSENT}, True, False, GroundRefusal.CONSENT_OF_AN_AUTHORITY),
        ({KeptFor.TALKS: LegalGround.CONSENT}, True, True, None),
        ({KeptFor.TALKS: LegalGround.LAW}, True, False, None),
        ({KeptFor.LOG: LegalGround.CONSENT}, False, True, GroundRefusal.NOT_A_GROUND_FOR_THIS),
        ({KeptFor.LOG: LegalGround.SERVICE}, False, False, GroundRefusal.NOT_A_GROUND_FOR_THIS),
        ({KeptFor.WORKING: LegalGround.CONSENT}, False, True, GroundRefusal.NOT_A_GROUND_FOR_THIS),
        ({KeptFor.COMING: LegalGround.EMPLOYMENT}, False, False, GroundRefusal.NOT_A_GROUND_FOR_THIS),
    ],
)
def test_which_ground_can_carry_which_purpose(wanted, is_authority, sure, refusal):
    assert decide_grounds(wanted, is_authority=is_authority, sure=sure) == refusal


@pytest.mark.parametrize("purpose", list(KeptFor), ids=str)
@pytest.mark.parametrize("is_authority", [True, False])
def test_what_counts_before_anybody_has_chosen_is_possible(purpose: KeptFor, is_authority: bool):
    ground = ground_without_choice(purpose, is_authority=is_authority)

    assert ground in POSSIBLE[purpose]
    assert ground is not LegalGround.CONSENT


def test_every_personal_field_serves_a_purpose():
    """An area that keeps something and does not say what for would be left out of the person's page."""
    silent = {field.model for field in personal_data.register() if api.kept_for_of(field.model) is None}
    assert silent == set()


def test_a_table_that_serves_nothing_is_noticed():
    assert api.kept_for_of("newarea.Remark") is None
    with pytest.raises(ValueError, match="declared twice"):
        declare_kept_for(KeptFor.LOG, "groups")


@pytest.mark.django_db
def test_the_organisation_chooses_and_the_person_reads_it():
    centre = an_organisation()
    berit, kari = an_actor(centre, Role.MANAGER), an_actor(centre, Role.PARTICIPANT)
    assert not any(one.is_chosen for one in grounds_here(berit).grounds)

    choose_grounds(
        berit, grounds={KeptFor.TALKS: LegalGround.LAW, KeptFor.COMING: LegalGround.CONSENT}, now=NOW
    )

    told = {one.purpose: one.ground for one in my_grounds(kari)}
    assert tuple(told) == OF_PARTICIPANTS
    assert (told[KeptFor.TALKS], told[KeptFor.COMING]) == (LegalGround.LAW, LegalGround.CONSENT)
    page = client_of(kari).get(reverse("privacy:my_grounds")).content.decode()
    assert "A law tells us to keep it." in page or "lov" in page


@pytest.mark.django_db
def test_one_organisation_chooses_for_itself_alone():
    centre, elsewhere = an_organisation(), an_organisation()
    berit, stranger = an_actor(centre, Role.MANAGER), an_actor(elsewhere, Role.PARTICIPANT)

    choose_grounds(berit, grounds={KeptFor.TALKS: LegalGround.LAW}, now=NOW)

    assert {one.ground for one in my_grounds(stranger) if one.purpose is KeptFor.TALKS} == {
        LegalGround.SERVICE
    }


@pytest.mark.django_db
def test_an_authority_is_warned_and_has_to_be_sure():
    office = an_organisation(kind=OrganisationKind.MUNICIPAL_OFFICE)
    jorgen, page = an_actor(office, Role.MANAGER), reverse("privacy:grounds")
    chosen = {purpose.value: ground.value for purpose, (ground, *_) in POSSIBLE.items()} | {
        "talks": "consent"
    }
    browser = client_of(jorgen)

    assert 'name="sure"' in browser.get(page).content.decode()
    refused = browser.post(page, chosen)
    assert refused.status_code == 422
    assert 'value="consent" ' in refused.content.decode(), "what was chosen stays"
    with given(office.pk):
        assert not LegalBasis.objects.exists()
    assert browser.post(page, chosen | {"sure": "on"}).status_code == 303
    with given(office.pk):
        assert LegalBasis.objects.get(purpose=KeptFor.TALKS).ground == LegalGround.CONSENT


@pytest.mark.django_db
def test_a_centre_is_not_warned():
    browser = client_of(an_actor(an_organisation(), Role.MANAGER))
    assert 'name="sure"' not in browser.get(reverse("privacy:grounds")).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MANAGER], ids=str)
def test_nobody_but_a_manager_chooses(role: Role):
    centre = an_organisation()
    actor = Actor.visitor(centre.pk) if role is Role.VISITOR else an_actor(centre, role)

    with pytest.raises(NotAllowed):
        choose_grounds(actor, grounds={KeptFor.TALKS: LegalGround.LAW}, now=NOW)
    with pytest.raises(NotAllowed):
        grounds_here(actor)


@pytest.mark.django_db
def test_her_page_says_that_taking_back_a_yes_to_share_deletes_nothing_the_law_keeps():
    centre = an_organisation()
    kari, berit = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.MANAGER)
    choose_grounds(berit, grounds={KeptFor.TALKS: LegalGround.LAW}, now=NOW)

    page = (
        client_of(kari).get(reverse("privacy:my_grounds"), {"language": "en"}, follow=True).content.decode()
    )

    assert "It does not go when you take back a yes. The law decides how long it stays." in page
    assert "It does not delete what stands above." in page


@pytest.mark.django_db
def test_a_ground_is_said_once_with_all_that_rests_on_it():
    centre = an_organisation()
    kari = an_actor(centre, Role.PARTICIPANT)

    page = (
        client_of(kari).get(reverse("privacy:my_grounds"), {"language": "en"}, follow=True).content.decode()
    )

    assert page.count("We need it to give you what you have asked us for") == 1
    with translation.override("en"):
        assert all(escape(str(KEPT_FOR[one.purpose])) in page for one in my_grounds(kari))


@pytest.mark.django_db
def test_it_is_the_rule_that_warns(monkeypatch: pytest.MonkeyPatch):
    office = an_organisation(kind=OrganisationKind.MUNICIPAL_OFFICE)
    jorgen = an_actor(office, Role.MANAGER)
    with pytest.raises(Refused):
        choose_grounds(jorgen, grounds={KeptFor.TALKS: LegalGround.CONSENT}, now=NOW)

    monkeypatch.setattr("stegvis.areas.privacy.actions.grounds.decide_grounds", lambda *wanted, **named: None)
    choose_grounds(jorgen, grounds={KeptFor.TALKS: LegalGround.CONSENT}, now=NOW)

    assert {one.ground for one in grounds_here(jorgen).grounds if one.purpose is KeptFor.TALKS} == {
        LegalGround.CONSENT
    }
