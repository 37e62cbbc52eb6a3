"""What a sick call costs: the week of a large centre worked out anew, against the pure rules on the same data.

`python -m bench.staffing` runs on SQLite: 60 employees, 200 meetings in a week, two of them on duty at each; one phones
in ill. Ends with 1 when working the week out takes more than 50 ms or more than twice what the rules alone take, or
when the roster page asks the database more for 200 meetings than for 10.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time as clock
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

MOST_MS, MOST = 50.0, 2.0
EMPLOYEES, MEETINGS, ROUNDS, A_MEETING = 60, 200, 40, 2
TURNS, WARM = 40, 5
MONDAY, NOW = date(2027, 2, 1), datetime(2027, 1, 31, 11, tzinfo=UTC)


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "stegvis.config.settings.dev"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(STEGVIS_VAR=folder, STEGVIS_DATABASE=f"sqlite://{folder}/bench.sqlite3")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        manager = _centre(MEETINGS)
        return 1 if _statements(manager) + _sick_call(manager) else 0


def _sick_call(manager: Any) -> int:
    """Reading and working out the week, against working it out alone."""
    from stegvis.areas.staffing import actions
    from stegvis.areas.staffing.actions.checking import meetings_with
    from stegvis.areas.staffing.actions.weeks import week_facts
    from stegvis.areas.staffing.models import facts_of
    from stegvis.areas.staffing.rules import work_out

    zone, ill = "Europe/Oslo", manager.seat_id
    actions.report_away(manager, now=NOW)
    _, roster = week_facts(manager, MONDAY, zone)
    lacking = len(work_out(NOW, roster).to_ask)
    print(
        f"{len(roster.employees)} employees, {len(roster.meetings)} meetings, "
        f"{sum(map(len, roster.duties.values()))} duties; {lacking} lack somebody now"
    )

    def after_the_call() -> object:
        times = meetings_with(manager, ill, from_at=NOW, until_at=None)
        return work_out(NOW, facts_of(manager, times, zone=zone, employees=roster.employees))

    pure = _median(lambda: work_out(NOW, roster))
    ours = _median(after_the_call)
    whole = _median(lambda: work_out(NOW, week_facts(manager, MONDAY, zone)[1]))
    print(
        f"the rules alone, all of it      {pure:5.1f} ms\n"
        f"read and worked out: her part   {ours:5.1f} ms   {ours / pure:4.2f} times   at most {MOST}\n"
        f"read and worked out: all of it  {whole:5.1f} ms   {whole / pure:4.2f} times   at most {MOST_MS:.0f} ms"
    )
    tap = _one_tap(manager)
    print(f"the whole tap, written down     {tap:5.1f} ms")
    return int(whole > MOST_MS or tap > MOST_MS or ours / pure > MOST)


def _one_tap(manager: Any) -> float:
    """Somebody phones in ill and is written down, before the check time; each time another one."""
    from stegvis.areas.people import api as people
    from stegvis.areas.staffing import actions

    took = []
    for one in people.employed(manager)[:TURNS]:
        before = clock.process_time()
        actions.report_away(manager, seat_id=one.seat_id, now=NOW)
        took.append(clock.process_time() - before)
    return statistics.median(took) * 1000


def _statements(manager: Any) -> int:
    """What the roster page asks the database, for few and for many."""
    from bench._way_in_pages import statements
    from stegvis.areas.staffing import queries

    few = _centre(10)
    asked = {
        "10 meetings": statements(lambda: queries.week(few, MONDAY, NOW, "nb")),
        f"{MEETINGS} meetings": statements(lambda: queries.week(manager, MONDAY, NOW, "nb")),
    }
    for name, number in asked.items():
        print(f"the roster of {name:14} {number} statements")
    whole = _median(lambda: queries.week(manager, MONDAY, NOW, "nb"))
    print(f"the whole week for its page {whole:6.1f} ms")
    return int(len(set(asked.values())) > 1)


def _median(ask: Callable[[], object]) -> float:
    """Milliseconds of the processor: on a busy machine the clock on the wall would measure the others."""
    took = []
    for turn in range(WARM + TURNS):
        before = clock.process_time()
        ask()
        if turn >= WARM:
            took.append(clock.process_time() - before)
    return statistics.median(took) * 1000


def _centre(meetings: int) -> Any:
    """A centre with this many meetings in the week, each with its duties, and a manager who is on duty too."""
    from stegvis.areas.people.models import Organisation
    from stegvis.kernel.actor import Actor
    from stegvis.kernel.roles import Role

    organisation = Organisation.objects.create(
        slug=f"centre-{meetings}", name="Korsby", kind="centre", country="NO", language="nb"
    )
    seats = _seats(organisation.pk)
    rounds = _rounds(organisation.pk, seats)
    _meetings(organisation.pk, rounds, seats, meetings)
    manager = seats[0]
    return Actor.in_seat(
        organisation_id=organisation.pk, role=Role.MANAGER, user_id=manager.user_id, seat_id=manager.pk
    )


def _seats(organisation_id: UUID) -> list[Any]:
    from stegvis.areas.people.models import Seat, User
    from stegvis.kernel.roles import Role

    seats = []
    for number in range(EMPLOYEES):
        user = User.objects.create(password="!")
        seats.append(
            Seat(
                organisation_id=organisation_id,
                user=user,
                role=Role.EMPLOYEE if number else Role.MANAGER,
                name=f"Employee {number}",
                from_on=date(2020, 1, 1),
                is_taken=True,
            )
        )
    return Seat.objects.bulk_create(seats)


def _rounds(organisation_id: UUID, seats: list[Any]) -> list[Any]:
    from stegvis.areas.directory.models import Listing, ListingText, Offering
    from stegvis.areas.groups.models import Round
    from stegvis.areas.staffing.models import RoundStaffing

    listings = [
        Listing(
            organisation_id=organisation_id,
            slug=f"offering-{uuid4()}",
            kind="offering",
            state="published",
            language="nb",
            organisation_name="Korsby",
            changed_at=NOW,
        )
        for _ in range(ROUNDS)
    ]
    Listing.objects.bulk_create(listings)
    owned = {"organisation_id": organisation_id}
    ListingText.objects.bulk_create(
        ListingText(listing=one, language="nb", title="Turgruppe", **owned) for one in listings
    )
    Offering.objects.bulk_create(Offering(listing=one, employees_needed=2, **owned) for one in listings)
    rounds = [
        Round(
            listing=one,
            from_on=MONDAY,
            until_on=MONDAY + timedelta(days=60),
            capacity=None if number % 10 == 0 else 8,
            recurrence="",
            starts=time(10),
            ends=time(12),
            meeting_place="Bakdøra",
            welcomed_by=seats[0],
            **owned,
        )
        for number, one in enumerate(listings)
    ]
    Round.objects.bulk_create(rounds)
    RoundStaffing.objects.bulk_create(
        RoundStaffing(round=one, employees=2, second_adult=True, looked_after_from=MONDAY, **owned)
        for one in rounds
    )
    return rounds


def _meetings(organisation_id: UUID, rounds: list[Any], seats: list[Any], meetings: int) -> None:
    from stegvis.areas.groups.models import Session
    from stegvis.areas.groups.rules import moment
    from stegvis.areas.staffing.models import Duty

    sessions, duties = [], []
    for number in range(meetings):
        slot, turn = divmod(number, ROUNDS)
        on = MONDAY + timedelta(days=slot % 5)
        starts, ends = time(9 + 3 * (turn % 3)), time(11 + 3 * (turn % 3), 30)
        session = Session(
            organisation_id=organisation_id,
            round=rounds[turn],
            on=on,
            starts=starts,
            ends=ends,
            starts_at=moment(on, starts, zone="Europe/Oslo"),
            ends_at=moment(on, ends, zone="Europe/Oslo"),
        )
        sessions.append(session)
        duties += [
            Duty(
                organisation_id=organisation_id,
                session=session,
                seat=seats[(2 * turn + which + slot) % EMPLOYEES],
                starts_at=session.starts_at,
                ends_at=session.ends_at,
                carries=["leads", "drop_in"] if which else ["second_adult"],
            )
            for which in range(A_MEETING)
        ]
    Session.objects.bulk_create(sessions)
    Duty.objects.bulk_create(duties)


if __name__ == "__main__":
    sys.exit(main())
