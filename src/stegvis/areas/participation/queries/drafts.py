"""Drafts as those who write them see them, and as those who read them do (S1-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.query import query

from .. import policy
from ..models import Draft, DraftVersion, Reader, Reading, Suggestion
from ..rules import DraftKind, Refusal, SuggestionState


@dataclass(frozen=True, slots=True)
class DraftBrief:
    """One draft in a list. `suggestions`: how many of the newest version wait for an answer; `read`: somebody has read
    it; `out_on`: since when it is published.
    """

    draft_id: UUID
    title: str
    language: str
    kind: DraftKind
    read: bool
    suggestions: int
    out_on: date | None
    read_by_users: bool


@dataclass(frozen=True, slots=True)
class SuggestionShown:
    """What a reader would say otherwise. Whose it is shows only to herself: nobody else needs to know."""

    suggestion_id: UUID
    about_words: str
    words: str
    state: SuggestionState


@dataclass(frozen=True, slots=True)
class VersionShown:
    number: int
    words: str
    written_on: date
    out_on: date | None
    read_by_users: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One draft with its newest version and the suggestions to it. `claim`: why it may not go out as read, or None.
    `earlier`: the versions before, newest first.
    """

    draft_id: UUID
    title: str
    language: str
    kind: DraftKind
    newest: VersionShown
    earlier: tuple[VersionShown, ...]
    suggestions: tuple[SuggestionShown, ...]
    readers: int
    read: bool
    claim: Refusal | None


@dataclass(frozen=True, slots=True)
class DraftOnPaper:
    draft_id: UUID
    title: str
    language: str
    newest: VersionShown


@dataclass(frozen=True, slots=True)
class DraftToRead:
    """One draft before a reader: the newest words, and what she has said to them."""

    draft_id: UUID
    title: str
    language: str
    kind: DraftKind
    newest: VersionShown
    suggestions: tuple[SuggestionShown, ...]
    read: bool


@query
def reads_drafts(actor: Actor) -> bool:
    """Whether she has said that she gladly reads. Raises NotAllowed for anybody but a participant."""
    policy.require_may_take_part(actor)
    return Reader.objects.visible_to(actor).exists()


@query
def drafts(actor: Actor) -> list[DraftBrief]:
    """All drafts of the house: those that are not out first, then by title. Four questions. Raises NotAllowed."""
    policy.require_may_run(actor)
    newest = _newest_versions(actor)
    read = set(_readings(actor, newest).values_list("version__draft_id", flat=True))
    open_ones = Suggestion.objects.visible_to(actor).filter(state=SuggestionState.OPEN)
    waiting = list(
        open_ones.filter(version__in=list(newest.values())).values_list("version__draft_id", flat=True)
    )
    shown = [
        DraftBrief(
            row.pk,
            row.title,
            row.language,
            DraftKind(row.kind),
            row.pk in read,
            waiting.count(row.pk),
            newest[row.pk].out_on,
            newest[row.pk].read_by_users,
        )
        for row in Draft.objects.visible_to(actor).order_by("title", "pk")
    ]
    return sorted(shown, key=lambda one: one.out_on is not None)


@query
def draft_page(actor: Actor, draft_id: UUID, *, now: datetime) -> DraftPage:
    """One draft for those who write it. A look at each reader whose suggestion stands there. Raises NotFound."""
    policy.require_may_run(actor)
    row = Draft.objects.all().one_visible_to(actor, draft_id)
    versions = _versions(actor, row)
    said = list(Suggestion.objects.visible_to(actor).filter(version=versions[0]).order_by("at", "pk"))
    journal.seen(actor, about={one.participant_id for one in said}, why="participation.draft", at=now)
    return DraftPage(
        draft_id=row.pk,
        title=row.title,
        language=row.language,
        kind=DraftKind(row.kind),
        newest=_version(versions[0]),
        earlier=tuple(_version(one) for one in versions[1:]),
        suggestions=tuple(_suggestion(one) for one in said),
        readers=Reader.objects.visible_to(actor).count(),
        read=versions[0].readings.exists(),
        claim=versions[0].lacks_for_claim(),
    )


@query
def draft_on_paper(actor: Actor, draft_id: UUID) -> DraftOnPaper:
    """The newest words of a draft, and nothing of what readers said. Raises NotAllowed, NotFound."""
    policy.require_may_run(actor)
    row = Draft.objects.all().one_visible_to(actor, draft_id)
    return DraftOnPaper(row.pk, row.title, row.language, _version(_versions(actor, row)[0]))


@query
def drafts_to_read(actor: Actor) -> list[DraftToRead]:
    """The drafts that wait for readers, those she has not read first. Nothing for whoever does not read drafts.
    Raises NotAllowed.
    """
    policy.require_may_take_part(actor)
    newest = {key: row for key, row in _newest_versions(actor).items() if row.out_on is None}
    read = set(_readings(actor, newest).values_list("version__draft_id", flat=True))
    rows = Draft.objects.visible_to(actor).filter(pk__in=list(newest)).order_by("title", "pk")
    shown = [_to_read(row, newest[row.pk], [], read=row.pk in read) for row in rows]
    return sorted(shown, key=lambda one: one.read)


@query
def draft_to_read(actor: Actor, draft_id: UUID) -> DraftToRead:
    """One draft for a reader. Raises NotAllowed, NotFound for whoever does not read drafts."""
    policy.require_may_take_part(actor)
    row = Draft.objects.all().one_visible_to(actor, draft_id)
    newest = _versions(actor, row)[0]
    said = Suggestion.objects.visible_to(actor).filter(version=newest).order_by("at", "pk")
    return _to_read(row, newest, list(said), read=_readings(actor, {row.pk: newest}).exists())


def _versions(actor: Actor, row: Draft) -> list[DraftVersion]:
    """Newest first. A draft has one from the beginning."""
    return list(DraftVersion.objects.visible_to(actor).filter(draft=row).order_by("-number"))


def _newest_versions(actor: Actor) -> dict[UUID, DraftVersion]:
    newest: dict[UUID, DraftVersion] = {}
    for row in DraftVersion.objects.visible_to(actor).order_by("number"):
        newest[row.draft_id] = row
    return newest


def _readings(actor: Actor, newest: dict[UUID, DraftVersion]) -> OwnedQuerySet[Reading]:
    """For staff everybody's, for a participant her own."""
    return Reading.objects.visible_to(actor).filter(version__in=list(newest.values()))


def _to_read(row: Draft, newest: DraftVersion, said: list[Suggestion], *, read: bool) -> DraftToRead:
    suggestions = tuple(_suggestion(one) for one in said)
    return DraftToRead(
        row.pk, row.title, row.language, DraftKind(row.kind), _version(newest), suggestions, read
    )


def _version(row: DraftVersion) -> VersionShown:
    return VersionShown(row.number, row.words, row.written_on, row.out_on, row.read_by_users)


def _suggestion(row: Suggestion) -> SuggestionShown:
    return SuggestionShown(row.pk, row.about_words, row.words, SuggestionState(row.state))
