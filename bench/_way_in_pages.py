"""My page and the desk: ours, bare ones to compare with, and a town that grows.

The bare views find out who asks as any Django page does, read the same tables with Django's models, write down the same
looks (X-06), and write everything out through a plain template: the least that such a page costs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

FRAME = re.compile(r"\s*(?:SELECT set_config|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT)", re.IGNORECASE)
BARE_ME = """<!doctype html><html lang=nb><meta charset=utf-8><title>Min side</title>
<h1>{{ participant.nickname }}</h1>
{% for place in places %}{% with text=place.round.listing.texts.all.0 round=place.round %}
<h2><a href="/me/places/{{ place.pk }}/">{{ text.title }}</a></h2><p>{{ text.summary }} {{ place.state }}
{{ round.meeting_place }} {{ round.welcomed_by.name }} {{ place.taken }}</p>
{% for when in round.listing.times.all %}{{ when.weekday }} {{ when.starts }}{% endfor %}{% endwith %}{% endfor %}
{% for meeting in meetings %}{{ meeting.on }} {{ meeting.starts }}{% endfor %}{{ unread|length }}
{{ wish.state }} {{ talk.held_on }}
{% for group in groups %}{{ group.name }}{% endfor %}
{% for one in tasks %}<a href="/me/tasks/{{ one.pk }}/">{{ one.task.name }}
{{ one.task.offering.listing.texts.all.0.title }}</a>
{% endfor %}{% for task in can_be %}{{ task.name }}{% endfor %}{% for meeting in doors %}{{ meeting.on }}{% endfor %}
<p>{{ organisation.name }} {{ organisation.phone }} {{ organisation.open_hours }}</p>"""
BARE_DESK = """<!doctype html><html lang=nb><meta charset=utf-8><title>I dag</title><h1>{{ seat.name }}</h1><ul>
{% for meeting in meetings %}<li>{{ meeting.round.listing.texts.all.0.title }} {{ meeting.starts }} {{ meeting.came }}
{{ meeting.round.welcomed_by.name }}</li>{% endfor %}
{% for one in wishes %}<li>{{ one.participant.nickname }} {{ one.listing.texts.all.0.title }} {{ one.asked_at }}
{{ one.way }}</li>{% endfor %}
{% for one in talks %}<li>{{ one.participant.nickname }} {{ one.started_at }}</li>{% endfor %}
{% for one in booked %}<li>{{ one.time.on }} {{ one.wish.participant.nickname }}</li>{% endfor %}
{% for one in letters %}<li>{{ one.participant.nickname }} {{ one.at }}</li>{% endfor %}
{% for one in calls %}<li>{{ one.message.participant.nickname }} {{ one.since }}</li>{% endfor %}
{% for one in to_fill %}<li>{{ one.listing.texts.all.0.title }} {{ one.taken }} {{ one.waiting }}
{{ one.welcomed_by.name }}{% for when in one.listing.times.all %}{{ when.weekday }}{% endfor %}</li>{% endfor %}
{% for one in offerings %}<li>{{ one.texts.all.0.title }} {{ one.state }} {{ one.offering.review_on }}</li>{% endfor %}
{% for one in coming %}<li>{{ one.round.listing.texts.all.0.title }} {{ one.starts }}</li>{% endfor %}
{% for one in duties %}<li>{{ one.starts_at }} {{ one.seat.name }} {{ one.carries }}</li>{% endfor %}
{% for one in plans %}{{ one.employees }}{% endfor %}{% for one in away %}{{ one.from_at }}{% endfor %}
{% for one in working %}{{ one.name }}{% endfor %}{% for one in outings %}<li>{{ one.route }}</li>{% endfor %}
{% for one in remarks %}<li>{{ one.on }}</li>{% endfor %}{% for one in posters %}{{ one.room }}{% endfor %}
{% for one in tasks %}<li>{{ one.participant.nickname }} {{ one.review_on }}</li>{% endfor %}</ul>"""


def statements(ask: Callable[[], object]) -> int:
    """How many it sends, without the frame of transactions and contexts, which differs between databases."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        ask()
    return sum(not FRAME.match(query["sql"]) for query in captured)


def listing(slug: str) -> UUID:
    from stegvis.areas.directory.models import Listing

    return Listing.objects.get(slug=slug).pk


def person(key: str) -> Any:
    """The actor of somebody of the demo."""
    from stegvis.areas.people.models import Seat
    from stegvis.demo.models import DemoPerson
    from stegvis.kernel.actor import Actor
    from stegvis.kernel.roles import Role

    somebody = DemoPerson.objects.get(key=key)
    seat = Seat.objects.get(pk=somebody.seat_id)
    return Actor.in_seat(
        organisation_id=seat.organisation_id,
        role=Role(seat.role),
        user_id=somebody.user_id,
        seat_id=seat.pk,
    )


def signed_in(key: str, path: str) -> Callable[[], object]:
    from django.test import Client

    client = Client(headers={"accept-language": "nb", "host": "localhost"})
    client.post(f"/demo/become/{key}/")

    def ask() -> object:
        response = client.get(path)
        assert response.status_code == 200, response.status_code
        return response

    ask()
    return ask


def _who_asks(key: str) -> Callable[[], Any]:
    """What any Django page does first: the session, and the one it belongs to."""
    from django.contrib.sessions.backends.db import SessionStore

    from stegvis.areas.people.models import Seat

    session = SessionStore()
    session["seat"] = str(person(key).seat_id)
    session.save()

    def read() -> Any:
        seat_id = SessionStore(session.session_key)["seat"]
        return Seat.objects.select_related("user").get(pk=seat_id)

    return read


def bare_me(key: str) -> Callable[[], object]:
    from django.db.models import Count, Q
    from django.http import HttpResponse
    from django.template import Context, engines
    from django.utils import timezone

    from stegvis.areas.admission.models import Talk, TalkRequest
    from stegvis.areas.groups.models import Place, Session
    from stegvis.areas.messages.models import Message
    from stegvis.areas.participation.models import WorkingGroup
    from stegvis.areas.people.models import Organisation, Participant
    from stegvis.kernel.database import within

    template, who = engines["django"].from_string(BARE_ME).template, _who_asks(key)
    room_taken = Q(round__places__state__in=["held", "offered"])

    def ask() -> object:
        seat = who()
        with within(organisation_id=seat.organisation_id):
            return HttpResponse(template.render(Context(_found(seat))))

    def _found(seat: Any) -> dict[str, Any]:
        now = timezone.now()
        participant = Participant.objects.get(user_id=seat.user_id)
        places = list(
            Place.objects.filter(participant=participant)
            .exclude(state="left")
            .select_related("round__listing", "round__welcomed_by")
            .prefetch_related("round__listing__texts", "round__listing__times")
            .annotate(taken=Count("round__places", filter=room_taken))
        )
        rounds = [place.round_id for place in places]
        return {
            "organisation": Organisation.objects.get(pk=seat.organisation_id),
            "participant": participant,
            "places": places,
            "meetings": Session.objects.filter(round__in=rounds, ends_at__gt=now).order_by("starts_at")[:1],
            "unread": Message.objects.filter(participant=participant, reached_at=None),
            "wish": TalkRequest.objects.filter(participant=participant).first(),
            "talk": Talk.objects.filter(participant=participant).order_by("-started_at").first(),
            "groups": WorkingGroup.objects.filter(members__participant=participant, ended_on=None),
            **_tasks(participant, now),
        }

    return ask


def _tasks(participant: Any, now: datetime) -> dict[str, Any]:
    """What she has taken on, what there is to take on, and the next open door where there is something."""
    from stegvis.areas.groups.models import Session
    from stegvis.areas.responsibilities.models import Responsibility, Task

    can_be = list(Task.objects.filter(offered=True, offering__possible=True).select_related("offering"))
    doors = Session.objects.filter(
        round__listing__in={task.offering.listing_id for task in can_be},
        round__capacity=None,
        starts_at__range=(now, now + timedelta(days=14)),
    )
    return {
        "tasks": Responsibility.objects.filter(participant=participant)
        .select_related("task__offering__listing")
        .prefetch_related("task__offering__listing__texts"),
        "can_be": can_be,
        "doors": doors.order_by("starts_at")[:1],
    }


def bare_desk(key: str) -> Callable[[], object]:
    from django.http import HttpResponse
    from django.template import Context, engines

    from stegvis.areas.directory.models import Listing
    from stegvis.kernel.database import within

    template, who = engines["django"].from_string(BARE_DESK).template, _who_asks(key)

    def ask() -> object:
        seat = who()
        offerings = _of(Listing, seat).select_related("offering").prefetch_related("texts")
        found = {"seat": seat, "offerings": offerings, **_meetings(seat), **_of_the_centre(seat)}
        with within(organisation_id=seat.organisation_id):
            if seat.role == "adviser":
                found |= _waiting(seat)
            return HttpResponse(template.render(Context(found)))

    return ask


def _of(model: Any, seat: Any) -> Any:
    return model.objects.filter(organisation_id=seat.organisation_id)


def _meetings(seat: Any) -> dict[str, Any]:
    from django.db.models import Count, Q
    from django.utils import timezone

    from stegvis.areas.groups.models import Round, Session

    today = timezone.localdate()
    waiting = Count("places", filter=Q(places__state="waiting"))
    taken = Count("places", filter=Q(places__state__in=["held", "offered"]))
    rounds = _of(Round, seat).filter(until_on__gte=today).annotate(waiting=waiting, taken=taken)
    shown = rounds.filter(waiting__gt=0).select_related("listing", "welcomed_by")
    return {
        "meetings": _of(Session, seat)
        .filter(on=today)
        .select_related("round__listing", "round__welcomed_by")
        .prefetch_related("round__listing__texts", "round__listing__times"),
        "to_fill": shown.prefetch_related("listing__texts", "listing__times", "sessions"),
    }


def _of_the_centre(seat: Any) -> dict[str, Any]:
    """The roster of two weeks, outings, remarks to follow up, where the guideline hangs, tasks that people want."""
    from django.utils import timezone

    from stegvis.areas.groups.models import Session
    from stegvis.areas.outings.models import Outing
    from stegvis.areas.people.models import Seat
    from stegvis.areas.remarks.models import PosterInRoom, Remark
    from stegvis.areas.responsibilities.models import Responsibility
    from stegvis.areas.staffing.models import Away, Duty, RoundStaffing

    now = timezone.now()
    coming = _of(Session, seat).filter(starts_at__range=(now, now + timedelta(days=14)))
    return {
        "coming": coming.select_related("round__listing").prefetch_related("round__listing__texts"),
        "duties": _of(Duty, seat).filter(session__in=coming).select_related("seat"),
        "plans": _of(RoundStaffing, seat),
        "away": _of(Away, seat),
        "working": _of(Seat, seat).exclude(role="participant"),
        "outings": _of(Outing, seat).filter(planner_id=seat.pk, session__ends_at__gt=now),
        "remarks": _of(Remark, seat).filter(follow_up_seat_id=seat.pk, done_on=None),
        "posters": _of(PosterInRoom, seat),
        "tasks": _of(Responsibility, seat).select_related("participant") if seat.role == "adviser" else (),
    }


def _waiting(seat: Any) -> dict[str, Any]:
    """Everybody who waits for an adviser; each is written down as looked at."""
    from django.db import transaction
    from django.utils import timezone

    from stegvis.areas.admission.models import Talk, TalkBooking, TalkRequest
    from stegvis.areas.messages.models import Delivery, Letter
    from stegvis.kernel.models import Look

    found = {
        "wishes": list(
            _of(TalkRequest, seat)
            .filter(state="asked")
            .select_related("participant", "listing")
            .prefetch_related("listing__texts", "listing__times")
        ),
        "talks": list(_of(Talk, seat).filter(held_on=None).select_related("participant")),
        "booked": list(_of(TalkBooking, seat).select_related("time", "wish__participant")),
        "letters": list(
            _of(Letter, seat).filter(answered_at=None, by_seat=None).select_related("participant")
        ),
        "calls": list(_of(Delivery, seat).filter(state="to_call").select_related("message__participant")),
    }
    about = {one.participant_id for kind in ("wishes", "talks", "letters") for one in found[kind]}
    about |= {one.message.participant_id for one in found["calls"]}
    with transaction.atomic():
        Look.objects.bulk_create(
            Look(
                organisation_id=seat.organisation_id,
                seat_id=seat.pk,
                role=seat.role,
                about=one,
                why="bare",
                at=timezone.now(),
            )
            for one in about
        )
    return found


def grow(people: int) -> None:
    """So many people in town: each with a place in a round of today, once there, and told something."""
    from django.utils import timezone

    from stegvis.areas.groups.models import Attendance, Place, Round, Session
    from stegvis.areas.messages.models import Message
    from stegvis.areas.people.models import Participant
    from stegvis.kernel.action import changing
    from stegvis.kernel.database import within

    ingrid, now, today = person("ingrid"), timezone.now(), timezone.localdate()
    of_korsby = {"organisation_id": ingrid.organisation_id}
    rounds = list(Round.objects.filter(**of_korsby, from_on__lt=today, until_on__gte=today))
    met = {row.pk: Session.objects.filter(round=row, on__lt=today).first() for row in rounds}
    many = range(people - Participant.objects.count())
    new = [
        Participant(**of_korsby, nickname=f"Nr {one}", language="nb", came_on=date(2026, 1, 1))
        for one in many
    ]
    places = [
        Place(
            **of_korsby,
            round=rounds[one % len(rounds)],
            participant=new[one],
            state="held",
            number=1000 + one,
            since=now,
        )
        for one in many
    ]
    noted = [
        Attendance(
            **of_korsby,
            session=met[place.round_id],
            participant=place.participant,
            noted_by_id=ingrid.seat_id,
        )
        for place in places
        if met[place.round_id]
    ]
    told = [
        Message(**of_korsby, participant=one, kind="messages.answer", about=uuid4(), key=str(one.pk), at=now)
        for one in new
    ]
    with changing(), within(organisation_id=ingrid.organisation_id):
        for model, rows in ((Participant, new), (Place, places), (Attendance, noted), (Message, told)):
            model.objects.bulk_create(rows)
