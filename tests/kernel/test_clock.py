"""When periodic jobs are due, as a table; and that every missed time is taken once, in order, by one worker."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from stegvis.kernel import clock, leases, worker
from stegvis.kernel.clock import Daily, Entry, Minutes, Missed
from stegvis.kernel.models import Tick

OSLO = ZoneInfo("Europe/Oslo")
START = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
PERIODS = st.sampled_from(
    [Minutes(1), Minutes(15), Minutes(60), Daily(time(2, 30), OSLO), Daily(time(0, 0), OSLO)]
)


@pytest.mark.parametrize(
    ("period", "moment", "due"),
    [
        (Minutes(15), datetime(2026, 11, 26, 10, 1, tzinfo=UTC), datetime(2026, 11, 26, 10, 15, tzinfo=UTC)),
        (Minutes(15), datetime(2026, 11, 26, 10, 15, tzinfo=UTC), datetime(2026, 11, 26, 10, 30, tzinfo=UTC)),
        (Minutes(60), datetime(2026, 11, 26, 23, 59, tzinfo=UTC), datetime(2026, 11, 27, 0, 0, tzinfo=UTC)),
        (Daily(time(7), OSLO), datetime(2026, 11, 26, 5, tzinfo=UTC), datetime(2026, 11, 26, 6, tzinfo=UTC)),
        (Daily(time(7), OSLO), datetime(2026, 7, 1, 5, tzinfo=UTC), datetime(2026, 7, 2, 5, tzinfo=UTC)),
        # 2.30 does not exist on the night that summer time begins, and comes twice when it ends
        (Daily(time(2, 30), OSLO), datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (Daily(time(2, 30), OSLO), datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2026, 10, 26, 1, 30, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_when_it_is_due_next(period: clock.Period, moment: datetime, due: datetime):
    assert period.after(moment) == due


@for_all(period=PERIODS, moment=MOMENTS)
def test_the_next_time_is_later_and_there_is_always_one_within_two_days(
    period: clock.Period, moment: datetime
):
    due = period.after(moment)
    assert moment < due <= moment + timedelta(days=2)


@for_all(period=PERIODS, moment=MOMENTS, ahead=st.timedeltas(timedelta(0), timedelta(hours=30)))
def test_no_time_is_left_out(period: clock.Period, moment: datetime, ahead: timedelta):
    """Nothing is due between a moment and what is due next after it."""
    due = period.after(moment)
    between = min(moment + ahead, due - timedelta(microseconds=1))
    assert period.after(between) == due


class Diary:
    """A job that writes down when it was due."""

    def __init__(self) -> None:
        self.times: list[datetime] = []

    def __call__(self, now: datetime) -> None:
        self.times.append(now)


@pytest.fixture
def diary(monkeypatch: pytest.MonkeyPatch) -> Diary:
    monkeypatch.setattr(clock, "_entries", {})
    return Diary()


class Watch:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def _work(watch: Watch, name: str = "one") -> int:
    return worker.run_ready(name, lease=timedelta(minutes=1), clock_time=watch)


@pytest.mark.django_db
def test_times_missed_are_caught_up_once_and_in_order(diary: Diary):
    clock.every(Minutes(60), "test.each", diary, missed=Missed.EACH)
    watch = Watch(START)
    _work(watch)
    assert diary.times == [], "what was due before the house stood is not missed"

    watch.now = START + timedelta(hours=4, minutes=5)
    _work(watch)
    _work(watch, "two")
    assert diary.times == [START + timedelta(hours=hour) for hour in (1, 2, 3, 4)]


@pytest.mark.django_db
def test_times_that_cover_each_other_count_as_one(diary: Diary):
    clock.every(Minutes(60), "test.last", diary, missed=Missed.LAST)
    watch = Watch(START)
    _work(watch)
    watch.now = START + timedelta(days=3, minutes=5)
    _work(watch)
    assert diary.times == [START + timedelta(days=3)]


@pytest.mark.django_db
def test_two_workers_never_take_the_same_time(diary: Diary):
    clock.every(Minutes(60), "test.race", diary, missed=Missed.EACH)
    _work(Watch(START))
    entry = clock.entries()[0]
    due = START + timedelta(hours=1)
    assert [worker._take(entry, due), worker._take(entry, due)] == [True, False]
    _work(Watch(due))
    assert diary.times == [due]


@pytest.mark.django_db
def test_it_is_the_unique_row_that_keeps_them_apart(diary: Diary):
    entry = Entry("test.race", Minutes(60), Missed.EACH, diary)
    clock.every(entry.period, entry.name, entry.job, missed=entry.missed)
    due = START + timedelta(hours=1)
    worker._take(entry, due)
    with leases.changing():
        Tick.objects.all().delete()
    worker._take(entry, due)
    _work(Watch(due))
    assert diary.times == [due, due]


@pytest.mark.django_db
def test_the_next_time_waits_for_one_that_failed(diary: Diary):
    broken = True

    def job(now: datetime) -> None:
        if broken:
            raise OSError
        diary(now)

    clock.every(Minutes(60), "test.fails", job, missed=Missed.EACH)
    watch = Watch(START)
    _work(watch)
    watch.now = START + timedelta(hours=2)
    _work(watch)
    broken = False
    assert diary.times == []
    watch.now += timedelta(minutes=1)
    _work(watch)
    assert diary.times == [START + timedelta(hours=1), START + timedelta(hours=2)]


def test_a_job_has_one_name(diary: Diary):
    clock.every(Minutes(60), "test.name", diary, missed=Missed.EACH)
    with pytest.raises(ValueError, match="declared twice"):
        clock.every(Minutes(30), "test.name", diary, missed=Missed.EACH)
