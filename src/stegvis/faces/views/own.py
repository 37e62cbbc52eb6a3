"""My page: what is next, my groups, my messages, my talk, people I can call. Next step first, history last."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.messages import api as messages
from stegvis.areas.participation import api as participation
from stegvis.areas.people import api as people
from stegvis.areas.responsibilities import api as responsibilities
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates

from ..rights import ME


@needs(ME)
def me(request: StegvisRequest) -> HttpResponse:
    """The participant's own start page. Counts nothing, asks nothing, reminds of nothing (S2-06)."""
    actor, now = request.actor, timezone.now()
    language = dates.known(translation.get_language() or "en")
    mine = groups.my_groups(actor, now, language)
    places = [place for place in mine if place.state is groups.PlaceState.HELD]
    offered = [place for place in mine if place.state is groups.PlaceState.OFFERED]
    my_talk = admission.my_talk_in_short(actor, language)
    meeting = next((place for place in places if place.round.next_session), None)
    talk_first = not offered and _talk_comes_first(my_talk, meeting)
    context = {
        "offered": offered,
        "next": meeting,
        "code_to_write_down": bool(people.slip(request.session)),
        "talk_first": talk_first,
        "can_choose_time": talk_first
        and _waits_for_a_time(my_talk)
        and bool(admission.free_times(actor, now)),
        "places": places,
        "in_line": [place for place in mine if place.state is groups.PlaceState.WAITING],
        "has_news": messages.has_news(actor),
        "my_talk": my_talk,
        "working_groups": participation.where_i_sit(actor),
        "tasks": responsibilities.on_my_page(actor, now, language),
        "organisation": people.organisation(actor.organisation_id),
    }
    return render(request, "faces/me.html", context)


def _talk_comes_first(my_talk: admission.MyTalkInShort, meeting: groups.MyPlace | None) -> bool:
    """Whether the talk she waits for is what comes next: nothing else does, or its time is before the next meeting."""
    if my_talk.wish is None:
        return False
    following = meeting.round.next_session if meeting else None
    if following is None:
        return True
    booked = my_talk.wish.booked
    return booked is not None and (booked.time.on, booked.time.starts) <= (following.on, following.starts)


def _waits_for_a_time(my_talk: admission.MyTalkInShort) -> bool:
    return my_talk.wish is not None and my_talk.wish.booked is None and not my_talk.wish.answer
