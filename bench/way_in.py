"""The way in, measured: how many taps and statements it takes, and whether 6,000 people make anybody's page dearer.

Builds the whole demo in a folder of its own. `python -m bench.way_in` ends with 1 when anything is over its limit.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench import _way_in_pages as pages
from bench._clicks import Phone
from bench.pages import _side_by_side

LIMIT, MOST_STATEMENTS, MOST_TAPS, MOST_SECONDS = 2.0, 12, 6, 30
MANY = 6_000
PAGES = (("lotte", "/me/"), ("ingrid", "/desk/"), ("berit", "/desk/"))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STEGVIS_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "stegvis.config.settings.dev"
        sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
        import django

        django.setup()
        over = [_demo_is_fast(), _taps(), *_statements_of_actions(), *_pages()]
        return 1 if any(over) else 0


def _said(name: str, measured: float, limit: float) -> bool:
    """One line of the table. True when it is over its limit."""
    print(f"{name:58} {measured:7.2f}  at most {limit:g}", flush=True)
    return measured > limit


def _demo_is_fast() -> bool:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("collectstatic", interactive=False, verbosity=0)
    began = time.perf_counter()
    call_command("demo", "--json")
    return _said("seconds: stegvis demo", time.perf_counter() - began, MOST_SECONDS)


def _taps() -> bool:
    """From the front page to the day and the name of the one who meets her."""
    from django.test import Client

    phone = Phone(Client(headers={"accept-language": "nb", "host": "localhost"}), "/")
    phone.send("q", q="lunsj")
    phone.press("/offerings/torsdagslunsj/")
    phone.press("/join/torsdagslunsj/")
    phone.send("nickname", ticks=1, nickname="Kari", over_minimum_age="yes")
    phone.press_button("time")
    words = " ".join(phone.page.words.split())
    assert "Ingrid møter deg" in words, words
    return _said("taps from the front page to who meets you", phone.taps, MOST_TAPS)


def _statements_of_actions() -> list[bool]:
    """Each with its journal and outbox, without the frame of transactions."""
    from django.utils import timezone

    from stegvis.areas.admission import api as admission
    from stegvis.areas.groups import actions as groups
    from stegvis.areas.groups.models import Place
    from stegvis.areas.groups.queries import rounds_of

    now = timezone.now()
    ingrid, lotte, lunch = pages.person("ingrid"), pages.person("lotte"), pages.listing("torsdagslunsj")
    free = admission.free_times(ingrid, now)[0]
    hiking = rounds_of(ingrid, pages.listing("rolig-tur"), now, "nb")[0]
    offered = Place.objects.get(state="offered", participant__user=None)
    mia: list[Any] = []
    steps: dict[str, Callable[[], object]] = {
        "SQL: nickname, code and wish for a talk": lambda: mia.append(_come_in(lunch)),
        "SQL: a time for the talk": lambda: admission.choose_time(
            mia[0], time_id=free.time_id, listing_id=lunch, now=now
        ),
        "SQL: taking a place": lambda: groups.take_place(lotte, round_id=hiking.round_id, now=now),
        "SQL: an offered place, its message taken back": lambda: groups.accept_offer(
            ingrid, place_id=offered.pk, now=now
        ),
    }
    return [_said(name, pages.statements(step), MOST_STATEMENTS) for name, step in steps.items()]


def _come_in(listing_id: Any) -> Any:
    from django.utils import timezone

    from stegvis.areas.admission import actions as admission
    from stegvis.areas.people import api as people
    from stegvis.kernel.actor import Actor
    from stegvis.kernel.roles import Role

    korsby = people.organisation_id_of("korsby")
    new = admission.come_in(
        Actor.visitor(korsby),
        listing_id=listing_id,
        gated=True,
        nickname="Mia",
        language="nb",
        adviser_may_let_in=True,
        over_minimum_age=True,
        secret="elg nett sol brev",
        wanted_id=uuid4(),
        now=timezone.now(),
    )
    return Actor.in_seat(
        organisation_id=korsby, role=Role.PARTICIPANT, user_id=new.user_id, seat_id=new.seat_id
    )


def _pages() -> list[bool]:
    """My page and the desk, dearness and statements, in a small town and in a large one."""
    signed_in = {who: pages.signed_in(who, path) for who, path in PAGES}
    over, few = [], _statements_of(signed_in)
    for town in ("60", "6,000"):
        if town == "6,000":
            pages.grow(MANY)
        for who, path in PAGES:
            bare = pages.bare_me(who) if path == "/me/" else pages.bare_desk(who)
            ours_ms, bare_ms = _side_by_side(signed_in[who], bare)
            name = f"{path} of {who}, {town} people: {ours_ms:.1f} ms to {bare_ms:.1f}"
            over.append(_said(name, ours_ms / bare_ms, LIMIT))
    many = _statements_of(signed_in)
    return over + [_said(f"SQL: {path} of {who}, 6,000 people", many[who], few[who]) for who, path in PAGES]


def _statements_of(signed_in: dict[str, Callable[[], object]]) -> dict[str, int]:
    """Of the second of two visits: the first may have noted that she is here, as happens once a minute."""
    for ours in signed_in.values():
        ours()
    return {who: pages.statements(ours) for who, ours in signed_in.items()}


if __name__ == "__main__":
    sys.exit(main())
