"""What a talk keeps, when it is held, and what a choice opens."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from .codes import Choice, Refusal


@dataclass(frozen=True, slots=True)
class TalkWords:
    """What the two wrote down besides the choices. Empty or None: not talked about, which is as good (S1-20)."""

    good_for_me: str = ""
    good_to_know: str = ""
    if_it_does_not_fit: str = ""
    greeting: str = ""
    review_on: date | None = None
    wants_talks: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceSaid:
    """One offering as it was talked through. The ticks: both say what to expect was talked through (S1-14)."""

    listing_id: UUID
    choice: Choice
    expectations_said_by_person: bool = False
    expectations_said_by_adviser: bool = False

    @property
    def expectations_clear(self) -> bool:
        return self.expectations_said_by_person and self.expectations_said_by_adviser


def keeps_words(documentation: str) -> bool:
    """Whether a talk in this documentation mode may keep words about a person (X-15). An unknown mode may not."""
    return documentation in {"with_names", "without_names"}


def what_is_kept(words: TalkWords, *, documentation: str) -> TalkWords:
    """The words as they may be stored: in mode `none` nothing but the day of the talk and her own choices stays."""
    return words if keeps_words(documentation) else TalkWords()


def ticks_that_count(choices: Iterable[ChoiceSaid]) -> tuple[ChoiceSaid, ...]:
    """The choices with ticks only where they mean something: for what is chosen now (S1-14)."""
    return tuple(
        said
        if said.choice is Choice.NOW
        else replace(said, expectations_said_by_person=False, expectations_said_by_adviser=False)
        for said in choices
    )


def expectations_open(choices: Iterable[ChoiceSaid]) -> tuple[UUID, ...]:
    """The offerings chosen now whose expectations have not been talked through by both (S1-14)."""
    return tuple(
        said.listing_id for said in choices if said.choice is Choice.NOW and not said.expectations_clear
    )


def decide_saving(words: TalkWords, *, held: bool, documentation: str, today: date) -> Refusal | None:
    """Whether this can be saved as it stands: everything may be left out, a day to talk again must be to come.

    A talk held in mode `none` is the person's own copy: staff neither read nor write it any more (X-15).
    """
    if held and not keeps_words(documentation):
        return Refusal.COPY_IS_HERS
    if words.review_on is not None and words.review_on < today:
        return Refusal.REVIEW_HAS_PASSED
    return None


def decide_holding(choices: Iterable[ChoiceSaid], *, held_on: date, today: date) -> Refusal | None:
    """Whether the talk can be called held on this day: not one to come, and what is chosen now has been explained from
    both sides (S1-14).
    """
    if held_on > today:
        return Refusal.NOT_HELD_YET
    return Refusal.EXPECTATIONS_OPEN if expectations_open(choices) else None


def decide_held_before(*, held_on: date, today: date) -> Refusal | None:
    """A talk held before Stegvis, on a day, so that nobody known is asked to start over. It has taken place."""
    return Refusal.NOT_HELD_YET if held_on > today else None


def latest_choices(talks_in_order: Iterable[Iterable[ChoiceSaid]]) -> dict[UUID, Choice]:
    """What the person says today: in each later talk she may say something else, and that counts (S1-13)."""
    said: dict[UUID, Choice] = {}
    for choices in talks_in_order:
        said.update({choice.listing_id: choice.choice for choice in choices})
    return said
