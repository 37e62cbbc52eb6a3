"""The talk on the table, the desk's page, the participant's and the library, as people use them: forms alone."""

from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
import time_machine

from stegvis.areas.agreements import queries
from stegvis.areas.agreements.rules import OTHER_THINGS, Part, Rule
from stegvis.areas.directory.models import Listing, Offering
from stegvis.areas.directory.rules import ParticipationKind
from stegvis.areas.groups.models import Place, Session
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.agreements.talking import agree, standing
from tests.browsers import english, page_of
from tests.factories.admission import NOW, participant_of
from tests.factories.directory import a_draft
from tests.factories.groups import a_round
from tests.factories.people import an_actor
from tests.support import asked_of_database, given


@pytest.fixture
def at_the_meeting(meetings: list[Session]) -> Iterator[None]:
    with time_machine.travel(meetings[0].starts_at + timedelta(minutes=20), tick=False):
        yield


@pytest.fixture
def address(round_id: UUID) -> str:
    return f"/desk/rounds/{round_id}/agreement/"


def _keys(actor: Actor, round_id: UUID, part: Part) -> list[str]:
    return [rule.base for rule in standing(actor, round_id, part)]


@pytest.mark.requirement("S1-02")
@pytest.mark.requirement("S1-03")
@pytest.mark.requirement("S1-22")
@pytest.mark.usefixtures("at_the_meeting")
def test_a_group_makes_its_agreement_on_the_tablet(
    ingrid: Actor, kari: Actor, round_id: UUID, meetings: list[Session], address: str
):
    """Session 1 has the step on its agenda; the talk goes part by part; session 2 shows rules with day and version."""
    desk = english(ingrid)
    first, second = (f"/desk/sessions/{one.pk}/" for one in meetings[:2])
    assert "Make the agreement with the group" in page_of(desk, first)
    begun = desk.post(address, {"session": str(meetings[0].pk)})
    assert (begun.status_code, begun["Location"]) == (303, f"{address}talk/talk/")
    assert "What can we talk about here?" in page_of(desk, begun["Location"])
    kept = {"keep": _keys(ingrid, round_id, Part.TALK), "own": "Cats\nand dogs.", "saved": "0"}
    assert desk.post(f"{address}talk/talk/", kept)["Location"] == f"{address}talk/treat/"

    left = page_of(desk, f"{address}talk/")
    assert "This is left" in left
    assert "Not talked about yet" in left
    assert "Yes, we agree on this" not in left
    too_early = desk.post(f"{address}talk/", {"do": "agree", "times": "1"})
    assert too_early.status_code == 422
    assert "One thing is left" in too_early.content.decode()

    treat = {"keep": _keys(ingrid, round_id, Part.TREAT), "saved": "0"}
    assert desk.post(f"{address}talk/treat/", treat)["Location"] == f"{address}talk/subject/"
    media = {"take": "own", "own": "No friends on Facebook.", "saved": "0"}
    assert desk.post(f"{address}talk/social_media/", media)["Location"] == f"{address}talk/greeting/"
    last = desk.post(f"{address}talk/greeting/", {"take": "not_today", "saved": "0"})
    assert last["Location"] == f"{address}talk/"
    assert "Do we agree on this?" in page_of(desk, f"{address}talk/")
    assert desk.post(f"{address}talk/", {"do": "agree", "times": "4"}).status_code == 303

    for page in (
        page_of(desk, second),
        page_of(desk, f"{address}poster/"),
        page_of(english(kari), f"/me/groups/{round_id}/agreement/"),
    ):
        assert "Agreed Thursday 26 November 2026, version 1." in page
        assert "and dogs." in page
        assert "No friends on Facebook." in page
        assert page.count("Not decided yet") == 2  # what to talk about, and greeting
    assert "Kari" not in page_of(desk, f"{address}poster/")
    assert "Make the agreement with the group" not in page_of(desk, second)
    assert desk.get(f"{address}talk/").status_code == 303, "nothing lies on the table any more"


@pytest.mark.requirement("S1-18")
@pytest.mark.usefixtures("at_the_meeting")
def test_taking_a_base_rule_away_asks_why_and_keeps_what_was_typed(
    ingrid: Actor, round_id: UUID, meetings: list[Session], address: str
):
    desk = english(ingrid)
    desk.post(address, {"session": str(meetings[0].pk)})
    gone, *kept = _keys(ingrid, round_id, Part.TALK)
    said = {"keep": kept, "own": "Cats.", "saved": "0"}
    asked = desk.post(f"{address}talk/talk/", said)
    assert asked.status_code == 422
    html = asked.content.decode()
    assert "Say in a few words why" in html
    assert "Cats." in html
    assert f'aria-describedby="ask-{gone}"' in html
    assert desk.post(f"{address}talk/talk/", {**said, f"because-{gone}": "We know."}).status_code == 303
    assert "We know." in page_of(desk, f"{address}talk/talk/"), "the reason is there to be changed"


@pytest.mark.requirement("S1-02")
@pytest.mark.usefixtures("at_the_meeting")
def test_two_tablets_both_texts_are_shown(
    ingrid: Actor, round_id: UUID, meetings: list[Session], address: str
):
    one, other = english(ingrid), english(ingrid)
    one.post(address, {"session": str(meetings[0].pk)})
    part = f"{address}talk/greeting/"
    assert one.post(part, {"take": "own", "own": "We nod.", "saved": "0"}).status_code == 303
    late = other.post(part, {"take": "own", "own": "We wave.", "saved": "0"})
    assert late.status_code == 422
    html = late.content.decode()
    assert "Somebody else has saved this meanwhile" in html
    assert "We nod." in html
    assert "We wave." in html
    assert 'name="saved" value="1"' in html
    assert other.post(part, {"take": "own", "own": "We wave.", "saved": "1"}).status_code == 303
    stale = one.post(f"{address}talk/", {"do": "agree", "times": "1"})
    assert stale.status_code == 422
    assert "Somebody has changed a part meanwhile" in stale.content.decode()


@pytest.mark.usefixtures("at_the_meeting")
def test_what_cannot_be_is_answered_in_words(
    ingrid: Actor, lunch: Listing, round_id: UUID, meetings: list[Session], address: str
):
    desk = english(ingrid)
    early = desk.post(address, {"session": str(meetings[1].pk)})
    assert early.status_code == 422
    assert "This meeting has not come yet" in early.content.decode()
    assert desk.get(f"{address}talk/talk/").status_code == 303, (
        "nothing lies on the table: to where it begins"
    )
    desk.post(address, {"session": str(meetings[0].pk)})
    assert desk.get(f"{address}talk/weather/").status_code == 404
    empty = desk.post(f"{address}talk/subject/", {"take": "own", "own": " ", "saved": "0"})
    assert empty.status_code == 422
    assert "choose “Not today”" in empty.content.decode()
    assert (
        desk.post(f"{address}talk/subject/", {"take": "own", "own": "x" * 301, "saved": "0"}).status_code
        == 422
    )
    assert "Go on with the talk" in page_of(desk, address)
    assert desk.post(f"{address}talk/", {"do": "put_away"})["Location"] == address
    assert "Begin the talk" in page_of(desk, address)


def test_before_the_first_meeting_the_day_is_told(ingrid: Actor, address: str):
    with time_machine.travel(NOW, tick=False):
        page = page_of(english(ingrid), address)
    assert "when it meets for the first time, Thursday 26 November" in page
    assert "Begin the talk" not in page
    assert "The base rules of the house hold" in page


@pytest.mark.requirement("S1-23")
def test_her_wish_shows_to_the_one_who_leads_as_somebodys(
    ingrid: Actor, kari: Actor, three: UUID, address: str
):
    hers = f"/me/groups/{three}/agreement/"
    somebody = "Somebody in the group would rather not be greeted outside"
    assert somebody not in page_of(english(ingrid), address)
    assert english(kari).post(hers, {"do": "no_greeting"}).status_code == 303
    assert "I do not mind after all" in page_of(english(kari), hers)
    page = page_of(english(ingrid), address)
    assert somebody in page
    assert "Kari" not in page
    assert str(participant_of(kari).pk) not in page
    english(kari).post(hers, {"do": "greeting"})
    assert somebody not in page_of(english(ingrid), address)


@pytest.mark.requirement("S1-21")
@pytest.mark.usefixtures("at_the_meeting")
def test_where_the_group_talks_of_other_things_no_page_asks_what_happened(
    ingrid: Actor, kari: Actor, lunch: Listing, round_id: UUID, meetings: list[Session]
):
    """The offering lets people tell something of their own; this group talks of other things, so its pages do too."""
    with given(ingrid):
        Offering.objects.filter(listing=lunch).update(
            participation_kinds=[ParticipationKind.SHARE_EXPERIENCE]
        )
        place = Place.objects.get(round_id=round_id)
    prompts = ("Something of your own, as little", "has happened", "your story")
    hers = [f"/me/meetings/{meetings[1].pk}/", f"/me/places/{place.pk}/", f"/me/groups/{round_id}/agreement/"]
    staffs = [f"/desk/sessions/{meetings[1].pk}/", f"/desk/rounds/{round_id}/"]

    def asked() -> list[tuple[str, str]]:
        pages = [(path, page_of(english(kari), path)) for path in hers]
        pages += [(path, page_of(english(ingrid), path)) for path in staffs]
        return [(path, words) for path, page in pages for words in prompts if words in unescape(page)]

    assert asked(), "else this would say nothing"
    library = {rule.key: rule.as_rule("en") for rule in queries.base_rules(ingrid).rules}
    agree(ingrid, round_id, meetings[0], subject=[library[OTHER_THINGS]])
    assert asked() == []
    assert "This group leaves what has been hard outside" in page_of(english(ingrid), staffs[0])


# The library


@pytest.mark.requirement("S1-18")
def test_the_house_writes_its_own_base_rules(centre: Organisation, ingrid: Actor, lunch: Listing):
    berit, desk = an_actor(centre, Role.MANAGER), english(an_actor(centre, Role.MANAGER))
    page = page_of(desk, "/desk/base-rules/?in=nb")
    assert "Det vi hører om andre, blir her." in unescape(page)
    sent = _as_shown(berit) | {"new-talk": "Dogs are welcome.", "after": "0", "rule-talk.own": ""}
    assert desk.post("/desk/base-rules/", sent).status_code == 303
    words = page_of(desk, f"/desk/rounds/{a_round(ingrid, lunch.pk)}/agreement/")
    assert "Dogs are welcome." in words
    assert "We talk about ourselves" not in words

    late = desk.post("/desk/base-rules/", sent | {"new-talk": "Cats too."})
    assert late.status_code == 422
    html = late.content.decode()
    assert "Somebody else has saved this meanwhile" in html
    assert html.count("Dogs are welcome.") == 2, "in what they saved, and in the form, so that it is not lost"
    assert "Cats too." in html


@pytest.mark.requirement("S1-18")
def test_where_a_new_offering_is_described_the_base_rules_are_there_already(
    ingrid: Actor, centre: Organisation
):
    editor = f"/desk/offerings/{a_draft(ingrid, title='Sewing')}/"
    page = page_of(english(ingrid), editor)
    assert "What we hear about others stays here." in page
    assert "Anybody can say stop" in page
    assert "wants to say hello" not in page, "an open point is the group's own"
    berit = an_actor(centre, Role.MANAGER)
    english(berit).post(
        "/desk/base-rules/", _as_shown(berit) | {"new-talk": "Dogs are welcome.", "after": "0"}
    )
    assert "Dogs are welcome." in page_of(english(ingrid), editor)


def _as_shown(actor: Actor) -> dict[str, str]:
    shown = queries.base_rules(actor)
    return {f"rule-{rule.key}": rule.words[shown.language] for rule in shown.rules}


@pytest.mark.requirement("S1-21")
def test_the_library_keeps_what_every_group_is_offered(centre: Organisation):
    berit = an_actor(centre, Role.MANAGER)
    desk = english(berit)
    shown = _as_shown(berit) | {"after": "0"}
    gone = desk.post("/desk/base-rules/", shown | {f"rule-{OTHER_THINGS}": ""})
    assert gone.status_code == 422
    assert "always offered to a group" in gone.content.decode()
    long = desk.post("/desk/base-rules/", shown | {"rule-talk.own": "x" * 301})
    assert long.status_code == 422
    assert queries.base_rules(berit).number == 0
    assert desk.post("/desk/base-rules/", shown | {f"rule-{OTHER_THINGS}": "Only wool."}).status_code == 303
    assert (
        desk.post("/desk/base-rules/?in=da", {"after": "1", f"rule-{OTHER_THINGS}": "Kun uld."}).status_code
        == 303
    )
    rule = next(one for one in queries.base_rules(berit).rules if one.key == OTHER_THINGS)
    assert rule.words["da"] == "Kun uld."


def test_the_page_asks_the_database_as_often_however_many_versions(
    ingrid: Actor, round_id: UUID, meetings: list[Session], address: str
):
    desk = english(ingrid)
    agree(ingrid, round_id, meetings[0])
    page_of(desk, address)
    with asked_of_database() as few:
        page_of(desk, address)
    for turn in (1, 2):
        agree(
            ingrid, round_id, meetings[turn], why="Anew.", greeting=[Rule(Part.GREETING, f"We nod {turn}.")]
        )
    with asked_of_database() as many:
        page_of(desk, address)
    assert len(many) == len(few)


def test_no_round_no_page(ingrid: Actor):
    unknown = "00000000-0000-0000-0000-000000000000"
    for page in ("", "talk/", "talk/talk/", "poster/"):
        assert english(ingrid).get(f"/desk/rounds/{unknown}/agreement/{page}").status_code == 404
