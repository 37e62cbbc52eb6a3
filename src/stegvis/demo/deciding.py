"""A working group in which somebody who comes to Korsby decides along with those who work there."""

from datetime import timedelta
from uuid import UUID

from stegvis.areas.participation import api as participation

from .town import Town, Townsperson


def build_working_group(town: Town, member: Townsperson, offering: str) -> UUID:
    """The knitting council: one decision made, one proposal, one thing to talk about. Gives the group's id."""
    ingrid, at = town.ingrid, town.now - timedelta(days=4)
    group_id = participation.start_group(
        ingrid,
        name="Strikkerådet",
        purpose="Vi bestemmer sammen hvordan strikkekafeen skal være.",
        listing_id=town.listings[offering],
        now=at,
    )
    participation.add_participant(ingrid, group_id=group_id, participant_id=member.participant_id, now=at)
    participation.choose_name(member.herself, group_id=group_id, shown_as="Lotte", now=at)
    decided = participation.raise_matter(
        ingrid,
        group_id=group_id,
        words="Vi begynner en halv time senere fra nyttår.",
        wish=participation.Wish.DECIDE,
        now=at,
    )
    participation.agree(member.herself, matter_id=decided, now=at)
    participation.raise_matter(
        member.herself,
        group_id=group_id,
        words="Kan vi ha en kurv med garn som alle kan ta av?",
        wish=participation.Wish.DECIDE,
        now=town.now - timedelta(days=2),
    )
    participation.raise_matter(
        ingrid,
        group_id=group_id,
        words="Hva gjør vi med radioen? Noen liker den, andre blir slitne av den.",
        wish=participation.Wish.TALK,
        now=town.now - timedelta(days=1),
    )
    return group_id
