"""How much dearer the public pages are than a bare Django view with the same reads.

The bare view reads the same tables with Django's models and writes them out through a plain template without
middleware, design system or translation: the least that any Django page of this kind costs. Run with
`python -m bench.pages`; prints a table and ends with 1 when a ratio is over its limit.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LIMIT = 2.0
ROUNDS = 150
WARM = 10
BARE_LIST = """<!doctype html><html lang=nb><meta charset=utf-8><title>Tilbud</title><h1>Tilbud</h1><ul>
{% for row in rows %}<li><a href="/offerings/{{ row.slug }}/"><b>{{ row.texts.all.0.title }}</b></a>
<p>{{ row.texts.all.0.summary }}</p>{% for when in row.times.all %}{{ when.weekday }} {{ when.starts }}–{{ when.ends }}
{% endfor %}{{ row.place }} {{ row.organisation_name }} {{ row.free }}</li>{% endfor %}</ul>
{% for place in places %}<option>{{ place }}</option>{% endfor %}"""
BARE_OFFERING = """<!doctype html><html lang=nb><meta charset=utf-8><title>Tilbud</title>
{% with text=row.texts.all.0 %}<h1>{{ text.title }}</h1><p>{{ text.summary }}</p><p>{{ text.content }}</p>
<p>{{ text.frame }}</p><p>{{ text.method }}</p><p>{{ text.audience }}</p><p>{{ text.hard_for }}</p>
<p>{{ text.first_time }}</p><p>{{ text.guidelines }}</p>{% endwith %}<p>{{ row.address }} {{ row.how_to_find }}</p>
{% for when in row.times.all %}{{ when.weekday }} {{ when.starts }}–{{ when.ends }}{% endfor %}
<p>{{ row.offering.aims }} {{ row.offering.joining }} {{ row.service.name }} {{ organisation.guidelines }}</p>
{% for other in row.offering.alternatives.all %}<a href="{{ other.listing.slug }}">
{{ other.listing.texts.all.0.title }}</a>{% for when in other.listing.times.all %}{{ when.weekday }} {{ when.starts }}
{% endfor %}{% endfor %}{% for meeting in meetings %}{{ meeting.on }} {{ meeting.starts }}–{{ meeting.ends }}
{{ meeting.round.meeting_place }} {{ meeting.round.welcomed_by.name }} {{ meeting.taken }}{% endfor %}"""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STEGVIS_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "stegvis.config.settings.dev"
        sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
        return _compare()


def _compare() -> int:
    import django

    django.setup()
    _fill()
    pages = {
        "offerings": ("/offerings/", _bare_list()),
        "search": ("/offerings/?q=kaffe", _bare_list()),
        "offering": ("/offerings/torsdagslunsj/", _bare_offering()),
    }
    print(f"{'page':12} {'ours ms':>9} {'bare ms':>9} {'ratio':>7} {'limit':>7} {'SQL':>5}")
    over = False
    for name, (address, bare) in pages.items():
        ours = _ours(address)
        ours_ms, bare_ms = _side_by_side(ours, bare)
        ratio = ours_ms / bare_ms
        over |= ratio > LIMIT
        print(f"{name:12} {ours_ms:9.2f} {bare_ms:9.2f} {ratio:7.2f} {LIMIT:7.1f} {_statements(ours):5}")
    return 1 if over else 0


def _fill() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("demo", "--json")


def _ours(address: str) -> Callable[[], object]:
    from django.test import Client

    client = Client(headers={"accept-language": "nb", "host": "localhost"})

    def ask() -> object:
        response = client.get(address)
        assert response.status_code == 200, response.status_code
        return response

    return ask


def _bare_list() -> Callable[[], object]:
    from django.db.models import Q
    from django.http import HttpResponse
    from django.template import Context, engines

    from stegvis.areas.directory.models import Listing, Source

    template = engines["django"].from_string(BARE_LIST).template

    def ask() -> object:
        list(Source.objects.all())
        rows = (
            Listing.objects.filter(Q(state="published"))
            .order_by("slug")
            .select_related("service")
            .prefetch_related("texts", "times")[:20]
        )
        places = Listing.objects.filter(state="published").values_list("place", flat=True).distinct()
        return HttpResponse(template.render(Context({"rows": rows, "places": places})))

    return ask


def _bare_offering() -> Callable[[], object]:
    from django.db.models import Count
    from django.http import HttpResponse
    from django.template import Context, engines
    from django.utils import timezone

    from stegvis.areas.directory.models import Listing
    from stegvis.areas.groups.models import Session
    from stegvis.areas.people.models import Organisation

    template = engines["django"].from_string(BARE_OFFERING).template

    def ask() -> object:
        row = (
            Listing.objects.select_related("service", "offering")
            .defer("offering__who_staffs", "offering__substitute", "offering__at_illness")  # never public
            .prefetch_related(
                "texts",
                "times",
                "offering__alternatives__listing__texts",
                "offering__alternatives__listing__times",
            )
            .get(slug="torsdagslunsj")
        )
        organisation = Organisation.objects.get(pk=row.organisation_id)
        meetings = (
            Session.objects.filter(round__listing=row, ends_at__gt=timezone.now())
            .select_related("round__welcomed_by")
            .annotate(taken=Count("round__places"))
            .order_by("starts_at")[:1]
        )
        found = {"row": row, "organisation": organisation, "meetings": meetings}
        return HttpResponse(template.render(Context(found)))

    return ask


def _side_by_side(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[float, float]:
    """Median milliseconds of each, taken in turn so that a noisy moment hits both."""
    took: tuple[list[float], list[float]] = ([], [])
    for turn in range(WARM + ROUNDS):
        for ask, times in zip((ours, bare), took, strict=True):
            started = time.perf_counter()
            ask()
            if turn >= WARM:
                times.append((time.perf_counter() - started) * 1000)
    return statistics.median(took[0]), statistics.median(took[1])


def _statements(ask: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


if __name__ == "__main__":
    sys.exit(main())
