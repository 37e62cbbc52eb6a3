"""A text says "read by users" only when somebody who comes here has read exactly these words (S1-08)."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import example
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.participation import actions, queries
from stegvis.areas.participation.models import DraftVersion, Reading
from stegvis.areas.participation.rules import DraftKind, Refusal, SuggestionState, not_read_by_users
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.areas.histories import Centre, histories
from tests.browsers import english, page_of
from tests.factories.admission import NOW
from tests.factories.people import an_actor
from tests.support import given

OPEN, TAKEN, LEFT = SuggestionState


def a_draft(writer, words="Attendance is voluntary.", now=NOW):
    said = {"title": "Invitation", "kind": DraftKind.INVITATION, "language": "en"}
    return actions.start_draft(writer, words=words, now=now, **said)


def out(writer, draft_id, version=1, *, as_read=True):
    actions.publish(writer, draft_id=draft_id, version=version, as_read=as_read, now=NOW)


@pytest.mark.requirement("S1-08")
@pytest.mark.parametrize(
    ("readings", "suggestions", "lacks"),
    [
        (0, [], Refusal.NOT_READ),
        (0, [LEFT], Refusal.NOT_READ),
        (1, [], None),
        (1, [LEFT, LEFT], None),
        (1, [LEFT, OPEN], Refusal.SUGGESTIONS_OPEN),
        (2, [TAKEN], Refusal.SUGGESTION_TAKEN),
    ],
)
def test_what_lacks_before_it_can_say_so(readings, suggestions, lacks):
    assert not_read_by_users(readings=readings, suggestions=suggestions) == lacks


@pytest.mark.requirement("S1-08")
def test_her_suggestion_stands_beside_the_text_before_it_goes_out(kari, ingrid):
    english(kari).post("/me/drafts/", {"do": "yes"})
    draft_id = a_draft(ingrid)
    assert "Something to read" in page_of(english(kari), "/me/messages/")
    hers, desk = f"/me/drafts/{draft_id}/", f"/desk/drafts/{draft_id}/"
    said = {"do": "suggest", "version": "1", "about_words": "voluntary", "words": "Come when you like"}
    assert english(kari).post(hers, said).status_code == 303
    assert english(kari).post(hers, {"do": "read", "version": "1"}).status_code == 303

    page = page_of(english(ingrid), desk)
    assert "Come when you like" in page
    assert "Publish it as read by users" not in page
    refused = english(ingrid).post(desk, {"do": "out_as_read", "version": "1"})
    assert refused.status_code == 422
    assert "Answer it first" in refused.content.decode()

    one = queries.draft_page(ingrid, draft_id, now=NOW).suggestions[0]
    english(ingrid).post(desk, {"do": "leave", "suggestion": str(one.suggestion_id)})
    assert english(ingrid).post(desk, {"do": "out_as_read", "version": "1"}).status_code == 303
    assert "Read by users" in page_of(english(ingrid), f"{desk}paper/")
    assert "Left as it is" in page_of(english(kari), hers), "she sees what became of it"


@pytest.mark.requirement("S1-08")
def test_a_change_takes_the_mark_away(kari, ingrid):
    actions.become_reader(kari, now=NOW)
    draft_id = a_draft(ingrid)
    actions.say_read(kari, draft_id=draft_id, version=1, now=NOW)
    out(ingrid, draft_id)
    actions.write_version(ingrid, draft_id=draft_id, words="Come when you like.", version=1, now=NOW)

    paper = page_of(english(ingrid), f"/desk/drafts/{draft_id}/paper/")
    assert "Come when you like." in paper
    assert "Read by users" not in paper
    with pytest.raises(Refused, match=Refusal.NOT_READ):
        out(ingrid, draft_id, 2)
    with given(ingrid):
        first = DraftVersion.objects.get(number=1)
        assert (first.words, first.read_by_users) == ("Attendance is voluntary.", True), "it stays as it was"


@pytest.mark.requirement("S1-08")
@pytest.mark.parametrize("role", [Role.ADVISER, Role.EMPLOYEE, Role.MANAGER, Role.VOLUNTEER])
def test_nobody_who_works_here_can_say_that_a_user_has_read_it(centre, ingrid, role):
    draft_id = a_draft(ingrid)
    with pytest.raises(NotAllowed):
        actions.say_read(an_actor(centre, role), draft_id=draft_id, version=1, now=NOW)


@pytest.mark.requirement("S1-08")
def test_only_who_said_yes_is_sent_drafts_and_she_stops_whenever_she_likes(centre, kari, ingrid):
    draft_id, eva = a_draft(ingrid), an_actor(centre, Role.PARTICIPANT)
    for person in (kari, eva):
        assert english(person).get(f"/me/drafts/{draft_id}/").status_code == 404
        assert "Something to read" not in page_of(english(person), "/me/messages/")
    actions.become_reader(kari, now=NOW)
    assert queries.draft_to_read(kari, draft_id).newest.words == "Attendance is voluntary."
    english(kari).post("/me/drafts/", {"do": "no"})
    with pytest.raises(NotFound):
        queries.draft_to_read(kari, draft_id)
    assert queries.drafts_to_read(kari) == []


def test_no_reader_sees_another_and_staff_see_no_name(centre, kari, ingrid):
    eva = an_actor(centre, Role.PARTICIPANT, name="Evangeline")
    draft_id = a_draft(ingrid)
    for person, words in ((kari, "Come in"), (eva, "Take a seat")):
        actions.become_reader(person, now=NOW)
        actions.suggest(person, draft_id=draft_id, version=1, about_words="", words=words, now=NOW)
    assert "Take a seat" not in page_of(english(kari), f"/me/drafts/{draft_id}/")
    page = page_of(english(ingrid), f"/desk/drafts/{draft_id}/")
    assert "Take a seat" in page
    assert "Evangeline" not in page
    with given(ingrid):
        assert Look.objects.filter(why="participation.draft").count() == 2


def test_the_mark_outlives_the_reader_and_not_the_words(kari, ingrid):
    """She may be forgotten; that somebody had read it when it went out stays true."""
    actions.become_reader(kari, now=NOW)
    draft_id = a_draft(ingrid)
    actions.say_read(kari, draft_id=draft_id, version=1, now=NOW)
    out(ingrid, draft_id)
    with given(ingrid):
        Reading.objects.all().delete()
    assert queries.draft_page(ingrid, draft_id, now=NOW).newest.read_by_users


def test_the_database_knows_no_mark_on_what_is_not_out(ingrid):
    a_draft(ingrid)
    with given(ingrid), pytest.raises(IntegrityError), transaction.atomic():
        DraftVersion.objects.update(read_by_users=True)


def test_two_who_write_it_anew_are_told(centre, ingrid):
    draft_id, berit = a_draft(ingrid), an_actor(centre, Role.MANAGER)
    desk = f"/desk/drafts/{draft_id}/"
    assert english(berit).post(desk, {"do": "write", "version": "1", "words": "Hers"}).status_code == 303
    late = english(ingrid).post(desk, {"do": "write", "version": "1", "words": "Mine"})
    assert late.status_code == 422
    html = late.content.decode()
    assert html.index("Hers") < html.index("Mine"), "both stand there"
    assert 'name="version" value="2"' in html
    assert english(ingrid).post(desk, {"do": "write", "version": "2", "words": "Both"}).status_code == 303
    assert queries.draft_page(ingrid, draft_id, now=NOW).earlier[0].words == "Hers"


def test_a_reader_of_old_words_is_told_and_claims_nothing(kari, ingrid):
    actions.become_reader(kari, now=NOW)
    draft_id = a_draft(ingrid)
    actions.write_version(ingrid, draft_id=draft_id, words="Come in.", version=1, now=NOW)
    for said in ({"do": "read"}, {"do": "suggest", "words": "Warmer"}):
        late = english(kari).post(f"/me/drafts/{draft_id}/", said | {"version": "1"})
        assert late.status_code == 422
        assert "written anew meanwhile" in late.content.decode()
    assert "Warmer" in late.content.decode(), "what she typed stays"
    with pytest.raises(Changed):
        out(ingrid, draft_id)
    with pytest.raises(Refused, match=Refusal.NOT_READ):
        out(ingrid, draft_id, 2)


def test_what_cannot_be_taken_is_said_beside_it(kari, ingrid):
    desk = english(ingrid)
    missing = desk.post("/desk/drafts/", {"title": "", "kind": "poster", "language": "nb", "words": "Hei"})
    assert missing.status_code == 422
    assert "Hei" in missing.content.decode()
    draft_id = a_draft(ingrid)
    same = desk.post(
        f"/desk/drafts/{draft_id}/", {"do": "write", "version": "1", "words": "Attendance is voluntary."}
    )
    assert "same as before" in same.content.decode()
    actions.become_reader(kari, now=NOW)
    empty = english(kari).post(f"/me/drafts/{draft_id}/", {"do": "suggest", "version": "1"})
    assert empty.status_code == 422
    one = actions.suggest(kari, draft_id=draft_id, version=1, about_words="", words="Warmer", now=NOW)
    english(kari).post(f"/me/drafts/{draft_id}/", {"do": "back", "suggestion": str(one)})
    assert queries.draft_page(ingrid, draft_id, now=NOW).suggestions == ()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["write", "read", "suggest", "take", "leave", "out", "out_as_read", "stop", "gladly"]
        ),
        st.integers(0, 1),
    ),
    max_size=14,
)
TO_THE_END = [("gladly", 0), ("suggest", 0), ("read", 0), ("leave", 0), ("out_as_read", 0), ("write", 0)]


@pytest.mark.django_db
@pytest.mark.requirement("S1-08")
@histories(5)
@example(TO_THE_END)
@generated(STEPS)
def test_in_any_history_what_says_read_was_read_by_a_user(history):
    house = Centre(2)
    draft_id = a_draft(house.adviser, now=house.now)
    read_at: set[int] = set()
    for number, (what, who) in enumerate(history):
        page = queries.draft_page(house.adviser, draft_id, now=house.now)
        at, person = {"draft_id": draft_id, "now": house.now}, house.people[who]
        seen, first = page.newest.number, next(iter(page.suggestions), None)
        with house.trying():
            if what == "write":
                actions.write_version(house.adviser, words=f"Words {number}", version=seen, **at)
            elif what == "read":
                actions.say_read(person, version=seen, **at)
                read_at.add(seen)
            elif what == "suggest":
                actions.suggest(person, version=seen, about_words="", words="Warmer", **at)
            elif what in {"take", "leave"} and first:
                state = TAKEN if what == "take" else LEFT
                actions.answer_suggestion(
                    house.adviser, suggestion_id=first.suggestion_id, state=state, now=house.now
                )
            elif what.startswith("out"):
                actions.publish(house.adviser, version=seen, as_read=what == "out_as_read", **at)
            elif what == "stop":
                actions.stop_reading(person, now=house.now)
            elif what == "gladly":
                actions.become_reader(person, now=house.now)
    with given(house.adviser):
        claimed = set(
            DraftVersion.objects.filter(draft_id=draft_id, read_by_users=True).values_list(
                "number", flat=True
            )
        )
    assert claimed <= read_at


@pytest.mark.parametrize("guard", [True, False])
def test_without_the_rule_unread_words_would_say_so(kari, ingrid, monkeypatch, guard):
    """The rule is what stands between: taken away, the claim goes through."""
    draft_id = a_draft(ingrid)
    if not guard:
        monkeypatch.setattr(DraftVersion, "lacks_for_claim", lambda self: None)
        out(ingrid, draft_id)
        assert queries.draft_page(ingrid, draft_id, now=NOW).newest.read_by_users
    else:
        with pytest.raises(Refused, match=Refusal.NOT_READ):
            out(ingrid, draft_id)
