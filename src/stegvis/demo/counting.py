"""What Korsby counts at the telephone and the door: the days of this month and the one before, without names."""

from datetime import date, timedelta

from stegvis.areas.counting import api as counting

from .town import Town

USER = counting.Source.USER
EACH_DAY = (
    counting.Kind(counting.Way.PHONE, USER, "telephone_advice"),
    counting.Kind(counting.Way.PHONE),
    counting.Kind(counting.Way.VISIT, USER),
    counting.Kind(counting.Way.MESSAGE, USER, "individual_talks"),
)
NOW_AND_THEN = (
    counting.Kind(counting.Way.PHONE, counting.Source.NEXT_OF_KIN, "telephone_advice"),
    counting.Kind(counting.Way.PHONE, counting.Source.PARTNER),
    counting.Kind(counting.Way.VISIT, counting.Source.NEXT_OF_KIN, "individual_talks"),
    counting.Kind(counting.Way.LETTER, counting.Source.PARTNER),
)
DAYS = 8
WEEKEND = 5


def build_counting(town: Town) -> None:
    """A few contacts on each of the latest working days; one day was corrected by hand."""
    today = town.today()
    worked = [day for back in range(DAYS) if (day := today - timedelta(days=back)).weekday() < WEEKEND]
    for number, day in enumerate(worked):
        _count(town, day, number)
    if len(worked) > 1:
        on, unit = worked[1], counting.Unit.CONTACTS
        counting.correct(town.berit, on=on, unit=unit, number=6, seen=None, now=town.now)


def _count(town: Town, day: date, number: int) -> None:
    at = town.now - (town.today() - day)
    kinds = [*EACH_DAY, NOW_AND_THEN[number % len(NOW_AND_THEN)]]
    for kind in kinds[: 4 + number % 2]:
        counting.count(town.actors["Odd"], kind=kind, now=at)
    counting.count(town.ingrid, kind=EACH_DAY[0], now=at)
    counting.same_again(town.ingrid, kind=EACH_DAY[0], now=at)
