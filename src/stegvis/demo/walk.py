"""People on their way in at Korsby: a year with its people, who waits and for what, and those one can become."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor

from .agreeing import build_agreement
from .arriving import hold_talk, make_newcomer
from .counting import build_counting
from .deciding import build_working_group
from .duties import build_duties
from .outing import WALK, build_outing
from .participating import build_say
from .portfolio import build_portfolio
from .remarking import build_guideline
from .responsible import build_tasks
from .town import Extent, Town, who_is
from .trusting import build_trust
from .waiting import build_thread, build_waiting
from .year import LUNCH, ROOM, build_year

KNITTING = "strikkekafe"
WHOLE = Extent(weeks=52, groups=frozenset(ROOM))
SMALL = Extent(weeks=5, groups=frozenset({LUNCH, "sykafe"}))
"""Enough to meet every page with somebody on it."""


def build_walk(
    actors: Mapping[str, Actor], listings: Mapping[str, UUID], now: datetime, extent: Extent
) -> dict[str, tuple[UUID, UUID]]:
    """A year and its people; answers with user and seat of those one can become, by key."""
    town = Town(actors, listings, now, extent)
    rounds = build_year(town)
    build_waiting(town, rounds)
    build_counting(town)
    build_guideline(town, rounds)
    build_duties(town)
    build_portfolio(town)
    return {"kari": _kari(town), "lotte": _lotte(town, rounds)}


def _kari(town: Town) -> tuple[UUID, UUID]:
    """Would like to join the Thursday lunch; has made a code and asked for a talk."""
    at = town.now - timedelta(days=1)
    kari = make_newcomer(town, "Kari", at).herself
    admission.ask_for_talk(kari, listing_id=town.listings[LUNCH], how_to_reach=admission.Way.WRITE, now=at)
    return who_is(kari)


def _lotte(town: Town, rounds: Mapping[str, UUID]) -> tuple[UUID, UUID]:
    """Has had her talk, and a place in the knitting café and in the easy walk; has asked something, been answered,
    and decides along in the working group of the café.
    """
    at = town.now - timedelta(days=5)
    lotte = make_newcomer(town, "Lotte", at)
    admission.ask_for_talk(lotte.herself, listing_id=town.listings[KNITTING], how_to_reach=None, now=at)
    hold_talk(town, lotte, KNITTING, at)
    for key in (KNITTING, WALK):
        groups.take_place(lotte.herself, round_id=rounds[key], now=at)
    build_agreement(town, rounds[KNITTING])
    build_thread(town, lotte)
    council = build_working_group(town, lotte, KNITTING)
    build_say(town, lotte, council, KNITTING)
    build_tasks(town, lotte, KNITTING)
    build_trust(town, lotte)
    build_outing(town, rounds[WALK], lotte)
    return who_is(lotte.herself)
