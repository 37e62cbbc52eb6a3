"""When an organisation lets people be. Pure: times of the wall clock go in."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


def is_quiet(at: time, *, quiet_from: time, quiet_until: time) -> bool:
    """Whether this time lies in the quiet hours; the same time twice: there are none."""
    if quiet_from <= quiet_until:
        return quiet_from <= at < quiet_until
    return at >= quiet_from or at < quiet_until


def first_allowed(moment: datetime, *, quiet_from: time, quiet_until: time, zone: ZoneInfo) -> datetime:
    """The first moment from `moment` on that is not quiet there: `moment` itself, or the end of the quiet hours."""
    local = moment.astimezone(zone)
    if not is_quiet(local.time(), quiet_from=quiet_from, quiet_until=quiet_until):
        return moment
    end = datetime.combine(local.date(), quiet_until, tzinfo=zone)
    if end <= local:
        end = datetime.combine(local.date() + timedelta(days=1), quiet_until, tzinfo=zone)
    return end.astimezone(moment.tzinfo)
