"""Listings that search finds; the offerings, services and sources behind them."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, Rows, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from .rules import (
    FIELDS,
    Aim,
    Category,
    Description,
    DocumentationMode,
    Home,
    JoiningRule,
    ListingKind,
    ParticipationKind,
    ServiceKind,
    Shape,
    State,
    Step,
    Time,
    as_kept,
)

ALWAYS = 2_000_000_000
"""`valid_to` of what has not been replaced."""

EVERYBODY_AT_HOME: dict[Role, Rows] = {role: all_rows for role in Role if role is not Role.VISITOR}
WHO_WORK_HERE: dict[Role, Rows] = dict.fromkeys((*EMPLOYED, Role.HOUSEKEEPER), all_rows)


def of_published(actor: Actor) -> Q:
    return Q(listing__state=State.PUBLISHED)


WITH_THEIR_LISTING: dict[Role, Rows] = {
    Role.VISITOR: of_published,
    Role.PARTICIPANT: of_published,
    **WHO_WORK_HERE,
}


class Service(OrganisationOwned):
    """A kind of work that an organisation runs (S2-02). `gated`: a talk with an adviser comes first (S1-12)."""

    kind = models.CharField(max_length=30, choices=[(k.value, k.value) for k in ServiceKind])
    name = models.CharField(max_length=120)
    gated = models.BooleanField(default=False)
    documentation = models.CharField(
        max_length=20,
        choices=[(m.value, m.value) for m in DocumentationMode],
        default=DocumentationMode.WITHOUT_NAMES,
    )
    VISIBLE_TO = {Role.VISITOR: all_rows, **EVERYBODY_AT_HOME}
    objects = OwnedQuerySet["Service"].as_manager()


class Source(OrganisationOwned):
    """Where imported listings came from. What is shown is what is valid at `generation`: an import fills the next
    generation in small steps and then moves this one number, so it shows all at once or not at all.
    """

    name = models.CharField(max_length=120)
    generation = models.PositiveIntegerField(default=0)
    imported_at = models.DateTimeField(null=True)
    VISIBLE_TO = EVERYBODY_AT_HOME
    objects = OwnedQuerySet["Source"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id", "name"], name="one_source_a_name")]


def published(actor: Actor) -> Q:
    return Q(state=State.PUBLISHED)


class Listing(OrganisationOwned):
    """What search finds: an offering, an association's profile, or an imported service."""

    slug = models.SlugField(max_length=120)
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in ListingKind])
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in State], default=State.DRAFT)
    category = models.CharField(max_length=30, choices=[(c.value, c.value) for c in Category], blank=True)
    service = models.ForeignKey(Service, null=True, on_delete=models.PROTECT)
    language = models.CharField(max_length=2)
    languages_spoken = models.JSONField(default=list)
    free = models.BooleanField(null=True)
    cost = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=200, blank=True)
    how_to_find = models.TextField(blank=True)
    step_free = models.BooleanField(null=True)
    phone = models.CharField(max_length=60, blank=True)
    web_address = models.CharField(max_length=500, blank=True)
    organisation_name = models.CharField(max_length=255)
    checked_on = models.DateField(null=True)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT)
    source_reference = models.CharField(max_length=255, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    valid_from = models.PositiveIntegerField(default=0)
    valid_to = models.PositiveIntegerField(default=ALWAYS)

    VISIBLE_TO = {
        Role.VISITOR: published,
        Role.PARTICIPANT: published,
        **WHO_WORK_HERE,
    }
    objects = OwnedQuerySet["Listing"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug", "valid_from"], name="one_listing_an_address"),
            models.UniqueConstraint(
                fields=["source", "source_reference", "valid_from"],
                condition=Q(source__isnull=False),
                name="one_listing_a_reference",
            ),
        ]
        indexes = [
            models.Index(fields=["category"], condition=Q(state="published"), name="published_by_category"),
            models.Index(fields=["place"], condition=Q(state="published"), name="published_by_place"),
        ]


class ListingText(OrganisationOwned):
    """The words of a listing in one language. Others than the original are translations; a missing one shows."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    content = models.TextField(blank=True)
    frame = models.TextField(blank=True)
    method = models.TextField(blank=True)
    audience = models.TextField(blank=True)
    hard_for = models.TextField(blank=True)
    guidelines = models.TextField(blank=True)
    first_time = models.TextField(blank=True)

    VISIBLE_TO = WITH_THEIR_LISTING
    objects = OwnedQuerySet["ListingText"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "language"], name="one_text_a_language")]


class ListingTime(OrganisationOwned):
    """When it usually happens: a weekday (0 Monday - 6 Sunday) from one time to another, in local time."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="times")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()
    VISIBLE_TO = WITH_THEIR_LISTING
    objects = OwnedQuerySet["ListingTime"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["weekday", "starts"], name="times_by_weekday")]


class ListingOriginal(OrganisationOwned):
    """An imported service as it came, so that nothing is lost on the way out again."""

    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, related_name="original")
    as_it_came = models.TextField()
    objects = OwnedQuerySet["ListingOriginal"].as_manager()


class Offering(OrganisationOwned):
    """What stands behind a listing that people can join: the professional part (S2-04, S2-13, S2-16).

    `answered_meanwhile`: whoever was responsible has left, and a manager is until somebody chooses.
    """

    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, related_name="offering")
    aims = models.JSONField(default=list)
    participation_kinds = models.JSONField(default=list)
    joining = models.CharField(max_length=20, choices=[(j.value, j.value) for j in JoiningRule], blank=True)
    next_start_on = models.DateField(null=True)
    size = models.CharField(max_length=120, blank=True)
    may_come_alone = models.BooleanField(null=True)
    may_bring_someone = models.BooleanField(null=True)
    may_just_watch = models.BooleanField(null=True)
    responsible = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    answered_meanwhile = models.BooleanField(default=False)
    welcomed_by = models.CharField(max_length=60, blank=True)
    professional_reason = models.TextField(blank=True)
    knowledge_basis = models.TextField(blank=True)
    knowledge_added = models.TextField(blank=True)
    knowledge_by = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    knowledge_on = models.DateField(null=True)
    group_composition = models.TextField(blank=True)
    user_needs = models.TextField(blank=True)
    available_resources = models.TextField(blank=True)
    employees_needed = models.PositiveSmallIntegerField(null=True)
    who_staffs = EncryptedText(blank=True)
    substitute = EncryptedText(blank=True)
    at_illness = EncryptedText(blank=True)
    contact_instead = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(null=True)
    copied_from = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    step_versions = models.JSONField(default=dict)

    VISIBLE_TO = EVERYBODY_AT_HOME
    objects = OwnedQuerySet["Offering"].as_manager()

    def original_text(self) -> ListingText:
        """The words in the language in which the offering was written first."""
        return next(text for text in self.listing.texts.all() if text.language == self.listing.language)

    def written(self, step: Step) -> dict[str, Any]:
        """What stands in a step now, by field, in the form that `rules.as_kept` gives."""
        homes = {Home.LISTING: self.listing, Home.TEXT: self.original_text(), Home.OFFERING: self}
        found: dict[str, Any] = {}
        for name, field in FIELDS[step].items():
            if field.shape is Shape.TIMES:
                value: Any = [Time(t.weekday, t.starts, t.ends) for t in self.listing.times.all()]
            elif field.shape is Shape.KEYS:
                value = [alternative.listing_id for alternative in self.alternatives.all()]
            else:
                value = getattr(homes[field.home], f"{name}_id" if field.shape is Shape.KEY else name)
            found[name] = as_kept(field, value)
        return found

    def version_of(self, part: str) -> int:
        """How often this step, or the words in this language, have been written; 1 before the first time."""
        return int(self.step_versions.get(part, 1))

    def _responsible_on(self, today: date) -> UUID | None:
        seat = self.responsible
        return seat.pk if seat and is_employed(seat, today) else None

    def description(self, today: date) -> Description:
        """The offering as the publishing rules see it on this day."""
        text = self.original_text()
        starts = self.next_start_on
        ways_on = [a for a in self.alternatives.all() if a.listing.state == State.PUBLISHED]
        return Description(
            title=text.title,
            category=Category(self.listing.category) if self.listing.category else None,
            service=self.listing.service_id,
            content=text.content,
            method=text.method,
            frame=text.frame,
            audience=text.audience,
            hard_for=text.hard_for,
            joining=JoiningRule(self.joining) if self.joining else None,
            next_start_on=starts if starts and starts >= today else None,
            aims=frozenset(Aim(code) for code in self.aims),
            participation_kinds=frozenset(ParticipationKind(code) for code in self.participation_kinds),
            guidelines=text.guidelines,
            responsible=self._responsible_on(today),
            reason=self.professional_reason,
            knowledge_basis=self.knowledge_basis,
            knowledge_by=self.knowledge_by_id,
            knowledge_on=self.knowledge_on,
            group_composition=self.group_composition,
            user_needs=self.user_needs,
            available_resources=self.available_resources,
            employees_needed=self.employees_needed,
            who_staffs=self.who_staffs,
            substitute=self.substitute,
            at_illness=self.at_illness,
            alternatives=len(ways_on),
            contact_instead=self.contact_instead,
        )


class Seated(Protocol):
    """What a seat says of itself here: its role and the days it runs."""

    role: str
    from_on: date
    until_on: date | None


def is_employed(seat: Seated, today: date) -> bool:
    """Whether a seat is employed on the day: who has left, or has not begun, is responsible for nothing (S2-04)."""
    return (
        seat.role in EMPLOYED and seat.from_on <= today and (seat.until_on is None or seat.until_on >= today)
    )


class Alternative(OrganisationOwned):
    """Another listing to go on to when this one is not right just now (S1-11)."""

    offering = models.ForeignKey(Offering, on_delete=models.CASCADE, related_name="alternatives")
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="+")
    VISIBLE_TO = WITH_THEIR_LISTING
    objects = OwnedQuerySet["Alternative"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offering", "listing"], name="one_alternative")]


class AboutText(OrganisationOwned):
    """Who a house is, in its own words and one language; what it has not written is said in ours (rules.about)."""

    language = models.CharField(max_length=2)
    opening = models.TextField(blank=True)
    self_help = models.TextField(blank=True)
    having_a_say = models.TextField(blank=True)
    no_pressure = models.TextField(blank=True)
    social_support = models.TextField(blank=True)
    low_threshold = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    VISIBLE_TO = {Role.VISITOR: all_rows, **EVERYBODY_AT_HOME}
    objects = OwnedQuerySet["AboutText"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "language"], name="one_about_a_language")
        ]


class Guide(OrganisationOwned):
    """A guide that the house works by, where its own copy lies (S2-17)."""

    title = models.CharField(max_length=120)
    address = models.CharField(max_length=500)
    added_on = models.DateField()

    VISIBLE_TO = WHO_WORK_HERE
    objects = OwnedQuerySet["Guide"].as_manager()


class Notice(OrganisationOwned):
    """What people read about an offering that became less, rests or has ended: its words, and since when (S2-09).

    It has its own copy of address and title, since it stands at the offering's address when that is shown no more.
    """

    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, related_name="notice")
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=255)
    language = models.CharField(max_length=2)
    words = models.TextField()
    since_on = models.DateField()

    VISIBLE_TO = {Role.VISITOR: all_rows, **EVERYBODY_AT_HOME}
    objects = OwnedQuerySet["Notice"].as_manager()


class SearchText(models.Model):
    """What search finds one listing by. Not owned: it holds only what everybody may read, and a hit is shown only when
    its listing may be. `position` is rules.finding.position: the key, so that the index stands in the order of the
    answer (an automatic one in name only: that is how SQLite makes a key the row's own number). `words` are the
    tokens of rules.finding.tokens; the databases keep their own index of them (migration 0003). Last, since it is long.
    """

    position = models.BigAutoField(primary_key=True)
    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, related_name="search_text")
    place = models.CharField(max_length=80, db_index=True)
    spoken = models.CharField(max_length=200, db_index=True)
    words = models.TextField()


class SearchWord(models.Model):
    """A word that occurs in listings, as written: what a typing error is compared with, by how it begins and ends."""

    word = models.CharField(max_length=60, primary_key=True)
    head = models.CharField(max_length=8, db_index=True)
    tail = models.CharField(max_length=8, db_index=True)
