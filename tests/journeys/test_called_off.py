"""J2 whole: the outing that was called off. Staff by keyboard, Kari on a phone without a script, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.groups.models import Session
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.roles import Role
from tests.areas.staffing.scene import on_duty, somebody_employed
from tests.factories.admission import a_held_talk, participant_of
from tests.factories.directory import a_published_offering, a_service
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.journeys.axe import findings
from tests.journeys.conftest import DESK, PHONE, Opens
from tests.journeys.keyboard import press
from tests.journeys.way_in import DESK_WORDS, Reader, button, looked_at
from tests.support import given

pytestmark = pytest.mark.django_db(transaction=True)

LANGUAGES = ("nb", "da", "sv", "en")
LAST_YEAR, THIS_YEAR = "Rolig tur", "Rolig tur rundt vannet"
PHONE_NUMBER = "55 51 00 00"
CALLED_OFF = (
    "%(title)s on %(day)s is called off. We are sorry. "
    "It has nothing to do with you, and your place stays yours."
)


@dataclass
class Walk:
    """The centre, those who work there and Kari; and the walk of this year once Berit has made it."""

    centre: Organisation
    berit: Actor
    ingrid: Actor
    odd: Actor
    tor: Actor
    kari: Actor
    last_year: UUID
    listing_id: UUID
    round_id: UUID

    @property
    def session(self) -> Session:
        with given(self.ingrid):
            return Session.objects.get(round_id=self.round_id)


def copies_last_years_walk(opens: Opens) -> Walk:
    """Step 1: Berit copies it and publishes it as it is; assessment, basis and the two employees come along."""
    centre = an_organisation(name="Senteret i Korsby", phone=PHONE_NUMBER)
    berit, ingrid = (
        somebody_employed(centre, "Berit", Role.MANAGER),
        somebody_employed(centre, "Ingrid", Role.ADVISER),
    )
    odd, tor = somebody_employed(centre, "Odd"), an_actor(centre, Role.VOLUNTEER, name="Tor", is_taken=True)
    last_year = a_published_offering(ingrid, title=LAST_YEAR, service=a_service(ingrid))
    page = opens(size=DESK, actor=berit)
    page.goto("/desk/offerings/")
    press(page, "link", DESK_WORDS("Copy"))
    page.get_by_role("textbox").first.fill(THIS_YEAR)
    press(page, "button", DESK_WORDS("Copy"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(THIS_YEAR)
    listing_id = UUID(page.url.split("?")[0].rstrip("/").split("/")[-1])
    directory.publish(berit, listing_id=listing_id, now=timezone.now())
    on = timezone.localdate() + timedelta(days=3)
    round_id = groups.plan_round(
        ingrid,
        listing_id=listing_id,
        from_on=on,
        until_on=on,
        capacity=8,
        recurrence="FREQ=DAILY",
        starts=time(11),
        ends=time(12, 30),
        meeting_place="Bussholdeplassen",
        welcomed_by=ingrid.seat_id,
        now=timezone.now(),
    )
    kari = an_actor(centre, Role.PARTICIPANT)
    walk = Walk(centre, berit, ingrid, odd, tor, kari, last_year, listing_id, round_id)
    for somebody in (ingrid, odd):
        on_duty(ingrid, walk.session, somebody, now=timezone.now())
    return walk


def seven_sign_up(walk: Walk) -> None:
    """Kari, and six without a login."""
    others = [a_participant(walk.centre, nickname=f"Gjest {number}").pk for number in range(6)]
    for participant_id in (participant_of(walk.kari).pk, *others):
        a_held_talk(walk.ingrid, participant_id, walk.listing_id)
        groups.give_place(
            walk.ingrid, participant_id=participant_id, round_id=walk.round_id, now=timezone.now()
        )


def plans_the_outing(page: Page, walk: Walk) -> None:
    """Ingrid says how it goes and what is agreed for safety."""
    page.goto(f"/desk/sessions/{walk.session.pk}/")
    press(page, "link", DESK_WORDS("Plan it as an outing"))
    page.locator("[name=route]").fill("Rundt vannet med en pause ved brua.")
    for name, words in {
        "meeting_point": "Bussholdeplassen",
        "turn_back_point": "Brua",
        "way_home": "Buss 2",
        "phones": "900 00 001",
        "first_aid": "Odd",
    }.items():
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=minutes]").first.fill("60")
    press(page, "button", DESK_WORDS("Keep the plan"))
    expect(page.get_by_role("main")).to_contain_text("60")


def says_what_she_can(page: Page, say: Reader, walk: Walk) -> None:
    """Step 2: privately, on her phone; half of it is left out."""
    page.goto(f"/me/outings/{walk.session.pk}/")
    page.locator("[name=minutes]").first.select_option("20")
    page.locator("[name=toilet]").last.check()
    button(page, say("Keep it")).click()
    page.goto(f"/me/outings/{walk.session.pk}/")
    expect(page.locator("[name=minutes]").first).to_have_value("20")


def learns_the_frame_alone(planner: Page, colleague: Page, walk: Walk) -> None:
    """The planner is warned and makes the plan fit; Odd reads the outing and nobody's name."""
    address = f"/desk/outings/{walk.session.pk}/"
    planner.goto(address)
    expect(planner.get_by_role("main")).to_contain_text(DESK_WORDS("The plan asks more than everybody can"))
    press(planner, "button", DESK_WORDS("Make the plan fit everybody"))
    expect(planner.get_by_role("main")).to_contain_text("20")
    colleague.goto(address)
    expect(colleague.get_by_role("main")).not_to_contain_text("Kari")
    assert colleague.goto(f"{address}needs/").status in {403, 404}  # type: ignore[union-attr]


def prints_the_sheet(page: Page, walk: Walk) -> None:
    """Step 3: who works on it, the number to call, where to turn; no name of anybody who comes, and no reason."""
    page.goto(f"/desk/outings/{walk.session.pk}/sheet/")
    page.emulate_media(media="print")
    sheet = page.get_by_role("main")
    for words in ("Ingrid", "Odd", "Brua", "Bussholdeplassen", PHONE_NUMBER, "900 00 001"):
        expect(sheet).to_contain_text(words)
    for words in ("Kari", "Gjest"):
        expect(sheet).not_to_contain_text(words)
    page.emulate_media(media="screen")


def falls_ill(page: Page, on: date) -> None:
    """Step 4: Odd is away on that day."""
    page.goto("/desk/duties/")
    page.get_by_text(DESK_WORDS("Away on other days")).click()
    page.locator("[name=from_on]").fill(on.isoformat())
    page.locator("[name=until_on]").fill(on.isoformat())
    button(page, DESK_WORDS("Write me down as away")).click()
    expect(page.get_by_role("main")).to_contain_text(DESK_WORDS("You are written down as away later"))


def only_employees_count(page: Page, walk: Walk) -> None:
    """Tor, who is a volunteer, and Kari offer to step in. Nobody can put them on the roster."""
    page.goto(f"/desk/sessions/{walk.session.pk}/")
    expect(page.get_by_role("main")).to_contain_text(DESK_WORDS("%(on)s of %(needed)s", on="1", needed="2"))
    page.goto(f"/desk/roster/{walk.session.pk}/")
    seats = page.locator("[name=seat] option")
    for name in ("Tor", "Kari"):
        expect(seats.filter(has_text=name)).to_have_count(0)
    now = timezone.now()
    assert walk.tor.seat_id
    with pytest.raises(Refused):
        on_duty(walk.ingrid, walk.session, walk.tor, now=now)


def the_clock_calls_it_off(walk: Walk) -> None:
    """Step 5: the evening before at six it is looked; there is no substitute, and nobody is asked."""
    before = walk.session.starts_at - timedelta(hours=12)
    assert staffing.check_due(Actor.housekeeper(walk.centre.pk), now=before) == [walk.session.pk]
    assert staffing.check_due(Actor.housekeeper(walk.centre.pk), now=before + timedelta(minutes=5)) == []


def reads_why_and_what_instead(page: Page, say: Reader, walk: Walk) -> None:
    page.goto("/me/messages/")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Åpent hus i stedet, kom innom.")
    expect(main).not_to_contain_text("Odd")
    told = say(CALLED_OFF, title="", day="")
    expect(main).to_contain_text(told.split(". ", 1)[1])


def calls_those_without_a_phone(page: Page) -> None:
    """The call list of the six who have no login, with the words to say."""
    page.goto("/desk/calls/")
    for number in range(6):
        expect(page.get_by_role("main")).to_contain_text(f"Gjest {number}")


def the_door_closes_by_itself(opens: Opens, walk: Walk, language: str) -> None:
    """Step 6: the open house has one who receives; when Ingrid goes home ill, the sign in the door turns."""
    listing_id = a_published_offering(
        walk.ingrid, title="Åpent hus", service=a_service(walk.ingrid, name="Huset")
    )
    today = timezone.localdate()
    house = groups.plan_round(
        walk.ingrid,
        listing_id=listing_id,
        from_on=today,
        until_on=today,
        capacity=None,
        recurrence="FREQ=DAILY",
        starts=time(0),
        ends=time(23, 59),
        meeting_place="Storgata 4",
        welcomed_by=walk.ingrid.seat_id,
        now=timezone.now(),
    )
    with given(walk.ingrid):
        door = Session.objects.get(round_id=house)
    say, sign = Reader(language), opens(size=DESK, language=language, script=False)
    address = reverse("staffing:sign", args=[walk.centre.slug])
    sign.goto(address)
    expect(sign.get_by_role("heading", level=1)).to_have_text(say("Closed now"))
    on_paper = sign.get_by_text(say("Is the door open now?"), exact=True)
    expect(on_paper).to_be_hidden()
    on_duty(walk.ingrid, door, walk.ingrid, staffing.Carries.DROP_IN, now=timezone.now())
    on_duty(walk.ingrid, door, walk.berit, now=timezone.now())
    sign.goto(address)
    expect(sign.get_by_role("heading", level=1)).to_have_text(say("Open now"))
    phone = opens(size=PHONE, actor=walk.ingrid, script=False)
    phone.goto("/desk/duties/")
    phone.locator("button[value=ill_today]").first.click()
    sign.goto(address)
    expect(sign.get_by_role("heading", level=1)).to_have_text(say("Closed now"))
    expect(sign.get_by_role("main")).to_contain_text(PHONE_NUMBER)


def looks_at_the_year(page: Page, walk: Walk) -> None:
    """Step 7: the walk goes on; last year's is paused, with a reason and what else there is."""
    page.goto(f"/desk/offerings/{walk.listing_id}/review/?outcome=continue")
    button(page, DESK_WORDS("Go on as it is")).click()
    page.goto(f"/desk/offerings/{walk.last_year}/review/?outcome=pause")
    button(page, DESK_WORDS("Pause for a while")).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    page.locator("[name=why]").first.check()
    page.locator("[name=told]").fill("Turen hviler til våren. Det skyldes ingen som kommer.")
    page.locator("[name=alternatives]").first.check()
    button(page, DESK_WORDS("Pause for a while")).click()
    page.goto("/desk/portfolio/")
    expect(page.get_by_role("main")).to_contain_text(LAST_YEAR)


@pytest.mark.requirement(
    "S1-25", "S1-26", "S1-30", "S1-31", "S1-32", "S1-33", "S2-09", "S2-11", "S2-15", "X-11"
)
@pytest.mark.parametrize("language", LANGUAGES[connection.vendor == "postgresql" :: 2])
def test_the_outing_that_was_called_off(opens: Opens, language: str):
    walk, say = copies_last_years_walk(opens), Reader(language)
    seven_sign_up(walk)
    staffing.set_needs(
        walk.berit,
        round_id=walk.round_id,
        employees=2,
        instead="Åpent hus i stedet, kom innom.",
        version=1,
        now=timezone.now(),
    )
    desk = opens(size=DESK, actor=walk.ingrid)
    plans_the_outing(desk, walk)
    kari = opens(size=PHONE, language=language, script=False, actor=walk.kari)
    says_what_she_can(kari, say, walk)
    odd = opens(size=PHONE, actor=walk.odd)
    learns_the_frame_alone(desk, odd, walk)
    prints_the_sheet(desk, walk)
    found = {"sheet": findings(desk)}
    falls_ill(odd, walk.session.on)
    only_employees_count(desk, walk)
    the_clock_calls_it_off(walk)
    reads_why_and_what_instead(kari, say, walk)
    calls_those_without_a_phone(desk)
    the_door_closes_by_itself(opens, walk, language)
    manager = opens(size=DESK, actor=walk.berit)
    looks_at_the_year(manager, walk)
    found["portfolio"] = findings(manager)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    mine = ["/me/messages/", f"/me/outings/{walk.session.pk}/"]
    assert looked_at(opens, kari, language, mine) == {}
