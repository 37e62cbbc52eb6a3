"""Run as `python -m tests.faults.build`: make Korsby in the database that the environment names, in one process.

`python -m tests.faults.build still SECONDS` makes all sessions there as if untouched for so long. With `crowd PEOPLE
ROUNDS` it lets people in who have had their talk, plans rounds with one place each, and prints their session keys, and
the address and id of each round. With `letters COUNT` it lets so many letters be written; with `opened` it prints how
many encrypted values there are, and how many of them do not open.
"""

import json
import sys

import django
from django.core.management import call_command


def build() -> None:
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("createcachetable", verbosity=0)
    call_command("demo", small=True)


def be_still(seconds: int) -> None:
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    for row in Session.objects.all():
        session = SessionStore(row.session_key)
        session["seen"] = session.get("seen", 0) - seconds
        session.save()


def crowd(people: int, rounds: int) -> None:
    from itertools import cycle, islice

    from django.utils import timezone

    from stegvis.areas.admission import api as admission
    from stegvis.areas.directory import api as directory
    from stegvis.areas.people import api as house
    from stegvis.demo.models import DemoPerson
    from stegvis.kernel.actor import Actor
    from stegvis.kernel.roles import Role
    from tests.access.world import client_of
    from tests.factories.groups import a_round

    now = timezone.now()
    seat = DemoPerson.objects.get(key="ingrid")
    korsby = house.organisation_id_of("korsby")
    ingrid = Actor.in_seat(
        organisation_id=korsby, role=Role.ADVISER, user_id=seat.user_id, seat_id=seat.seat_id
    )
    today = timezone.localdate(now)
    dates = {"from_on": today, "until_on": today, "recurrence": "FREQ=DAILY", "capacity": 1}
    offerings = islice(cycle(directory.joinable(ingrid, "nb")), rounds)
    planned = [
        (f"/join/{one.slug}/place/", str(a_round(ingrid, one.listing_id, **dates))) for one in offerings
    ]
    keys = []
    for number in range(people):
        newcomer = house.make_code(
            Actor.visitor(korsby),
            nickname=f"Nr {number}",
            language="nb",
            adviser_may_let_in=False,
            over_minimum_age=True,
            secret="kopp sti bjork regn",
            now=now,
        )
        admission.record_talk_held_before(
            ingrid, participant_id=newcomer.participant_id, held_on=today, now=now
        )
        herself = Actor.in_seat(
            organisation_id=korsby, role=Role.PARTICIPANT, user_id=newcomer.user_id, seat_id=newcomer.seat_id
        )
        keys.append(client_of(herself).session.session_key)
    sys.stdout.write(json.dumps({"sessions": keys, "rounds": planned}) + "\n")


def letters(count: int) -> None:
    from django.utils import timezone

    from stegvis.areas.messages.models import Letter
    from stegvis.areas.people import api as house
    from stegvis.areas.people.models import Participant
    from stegvis.demo.models import DemoPerson
    from stegvis.kernel.action import changing
    from stegvis.kernel.database import within

    kari = DemoPerson.objects.get(key="kari")
    korsby = house.organisation_id_of("korsby")
    with changing(), within(organisation_id=korsby):
        hers = Participant.objects.get(user_id=kari.user_id)
        Letter.objects.bulk_create(
            Letter(
                organisation_id=korsby,
                participant=hers,
                words=f"Letter {number}",
                at=timezone.now(),
            )
            for number in range(count)
        )


def opened() -> None:
    from stegvis.areas.people import api as house
    from stegvis.kernel.database import within
    from stegvis.kernel.keys import KeyMissing, Misplaced
    from stegvis.kernel.rotation import encrypted_fields, stored_in

    values = unreadable = 0
    for organisation in house.organisations():
        for field in (field for field in encrypted_fields() if field.is_owned()):
            with within(organisation_id=organisation.id):
                for _, stored in stored_in(field, organisation.id).values_list("pk", "stored"):
                    values += 1
                    try:
                        field.unsealed(stored)
                    except (KeyMissing, Misplaced):
                        unreadable += 1
    sys.stdout.write(json.dumps({"values": values, "unreadable": unreadable}) + "\n")


if __name__ == "__main__":
    django.setup()
    if "crowd" in sys.argv:
        crowd(*map(int, sys.argv[-2:]))
    elif "letters" in sys.argv:
        letters(int(sys.argv[-1]))
    elif "opened" in sys.argv:
        opened()
    elif "still" in sys.argv:
        be_still(int(sys.argv[-1]))
    else:
        build()
