"""The guided talk: a version lies on the table, part by part, until the group says yes to it (S1-02, S1-03)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from stegvis.areas.groups import api as groups
from stegvis.kernel import journal
from stegvis.kernel.action import action, trying
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused

from .. import policy
from ..models import AgreedRule, Agreement
from ..rules import (
    MOST_RULES,
    Meeting,
    Part,
    Refusal,
    Rule,
    changes,
    parts_left,
    taken_away,
    why_no_talk,
    why_not_agreed,
)
from .writing import put_rules


@action
def begin_talk(actor: Actor, *, round_id: UUID, session_id: UUID, now: datetime) -> None:
    """Put the group's rules on the table at one of its meetings, as they stand. What lies there already stays there,
    and the talk goes on at this meeting.

    Who was host is noted as a seat; who was there never is. Raises Refused for a meeting to come or called off,
    NotFound for one of another group, NotAllowed.
    """
    seat_id = policy.require_may_lead_talk(actor)
    if refusal := why_no_talk(_facts(_page(actor, round_id, session_id, now))):
        raise Refused(refusal)
    before = Agreement.objects.newest(actor, round_id)
    if before is None:
        raise NotFound
    row = Agreement.objects.on_the_table(actor, round_id)
    if row is None:
        row = _put_on_table(actor, before, now)
    row.session_id, row.host_id = session_id, seat_id
    row.save(update_fields=["session", "host"])
    journal.written(actor, "agreements.talk_begun", about=round_id, at=now)


@action
def say_part(
    actor: Actor,
    *,
    round_id: UUID,
    part: Part,
    after: int,
    rules: Sequence[Rule],
    reasons: Mapping[str, str],
    now: datetime,
) -> None:
    """Write down what the group says about one part: its rules from now on, none for a point it leaves undecided.

    `after`: how often this part had been saved when the page was opened; `reasons`: why a base rule is taken away, by
    its key. Raises Changed when somebody else saved it meanwhile, Refused for a base rule that goes without a reason
    (S1-18) or too many rules, NotFound when nothing lies on the table, NotAllowed.
    """
    policy.require_may_lead_talk(actor)
    row, before = _on_the_table(actor, round_id)
    if row.spoken_of.get(part.value, 0) != after:
        raise Changed
    if len(rules) > MOST_RULES:
        raise Refused(Refusal.TOO_MANY)
    stood = [one.as_rule() for one in AgreedRule.objects.standing(actor, before) if one.part == part]
    gone = taken_away(stood, rules, reasons)
    if isinstance(gone, Refusal):
        raise Refused(gone)
    row.rules.filter(part=part).delete()
    put_rules(row, rules, gone)
    row.spoken_of = {**row.spoken_of, part.value: after + 1}
    row.save(update_fields=["spoken_of"])
    journal.written(actor, "agreements.part_spoken_of", about=round_id, outcome=part.value, at=now)


@action
def agree(actor: Actor, *, round_id: UUID, after: int, why: str, now: datetime) -> int:
    """The group says yes to what lies on the table: the next version, never changed again. Gives its number.

    `after`: how often any part had been saved when the group read it. `why`: what made the group change what it had
    agreed on before. Raises Changed when it says something else by now; Refused with the `parts` that are left
    (S1-03), before the meeting has begun, when nobody is in the group (S1-22), without a why, and when nothing is
    different; NotFound when nothing lies on the table, NotAllowed.
    """
    policy.require_may_lead_talk(actor)
    row, before = _on_the_table(actor, round_id)
    if row.times_saved != after:
        raise Changed
    if row.session_id is None:  # the meeting was taken out of the calendar meanwhile
        raise Refused(Refusal.CALLED_OFF)
    page = _page(actor, round_id, row.session_id, now)
    if refusal := why_not_agreed(_facts(page)):
        raise Refused(refusal)
    rules = [one.as_rule() for one in AgreedRule.objects.standing(actor, row)]
    if left := parts_left([Part(part) for part in row.spoken_of], rules):
        raise Refused(Refusal.PARTS_LEFT, parts=left)
    if before.agreed_on is not None:
        stood = [one.as_rule() for one in AgreedRule.objects.standing(actor, before)]
        if not changes(stood, rules):
            raise Refused(Refusal.NOTHING_IS_DIFFERENT)
        if not why.strip():
            raise Refused(Refusal.WHY_NEEDED)
    row.number, row.why, row.agreed_on, row.since = (before.number or 0) + 1, why.strip(), page.on, now
    row.save(update_fields=["number", "why", "agreed_on", "since"])
    journal.written(actor, "agreements.agreed", about=round_id, outcome=str(row.number), at=now)
    return row.number


@action
def put_away(actor: Actor, *, round_id: UUID, now: datetime) -> None:
    """Take away what lies on the table; what was agreed before goes on. Nothing happens when nothing lies there."""
    policy.require_may_lead_talk(actor)
    row = Agreement.objects.on_the_table(actor, round_id)
    if row is not None:
        row.delete()
        journal.written(actor, "agreements.talk_put_away", about=round_id, at=now)


def _on_the_table(actor: Actor, round_id: UUID) -> tuple[Agreement, Agreement]:
    """What lies on the table, locked, and the version that holds until then."""
    row = Agreement.objects.on_the_table(actor, round_id)
    before = Agreement.objects.newest(actor, round_id)
    if row is None or before is None:
        raise NotFound
    return row, before


def _put_on_table(actor: Actor, before: Agreement, now: datetime) -> Agreement:
    try:
        with trying():
            row = Agreement.objects.create(
                organisation_id=actor.organisation_id,
                round_id=before.round_id,
                base=before.base,
                language=before.language,
                since=now,
            )
    except IntegrityError:  # two begin in the same moment: there is one table
        there = Agreement.objects.on_the_table(actor, before.round_id)
        if there is None:
            raise Changed from None
        return there
    put_rules(row, [one.as_rule() for one in AgreedRule.objects.standing(actor, before)])
    return row


def _page(actor: Actor, round_id: UUID, session_id: UUID, now: datetime) -> groups.SessionPage:
    """One meeting of this round. Raises NotFound for any other."""
    page = groups.session_page(actor, session_id, now, "nb")
    if page.round.round_id != round_id:
        raise NotFound
    return page


def _facts(page: groups.SessionPage) -> Meeting:
    return Meeting(
        day_has_come=page.day_has_come,
        begun=not page.open,
        called_off=page.state is groups.SessionState.CALLED_OFF,
        people=page.round.taken + page.noted + (page.came or 0),
    )
