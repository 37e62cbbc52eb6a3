"""The steps of the time at the centre (J1, 7 to 12): Ingrid by keyboard alone, Kari on a phone without a script."""

from __future__ import annotations

import re
from uuid import UUID

from django.utils import timezone
from playwright.sync_api import Page, expect

from stegvis.areas.groups.models import Session
from stegvis.areas.participation import api as participation
from stegvis.areas.remarks import api as remarks
from stegvis.areas.responsibilities import api as responsibilities
from stegvis.kernel.roles import Role
from tests.areas.staffing.scene import on_duty, somebody_employed
from tests.factories.people import an_actor
from tests.journeys.keyboard import press, tab_to
from tests.journeys.way_in import (
    DESK_WORDS,
    Centre,
    Reader,
    button,
    follows,
    opens_her_place,
    opens_todays_meeting,
)
from tests.support import given

WORKING_GROUP = "Torsdagsrådet"
INVITATION = "Deltakere innkalles til torsdagslunsj."
PLAINER = "Kom og spis med oss på torsdag."


def first_meeting(centre: Centre) -> UUID:
    with given(centre.ingrid):
        return Session.objects.filter(round_id=centre.round_id).order_by("starts_at")[0].pk


def reads_what_hangs_on_the_wall(page: Page, say: Reader, centre: Centre) -> None:
    """Step 6: the house has its guideline, and she reads it from her place."""
    written = remarks.Written(
        "Slik snakker vi til hverandre", "Alle er velkomne som de er.", "Stopp med én gang."
    )
    remarks.write_guideline(
        an_actor(centre.organisation, Role.MANAGER),
        written={"nb": written},
        note_days=30,
        based_on=0,
        now=timezone.now(),
    )
    opens_her_place(page, say)
    follows(page, say("How we speak to each other here"))
    expect(page.locator("body")).to_contain_text("Alle er velkomne som de er.")
    page.go_back()


def agrees_with_the_group(page: Page) -> None:
    """Step 7: the guided talk, one thing at a time, from the first meeting's agenda. Greeting is left undecided."""
    opens_todays_meeting(page)
    press(page, "link", DESK_WORDS("Make the agreement with the group"))
    press(page, "button", DESK_WORDS("Begin the talk"))
    save, last = DESK_WORDS("Save and go on"), DESK_WORDS("Save and read it all")
    press(page, "link", DESK_WORDS("We agree"))
    expect(page.get_by_role("main")).to_contain_text(DESK_WORDS("This is left"))
    expect(page.get_by_role("button", name=DESK_WORDS("Yes, we agree on this"))).to_have_count(0)

    press(page, "link", DESK_WORDS("Talk about this now"))
    press(page, "button", save)
    tab_to(page, "textbox", DESK_WORDS("In our own words"))
    page.keyboard.type("Den som kommer først, setter på kaffe.")
    press(page, "button", save)
    _takes_the_first(page)
    press(page, "button", save)
    _takes_the_first(page)
    press(page, "button", save)
    press(page, "button", last)
    press(page, "button", DESK_WORDS("Yes, we agree on this"))
    expect(page).to_have_url(re.compile(r"/agreement/$"))
    expect(page.get_by_role("main")).to_contain_text("Den som kommer først, setter på kaffe.")


def _takes_the_first(page: Page) -> None:
    """The group takes the first of the suggestions: the arrows choose among them."""
    tab_to(page, "radio", DESK_WORDS("Not today. It stays “not decided yet”."))
    page.keyboard.press("ArrowDown")


def reads_what_the_group_agreed(page: Page, say: Reader) -> None:
    """What was decided, what was not, a wish of her own; and the introduction has opened again (S1-17)."""
    opens_her_place(page, say)
    follows(page, say("What we have agreed on"))
    main = page.get_by_role("main")
    expect(main).to_contain_text("Den som kommer først, setter på kaffe.")
    expect(main).to_contain_text(say("Not decided yet"))
    button(page, say("Please do not greet me")).click()
    expect(button(page, say("I do not mind after all"))).to_be_visible()
    follows(page, say("Tick that you have read it"))
    expect(page.get_by_role("checkbox")).to_have_count(1)
    page.get_by_role("checkbox").check()
    button(page, say("Save")).click()
    expect(page.get_by_role("checkbox")).to_have_count(0)


def keeps_an_aim_to_herself(page: Page, say: Reader) -> None:
    opens_her_place(page, say)
    follows(page, say("Choose a small aim, just for you"))
    page.locator("[name=words]").fill("Si hei til én")
    button(page, say("Keep it")).click()
    expect(page.get_by_text(say("Your aim is kept.")).first).to_be_visible()


def follows_up_a_remark(page: Page) -> None:
    """Step 8: from the meeting in one tap; a name is not kept; done the same day from the desk's first page."""
    opens_todays_meeting(page)
    press(page, "link", DESK_WORDS("Something was said"))
    tab_to(page, "textbox", DESK_WORDS("What was it about?"))
    page.keyboard.type("Noen sa noe om hvor Kari kommer fra")
    press(page, "button", DESK_WORDS("Keep it"))
    expect(page.get_by_role("alert")).to_contain_text("Kari")
    box = page.get_by_role("textbox", name=DESK_WORDS("What was it about?"))
    expect(box).to_have_value("Noen sa noe om hvor Kari kommer fra")
    tab_to(page, "textbox", DESK_WORDS("What was it about?"))
    page.keyboard.press("Control+A")
    page.keyboard.type("Noen sa noe om hvor en annen kommer fra")
    press(page, "button", DESK_WORDS("Keep it"))
    expect(page).not_to_have_url(re.compile(r"/remark/$"))
    press(page, "link", DESK_WORDS("Today"))
    press(page, "button", DESK_WORDS("Done"))
    expect(page.get_by_role("button", name=DESK_WORDS("Done"))).to_have_count(0)


def would_like_to_make_the_coffee(page: Page, say: Reader, centre: Centre) -> None:
    """Step 9: the house has switched tasks on; the wish is Kari's, and so is what it is for."""
    with given(centre.ingrid):
        listing_id = Session.objects.select_related("round").get(pk=tomorrow(centre)).round.listing_id
    responsibilities.decide_tasks(
        an_actor(centre.organisation, Role.MANAGER),
        listing_id=listing_id,
        possible=True,
        kinds=[responsibilities.TaskKind.COFFEE],
        version=0,
        now=timezone.now(),
    )
    follows(page, say("My page"))
    follows(page, say("See what you can do"))
    button(page, say("I would like that")).click()
    page.get_by_role("radio", name=say("To feel that I can do it")).check()
    button(page, say("Save")).click()


def is_given_nothing_while_staff_are_short(page: Page, centre: Centre) -> None:
    """The same task cannot be given to anyone from a gap; once Ingrid is on duty, it can be agreed on."""
    press(page, "link", DESK_WORDS("Today"))
    press(page, "link", DESK_WORDS("See them"))
    press(page, "link", "Kari")
    expect(page.get_by_role("button", name=DESK_WORDS("Write it down"))).to_have_count(0)
    for session_id in (first_meeting(centre), tomorrow(centre)):
        with given(centre.ingrid):
            meeting = Session.objects.get(pk=session_id)
        for somebody in (centre.ingrid, somebody_employed(centre.organisation, f"Odd {meeting.on.day}")):
            on_duty(centre.ingrid, meeting, somebody, now=timezone.now())
    page.reload()
    tab_to(page, "combobox", DESK_WORDS("Who goes along?"))
    page.keyboard.type("Ingrid")
    press(page, "button", DESK_WORDS("Write it down"))
    expect(page.get_by_role("main")).to_contain_text(DESK_WORDS("What stands now"))


def says_yes_and_hands_it_back(page: Page, say: Reader) -> None:
    """Her own yes makes it hers; one press, without a reason, makes it the staff's again."""
    follows(page, say("My page"))
    follows(page, say("Make coffee"))
    button(page, say("Yes, I would like that")).click()
    expect(button(page, say("Hand it back"))).to_be_visible()
    button(page, say("Hand it back")).click()
    expect(button(page, say("Hand it back"))).to_have_count(0)
    expect(button(page, say("I would like that"))).to_be_visible()


def a_working_group_with(centre: Centre, participant_id: UUID) -> None:
    """Ingrid has written down Kari's spoken yes to the working group, and a draft waits for readers."""
    now = timezone.now()
    group_id = participation.start_group(centre.ingrid, name=WORKING_GROUP, now=now)
    participation.add_participant(centre.ingrid, group_id=group_id, participant_id=participant_id, now=now)
    participation.raise_matter(
        centre.ingrid,
        group_id=group_id,
        words="Skal vi ha suppe eller grøt?",
        wish=participation.Wish.DECIDE,
        now=now,
    )
    participation.start_draft(
        centre.ingrid,
        title="Invitasjon til lunsj",
        kind=participation.DraftKind.INVITATION,
        language="nb",
        words=INVITATION,
        now=now,
    )


def has_a_say(page: Page, say: Reader) -> None:
    """Step 11: the working group's agenda, a note to it, a text that she says more plainly, something of her own."""
    follows(page, say("Have a say"))
    follows(page, WORKING_GROUP)
    expect(page.get_by_role("main")).to_contain_text("Skal vi ha suppe eller grøt?")
    follows(page, say("Have a say"))
    page.get_by_role("link", name=say("Tell %(name)s something", name=WORKING_GROUP)).click()
    page.locator("textarea[name=words]").fill("Det var fint med gulrøtter.")
    button(page, say("Send it")).click()

    follows(page, say("Have a say"))
    follows(page, say("See what there is to read"))
    button(page, say("Yes, I gladly read")).click()
    page.get_by_role("link", name="Invitasjon til lunsj").click()
    expect(page.get_by_role("main")).to_contain_text(INVITATION)
    page.locator("[name=words]").fill(PLAINER)
    button(page, say("Send the suggestion")).click()
    expect(page.get_by_role("main")).to_contain_text(PLAINER)

    opens_her_place(page, say)
    follows(page, say("My small aim"))
    button(page, say("I am willing to tell something")).click()
    button(page, say("I would rather not, after all")).click()
    expect(button(page, say("I am willing to tell something"))).to_be_visible()


def tomorrow(centre: Centre) -> UUID:
    """The meeting after the one that has begun."""
    with given(centre.ingrid):
        return Session.objects.filter(round_id=centre.round_id).order_by("starts_at")[1].pk


def looks_up_the_duty(page: Page) -> None:
    """Step 12: a worried employee reads the guide and finds a number; the page sends nothing anywhere."""
    page.goto("/desk/")
    press(page, "link", DESK_WORDS("If somebody may come to harm"))
    expect(page.get_by_role("main").locator("a[href^='tel:']").first).to_be_visible()
    expect(page.get_by_role("main").locator("form")).to_have_count(0)
