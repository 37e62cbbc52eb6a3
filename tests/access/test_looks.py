"""Whoever reads a participant's name or words at a desk has left a trace, and only an adviser can (A.7, X-06).

Every page of the table is opened by every role, in an organisation where a participant has asked for a talk, held
one, got a place and may be let in again. Where her nickname or what she said shows, there is one look at her for it.
"""

from typing import Any

import pytest
from django.urls import reverse

from stegvis.areas.admission import api as admission
from stegvis.areas.admission.models import Talk
from stegvis.areas.groups.models import Place, Session
from stegvis.areas.people.models import LoginCode, Participant
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.table import PAGES
from tests.access.world import World, client_of
from tests.factories.admission import NOW, participant_of
from tests.support import given

NICKNAME, WORDS = "Solstrålen", "Det er godt for meg med lite lyd"
STAFF = [role for role in Role if role not in {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER}]
READ = [address for address in addresses() if address.name in PAGES and PAGES[address.name].reads]


def _known_here(world: World) -> dict[str, dict[str, Any]]:
    """Everything about Kari that a page could show; gives the keys of the pages about her."""
    place_id = world.place(world.ingrid, world.kari)
    admission.ask_for_talk(world.kari, listing_id=None, how_to_reach=None, now=NOW)
    kari = participant_of(world.kari).pk
    with given(world.here.pk):
        Participant.objects.filter(pk=kari).update(nickname=NICKNAME)
        Talk.objects.filter(participant_id=kari).update(good_for_me=WORDS)
        talk = Talk.objects.get(participant_id=kari)
        place = Place.objects.get(pk=place_id)
        session = Session.objects.filter(round_id=place.round_id).order_by("starts_at").first()
        LoginCode.objects.create(
            user_id=world.kari.user_id,
            public_part="solen",
            secret_hash="!",
            adviser_may_let_in=True,
            created_on=NOW,
        )
    return {
        "admission:talk": {"talk_id": talk.pk},
        "groups:round": {"round_id": place.round_id},
        "groups:session": {"session_id": session.pk},
        "groups:session_list": {"session_id": session.pk},
        "groups:places_for": {"participant_id": kari},
    }


def _looks(world: World) -> int:
    with given(world.here.pk):
        return Look.objects.filter(about=participant_of(world.kari).pk).count()


def _opened(world: World, role: Role) -> dict[str, tuple[bool, int]]:
    """For each page that opens: whether something of Kari's shows on it, and how many looks at her it left."""
    keys, actor, found = _known_here(world), world.actor(role), {}
    for address in READ:
        page = PAGES[address.name]
        if role not in page.opens:
            continue
        path = reverse(address.name, kwargs=keys.get(address.name) or (page.own(world) if page.own else {}))
        before = _looks(world)
        body = client_of(actor).get(path).content.decode()  # a browser of its own: one page is Leave
        found[address.name] = (NICKNAME in body or WORDS in body, _looks(world) - before)
    return found


@pytest.mark.requirement("X-06")
@pytest.mark.django_db
@pytest.mark.parametrize("role", [role for role in STAFF if role is not Role.ADVISER], ids=str)
def test_nobody_but_an_adviser_reads_of_participants(role: Role):
    assert {name: found for name, found in _opened(World(), role).items() if found != (False, 0)} == {}


@pytest.mark.requirement("X-06")
@pytest.mark.django_db
def test_what_an_adviser_reads_of_her_is_one_look_a_page():
    opened = _opened(World(), Role.ADVISER)
    about_her = {"admission:waiting", "admission:talk", "groups:round", "groups:places_for", "people:let_in"}
    about_her |= {"groups:session", "groups:session_list"}
    assert about_her <= {name for name, (shows, _) in opened.items() if shows}, "else this would say nothing"
    assert {name: looks for name, (shows, looks) in opened.items() if looks != int(shows)} == {}
