"""The second step as rules: who is asked, which codes fit, what a device is called."""

import random
from datetime import timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.people.rules import devices, second_step
from stegvis.areas.people.rules.passkeys import is_a_copy
from stegvis.areas.people.rules.seats import has_been_idle
from stegvis.kernel.roles import EMPLOYED, Role

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
MOMENTS = st.integers(min_value=10**9, max_value=4 * 10**9)


@pytest.mark.parametrize(
    ("roles", "has_one", "asked"),
    [
        ({Role.ADVISER}, False, True),
        ({Role.VOLUNTEER, Role.MANAGER}, False, True),
        ({Role.VOLUNTEER}, False, False),
        ({Role.HOST}, True, True),
        ({Role.PARTICIPANT}, False, False),
        (set(), False, False),
    ],
)
def test_who_is_asked_for_a_second_step(roles, has_one, asked):
    assert second_step.is_asked_for(frozenset(roles), has_one=has_one) is asked


def test_everybody_employed_is_asked():
    assert EMPLOYED <= second_step.SEES_PEOPLE
    assert Role.PARTICIPANT not in second_step.SEES_PEOPLE


@given(now=MOMENTS, off=st.integers(min_value=-3, max_value=3))
def test_a_code_fits_within_one_step_of_the_clock_and_not_beyond(now, off):
    shown = pyotp.TOTP(SECRET).at(now + off * second_step.STEP)
    step = second_step.fitting_step(SECRET, shown, now=now, last_step=0)
    near = {pyotp.TOTP(SECRET).at(now + more * second_step.STEP) for more in (-1, 0, 1)}
    assert (step is not None) == (shown in near)


@given(now=MOMENTS, back=st.integers(min_value=0, max_value=10**6))
def test_a_used_code_fits_no_more_even_when_the_clock_is_set_back(now, back):
    shown = pyotp.TOTP(SECRET).at(now)
    used = second_step.fitting_step(SECRET, shown, now=now, last_step=0)
    assert used is not None
    assert second_step.fitting_step(SECRET, shown, now=now - back, last_step=used) is None


@pytest.mark.parametrize("typed", ["{}", " {} ", "{:.3} {}", "{:.3}-{}"])
def test_six_digits_are_read_however_they_are_typed(typed):
    shown = pyotp.TOTP(SECRET).at(1_800_000_000)
    words = typed.format(shown, shown[3:]) if typed.count("{") > 1 else typed.format(shown)
    assert second_step.fitting_step(SECRET, words, now=1_800_000_000, last_step=0) is not None


@pytest.mark.parametrize(
    "typed", ["", "\u0661\u0662\u0663\u0664\u0665\u0666", "\uff11\uff12\uff13456", "six", "1" * 60]
)
def test_what_is_no_six_digits_fits_nothing(typed):
    assert second_step.fitting_step(SECRET, typed, now=1_800_000_000, last_step=0) is None


@given(st.randoms(use_true_random=False))
def test_a_spare_code_is_read_however_it_is_typed(chance: random.Random):
    code = second_step.make_recovery_code(chance.choice)
    plain = second_step.read_recovery_code(code)
    assert plain
    assert second_step.read_recovery_code(code.lower().replace("-", " ")) == plain
    assert second_step.read_recovery_code(code[:-1]) == ""


@pytest.mark.parametrize(
    ("uses", "before", "copied"), [(0, 0, False), (5, 4, False), (4, 4, True), (3, 4, True), (0, 4, True)]
)
def test_a_key_that_does_not_count_on_is_a_copy(uses, before, copied):
    assert is_a_copy(uses=uses, uses_before=before) is copied


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", ("Firefox", "Windows")),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
         "Version/18.0 Mobile/15E148 Safari/604.1", ("Safari", "iPhone")),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 "
         "Chrome/121.0.0.0 Mobile Safari/537.36", ("Samsung Internet", "Android")),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
         "Safari/537.36 Edg/140.0.0.0", ("Edge", "Windows")),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
         "Safari/537.36", ("Chrome", "Chromebook")),
        ("curl/8.5.0", ("", "")),
        ("", ("", "")),
    ],
)  # fmt: skip
def test_a_device_is_named_in_plain_words(said, shown):
    assert devices.describe(said) == shown


@given(st.text(max_size=300))
def test_whatever_a_browser_says_only_our_own_words_are_kept(said):
    names = {name for _, name in (*devices.BROWSERS, *devices.SYSTEMS)} | {""}
    assert set(devices.describe(said)) <= names


@pytest.mark.parametrize(
    ("since_seen", "idle"),
    [
        (timedelta(0), False),
        (timedelta(minutes=20), False),
        (timedelta(minutes=20, seconds=1), True),
        (-timedelta(seconds=60), False),
        (-timedelta(seconds=61), True),
    ],
)
def test_a_seat_last_seen_at_a_time_that_has_not_come_is_left(since_seen, idle):
    now = 1_800_000_000.0
    assert has_been_idle(last_seen=now - since_seen.total_seconds(), now=now, minutes=20) is idle
