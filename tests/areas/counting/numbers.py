"""What the tests of counting ask for."""

from stegvis.areas.counting import queries
from stegvis.areas.groups.models import Attendance, Session
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.groups import a_round, sessions_in
from tests.support import given

TODAY = NOW.date()


def numbers(actor, on=TODAY):
    day = queries.day(actor, on, "en")
    return day.contacts.counts, day.visits.counts, day.again


def held_today(ingrid, title, people, *, came=None):
    """A meeting today at which these were noted; `came` where somebody counted."""
    listing = an_offering(ingrid.organisation_id, title)
    meeting = sessions_in(ingrid, a_round(ingrid, listing.pk))[0]
    with given(ingrid):
        Session.objects.filter(pk=meeting.pk).update(on=TODAY, state="held", came=came)
        for person in people:
            Attendance.objects.create(
                organisation_id=ingrid.organisation_id,
                session_id=meeting.pk,
                participant_id=participant_of(person).pk,
                noted_by_id=ingrid.seat_id,
            )
    return meeting
