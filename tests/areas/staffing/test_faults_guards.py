"""Each guard of the roster taken away: what it keeps from happening is seen to happen."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch
from uuid import UUID

import pytest

from stegvis.areas.groups.models import Session
from stegvis.areas.staffing import actions
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from tests.areas.staffing.scene import (
    CHECK,
    all_on_duty,
    first_of,
    on_duty,
)
from tests.support import given


@pytest.mark.django_db
@pytest.mark.requirement("S1-31")
@pytest.mark.parametrize(
    "guard",
    [
        "stegvis.areas.staffing.actions.checking.what_to_call_off",
        "stegvis.areas.staffing.actions.weeks.check_has_decided",
        "stegvis.areas.staffing.rules.coverage.without",
    ],
)
def test_without_its_guard_a_meeting_with_too_few_would_stand(
    guard: str, odd: Actor, siri: Actor, berit: Actor, walk: UUID
):
    """The calling off at its time, the no to a late planner, the times away: one is taken away, and it goes wrong."""
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    instead = {
        "what_to_call_off": lambda now, roster: (),
        "check_has_decided": lambda now, meeting, roster: False,
        "without": lambda spans, absences: spans,
    }[guard.rpartition(".")[2]]
    with patch(guard, instead):
        went_wrong = _goes_wrong(odd, berit, first)
    assert went_wrong


@pytest.mark.django_db
def test_with_its_guards_nothing_goes_wrong(odd: Actor, siri: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    assert not _goes_wrong(odd, berit, first)


def _goes_wrong(ill: Actor, planner: Actor, session: Session) -> bool:
    """Somebody is ill, the check time passes, and before the clock has looked somebody else is planned."""
    actions.report_away(ill, now=CHECK - timedelta(minutes=1))
    try:
        on_duty(planner, session, planner, now=CHECK)
    except Refused:
        pass
    else:
        return True
    actions.check_due(Actor.housekeeper(planner.organisation_id), now=CHECK)
    with given(planner):
        return Session.objects.get(pk=session.pk).state == "planned"
