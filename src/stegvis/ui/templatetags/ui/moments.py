"""Filters for days and times, in the page's language and on the local clock."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import get_language

from stegvis.ui import dates

from .library import register


@register.filter
def day(value: date | None) -> str:
    """ "torsdag 26. november" in the page's language; empty for None."""
    return dates.day(_local_day(value), _language()) if value else ""


@register.filter
def long_day(value: date | None) -> str:
    """ "torsdag 26. november 2026"; empty for None."""
    return dates.day(_local_day(value), _language(), year=True) if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """ "tor. 26. nov." for tables; empty for None."""
    return dates.short_day(_local_day(value), _language()) if value else ""


@register.filter
def clock(value: time | datetime | None) -> str:
    """ "12.00" in the page's language; empty for None."""
    return dates.clock(_local_time(value), _language()) if value is not None else ""


@register.filter
def moment(value: datetime | None) -> str:
    """ "torsdag 26. november kl. 12.00"; empty for None."""
    return dates.moment(_local(value), _language()) if value else ""


@register.filter
def time_span(start: time | datetime | None, end: time | datetime | None) -> str:
    """ "kl. 12.00–14.00" for two times, "torsdag 26. november kl. 12.00–14.00" for two moments."""
    if start is None:
        return ""
    if isinstance(start, datetime):
        if not isinstance(end, datetime):
            return dates.moment(_local(start), _language())
        return dates.moment_span(_local(start), _local(end), _language())
    if end is None:
        return dates.clock_at(start, _language())
    return dates.clock_span(start, _local_time(end), _language())


def _language() -> str:
    return get_language() or "en"


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def _local_day(value: date) -> date:
    return _local(value).date() if isinstance(value, datetime) else value


def _local_time(value: time | datetime) -> time:
    return _local(value).time() if isinstance(value, datetime) else value
