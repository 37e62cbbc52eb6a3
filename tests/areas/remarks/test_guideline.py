"""The house's guideline: who writes it, in versions, and none over another's head (S1-15)."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from stegvis.areas.remarks import actions, queries
from stegvis.areas.remarks.models import GuidelineText, GuidelineVersion
from stegvis.areas.remarks.rules import Letters, Refusal, Written, letters_for, lines_of, why_not
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.plain_language import measure
from stegvis.kernel.roles import Role
from tests.architecture.pages_read import known_words
from tests.areas.remarks.house import WORDS, a_guideline, a_remark, lacks, rows
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread
from tests.support import given

OTHER = Written("Her er det plass til alle", "Vi sier stopp.")


@pytest.mark.requirement("S1-15")
def test_a_manager_writes_it_and_each_change_is_a_new_version(berit):
    assert queries.guideline(berit) is None
    assert a_guideline(berit) == 1
    assert a_guideline(berit, based_on=1, written={"nb": OTHER}) == 2
    assert queries.guideline(berit).written == {"nb": OTHER}
    with given(berit):
        kept = list(GuidelineText.objects.order_by("version__number").values_list("heading", flat=True))
    assert kept == [WORDS.heading, OTHER.heading], "what stood before stays to be read"


def test_saving_what_stands_already_is_no_new_version(berit):
    a_guideline(berit)
    assert a_guideline(berit, based_on=1, written={"nb": WORDS, "da": Written(" ", "")}) == 1
    with given(berit):
        assert GuidelineVersion.objects.count() == 1


@pytest.mark.requirement("S1-15")
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MANAGER, Role.VISITOR, Role.HOUSEKEEPER}))
def test_nobody_but_a_manager_writes_it(centre, role):
    with pytest.raises(NotAllowed):
        a_guideline(an_actor(centre, role))


def test_whoever_saves_after_another_is_told(berit, centre):
    a_guideline(berit)
    with pytest.raises(Changed):
        a_guideline(an_actor(centre, Role.MANAGER), written={"nb": OTHER})
    assert queries.guideline(berit).written == {"nb": WORDS}


def test_two_managers_save_in_the_same_moment(shared_database):
    def house() -> list[Actor]:
        centre = an_organisation()
        return [an_actor(centre, Role.MANAGER) for _ in range(2)]

    for _ in range(3):
        managers = in_thread(house)
        start = threading.Barrier(len(managers))

        def write(manager: Actor, start: threading.Barrier = start) -> object:
            start.wait(timeout=30)
            try:
                return a_guideline(manager, written={"nb": Written(f"Fra {manager.seat_id}"[:40], "Stopp")})
            except Changed:
                return Changed

        with ThreadPoolExecutor(len(managers)) as pool:
            came = list(pool.map(lambda manager: and_close(write, manager), managers))
        assert sorted(map(str, came)) == sorted(["1", str(Changed)])


@pytest.mark.parametrize(
    "written", [{}, {"da": WORDS}, {"nb": Written("Her", "")}, {"nb": Written("", "Stopp")}]
)
def test_half_a_guideline_is_refused_and_says_in_which_language(berit, written):
    with pytest.raises(Refused) as refused:
        a_guideline(berit, written=written)
    assert refused.value.facts["language"] == "nb"
    assert why_not(written, "nb", 30)[0] == refused.value.reason


@pytest.mark.requirement("S1-16")
def test_anybody_reads_what_hangs_on_the_wall_and_no_word_on_how_staff_act(berit, guideline):
    visitor = Actor.visitor(berit.organisation_id)
    shown = queries.on_the_wall(visitor, "sv")
    assert (shown.language, shown.heading) == ("nb", WORDS.heading), "not written in Swedish: the house's own"
    assert WORDS.acting not in str(shown)
    with pytest.raises(NotAllowed):
        queries.guideline(visitor)


def test_without_a_guideline_nothing_hangs_anywhere(ingrid, berit, running):
    with pytest.raises(NotFound):
        queries.on_the_wall(Actor.visitor(ingrid.organisation_id), "nb")
    with pytest.raises(Refused, match=Refusal.NO_GUIDELINE):
        actions.hang_up(ingrid, room="Rommet", on=NOW.date(), now=NOW)


@pytest.mark.requirement("S1-35")
def test_two_houses_do_not_touch_each_other(berit, ingrid, running, meeting, guideline):
    """Each has its own guideline, its own rooms and its own number of days."""
    there = an_organisation()
    manager, adviser = an_actor(there, Role.MANAGER), an_actor(there, Role.ADVISER)
    round_there = a_round(adviser, an_offering(there.pk).pk, from_on=NOW.date() - timedelta(days=11))
    a_guideline(manager, written={"nb": OTHER}, note_days=7)
    actions.hang_up(ingrid, room="The back door", on=NOW.date(), now=NOW)

    assert queries.guideline(berit).written == {"nb": WORDS}
    assert queries.guideline(manager).written == {"nb": OTHER}
    assert lacks(adviser, round_there), "a poster in the same room of another house"
    assert not lacks(ingrid, running)
    a_remark(ingrid, meeting)
    a_remark(adviser, sessions_in(adviser, round_there)[0].pk)
    assert [(row.expires_on - NOW.date()).days for row in rows(ingrid) + rows(adviser)] == [30, 7]
    with pytest.raises(NotFound):
        a_remark(adviser, meeting)


@pytest.mark.requirement("S1-15")
@pytest.mark.parametrize("language", ["nb", "da", "sv", "en"])
def test_the_words_to_begin_with_fit_the_wall_and_are_easy_to_read(language):
    begin = queries.to_begin_with(language)
    assert why_not({language: begin}, language, 30) is None
    assert letters_for(begin.heading, lines_of(begin.words)) not in {Letters.SMALL, Letters.SMALLEST}
    known = known_words(language)
    assert measure(begin.words.replace("\n", " "), known=known).lix <= 30
    assert measure(begin.acting.replace("\n", " "), known=known).lix <= 42
