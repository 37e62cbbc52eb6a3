"""Writing about an offering, one small step at a time (S1-01 to S2-16)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused

from .. import policy
from ..models import Alternative, Listing, ListingText, ListingTime, Offering, Service, is_employed
from ..rules import (
    FIELDS,
    TEXT_FIELDS,
    WRITTEN,
    Field,
    Home,
    Refusal,
    Shape,
    State,
    Step,
    Time,
    as_kept,
    field_refusal,
    left_empty,
)
from .indexing import index_listings
from .loading import offering_to_change


@action
def save_step(
    actor: Actor, *, listing_id: UUID, step: Step, values: Mapping[str, object], version: int, now: datetime
) -> int:
    """Keep what was written in one step and answer with the step's new version (1 before the first writing).

    `values`: some or all of `rules.FIELDS[step]`, each in the shape that is told there; fields left out stay as
    they are. The same values twice change nothing, so a form sent twice does no harm; but where a manager is
    responsible meanwhile, whoever is named is chosen, be it herself (S2-04).
    Raises Changed when somebody else wrote in this step after `version`; Refused (with `field`, `limit` or
    `missing`) for what cannot be kept; NotAllowed; NotFound; ValueError for a field or code that does not exist.
    """
    policy.require_may_describe(actor)
    return _save(actor, offering_to_change(actor, listing_id), step, values, version, now)


@action
def set_times(actor: Actor, *, listing_id: UUID, times: Sequence[Time], now: datetime) -> int:
    """Say when it usually happens, in place of what stood there. Answers and raises like `save_step`."""
    policy.require_may_describe(actor)
    offering = offering_to_change(actor, listing_id)
    return _save(actor, offering, Step.WHEN, {"times": times}, offering.version_of(Step.WHEN), now)


@action
def set_alternatives(actor: Actor, *, listing_id: UUID, alternatives: Collection[UUID], now: datetime) -> int:
    """Say which offerings people can go on to when this one does not fit (S1-11), in place of those before."""
    policy.require_may_describe(actor)
    offering = offering_to_change(actor, listing_id)
    values = {"alternatives": alternatives}
    return _save(actor, offering, Step.OTHERWISE, values, offering.version_of(Step.OTHERWISE), now)


@action
def translate(
    actor: Actor,
    *,
    listing_id: UUID,
    language: str,
    words: Mapping[str, str],
    now: datetime,
    version: int | None = None,
) -> int:
    """Keep an offering's words in one more language and answer with that language's new version.

    `words`: some or all of `rules.TEXT_FIELDS`; when all words are gone, so is the language. `version`: what the
    writer had before her, None for whatever is there. Raises like `save_step`; Refused for the original's language.
    """
    policy.require_may_describe(actor)
    if language not in WRITTEN:
        raise ValueError(f"{language!r} is none of {', '.join(WRITTEN)}")
    offering = offering_to_change(actor, listing_id)
    listing = offering.listing
    if language == listing.language:
        raise Refused(Refusal.ALREADY_THE_ORIGINAL)
    text = next((t for t in listing.texts.all() if t.language == language), None)
    text = text or ListingText(organisation_id=actor.organisation_id, listing=listing, language=language)
    changes = _changes(TEXT_FIELDS, words, {name: getattr(text, name) for name in TEXT_FIELDS})
    if not changes:
        return offering.version_of(language)
    if version is not None and version != offering.version_of(language):
        raise Changed
    _refuse_unfit(TEXT_FIELDS, changes, timezone.localdate(now))
    _keep_text(text, changes)
    return remember(actor, offering, language, "directory.translated", now)


def _keep_text(text: ListingText, changes: Mapping[str, str]) -> None:
    for name, value in changes.items():
        setattr(text, name, value)
    if not any(getattr(text, name) for name in TEXT_FIELDS):
        ListingText.objects.filter(pk=text.pk).delete()
    elif not text.title:
        raise Refused(Refusal.NEEDS_A_TITLE, field="title")
    else:
        text.save()


def _save(
    actor: Actor, offering: Offering, step: Step, values: Mapping[str, object], version: int, now: datetime
) -> int:
    today = timezone.localdate(now)
    changes = _changes(FIELDS[step], values, offering.written(step))
    chosen = offering.answered_meanwhile and bool(values.get("responsible"))
    if not changes and not chosen:
        return offering.version_of(step)
    if version != offering.version_of(step):
        raise Changed
    if chosen:
        offering.answered_meanwhile = False
    if changes.get("title") == "":
        raise Refused(Refusal.NEEDS_A_TITLE, field="title")
    _refuse_unfit(FIELDS[step], changes, today)
    _write(actor, offering, step, changes)
    _refuse_strangers(actor, offering, changes, today)
    new_version = remember(actor, offering, step, "directory.step_saved", now)
    if offering.listing.state == State.PUBLISHED:
        lacking = left_empty(offering_to_change(actor, offering.listing_id).description(today), step)
        if lacking:
            raise Refused(Refusal.SHOWN_AND_LEFT_EMPTY, missing=lacking)
    return new_version


def _changes(
    fields: Mapping[str, Field], values: Mapping[str, object], before: Mapping[str, object]
) -> dict[str, Any]:
    """What differs from before, in the form in which it is kept."""
    if unknown := set(values) - set(fields):
        raise ValueError(f"no such field here: {', '.join(sorted(unknown))}")
    kept = {name: as_kept(fields[name], value) for name, value in values.items()}
    return {name: value for name, value in kept.items() if value != before[name]}


def _refuse_unfit(fields: Mapping[str, Field], changes: Mapping[str, object], today: date) -> None:
    for name, value in changes.items():
        if refusal := field_refusal(name, fields[name], value, today=today):
            raise Refused(refusal, field=name, limit=fields[name].limit)


def _write(actor: Actor, offering: Offering, step: Step, changes: Mapping[str, Any]) -> None:
    text = offering.original_text()
    homes = {Home.LISTING: offering.listing, Home.TEXT: text, Home.OFFERING: offering}
    for name, value in changes.items():
        field = FIELDS[step][name]
        if field.shape is Shape.TIMES:
            _replace_times(offering.listing, value)
        elif field.shape is Shape.KEYS:
            _replace_alternatives(actor, offering, value)
        else:
            setattr(homes[field.home], f"{name}_id" if field.shape is Shape.KEY else name, value)
    text.save()


def _replace_times(listing: Listing, times: Sequence[Time]) -> None:
    ListingTime.objects.filter(listing=listing).delete()
    ListingTime.objects.bulk_create(
        ListingTime(
            organisation_id=listing.organisation_id,
            listing=listing,
            weekday=time.weekday,
            starts=time.starts,
            ends=time.ends,
        )
        for time in times
    )


def _replace_alternatives(actor: Actor, offering: Offering, keys: frozenset[UUID]) -> None:
    reachable = Listing.objects.visible_to(actor).exclude(pk=offering.listing_id).exclude(state=State.CLOSED)
    if set(reachable.filter(pk__in=keys).values_list("pk", flat=True)) != keys:
        raise Refused(Refusal.LEADS_NOWHERE, field="alternatives")
    Alternative.objects.filter(offering=offering).delete()
    Alternative.objects.bulk_create(
        Alternative(organisation_id=offering.organisation_id, offering=offering, listing_id=key)
        for key in keys
    )


def _refuse_strangers(actor: Actor, offering: Offering, changes: Mapping[str, Any], today: date) -> None:
    """Only seats employed here, and services of the own organisation."""
    if changes.get("service"):
        Service.objects.one_visible_to(actor, changes["service"])
    for name in ("responsible", "knowledge_by"):
        if not changes.get(name):
            continue
        try:
            seat = getattr(offering, name)
        except ObjectDoesNotExist:
            raise NotFound from None
        if seat.organisation_id != actor.organisation_id or not is_employed(seat, today):
            raise Refused(Refusal.NOT_EMPLOYED_HERE, field=name)


def remember(actor: Actor, offering: Offering, part: str, what: str, now: datetime) -> int:
    """Count the writing, tell the journal, and let search read the new words when people see the offering."""
    listing = offering.listing
    new_version = offering.version_of(part) + 1
    offering.step_versions = {**offering.step_versions, part: new_version}
    offering.save()
    listing.changed_at = now
    listing.version += 1
    listing.save()
    journal.written(actor, what, about=listing.pk, outcome=part, at=now)
    if listing.state == State.PUBLISHED:
        index_listings([listing.pk])
    return new_version
