"""Days chosen one by one, holidays, and how people say how often a group meets."""

from datetime import date, time, timedelta

import pytest

from stegvis.areas.groups.rules import Refusal, holidays_among, plan_sessions
from stegvis.areas.groups.rules.calendar import as_people_say, chosen_days, recurrence_of
from stegvis.areas.groups.rules.codes import Often

OSLO, THURSDAYS = "Europe/Oslo", "FREQ=WEEKLY;BYDAY=TH"
NOV_26, DEC_3, DEC_10 = (date(2026, 11, 26) + timedelta(weeks=week) for week in range(3))


def test_days_one_by_one_are_in_order_and_each_once():
    assert chosen_days([DEC_10, NOV_26, DEC_10]) == (NOV_26, DEC_10)
    assert chosen_days([]) is Refusal.NO_DAYS
    assert chosen_days([NOV_26 + timedelta(days=n) for n in range(121)]) is Refusal.TOO_MANY_DAYS


def test_a_round_of_nothing_but_holidays_has_no_days():
    facts = {"from_on": DEC_3, "until_on": DEC_3, "starts": time(12), "ends": time(14), "zone": OSLO}
    assert plan_sessions(recurrence=THURSDAYS, leave_out={DEC_3}, **facts) is Refusal.NO_DAYS


@pytest.mark.parametrize("often", [Often.EVERY_WEEK, Often.EVERY_OTHER_WEEK])
@pytest.mark.parametrize("weekday", range(7))
def test_how_people_say_it_and_how_it_is_kept_are_the_same(often: Often, weekday: int):
    assert as_people_say(recurrence_of(often, weekday)) == (often, weekday)


@pytest.mark.parametrize("rule", ["", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=1TH", "FREQ=WEEKLY;BYDAY=MO,TH"])
def test_other_rules_are_not_said_in_these_words(rule: str):
    assert as_people_say(rule) is None


@pytest.mark.parametrize(
    ("country", "on", "language", "name"),
    [
        ("NO", date(2026, 5, 17), "nb", "Grunnlovsdag"),
        ("NO", date(2026, 12, 24), "nb", "Julaften"),
        ("NO", date(2026, 12, 24), "en", "Christmas Eve"),
        ("NO", date(2027, 3, 25), "en", "Maundy Thursday"),
        ("DK", date(2026, 12, 24), "da", "Juleaftensdag"),
        ("SE", date(2026, 6, 19), "sv", "Midsommarafton"),
        ("SE", date(2026, 1, 6), "en", "Epiphany"),
    ],
)
def test_holidays_of_each_country_by_name(country: str, on: date, language: str, name: str):
    assert name.lower() in holidays_among([on], country=country, language=language)[on].lower()


@pytest.mark.parametrize("country", ["NO", "DK", "SE"])
def test_a_plain_thursday_and_a_plain_sunday_are_no_holidays(country: str):
    assert holidays_among([date(2026, 11, 26), date(2026, 11, 29)], country=country, language="nb") == {}
