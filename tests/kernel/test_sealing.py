"""The chain over looks: what was sealed stays as it was, or it is found out (X-06, promise 5)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.models import Max, Q

from stegvis.kernel import journal, sealing, verifying
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look, Seal
from stegvis.kernel.roles import Role
from stegvis.kernel.sealing import Gone, Head
from stegvis.kernel.verifying import Fault
from tests.factories.admission import NOW
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-06")]

MINUTE = timedelta(minutes=1)
LONG_AGO = NOW - timedelta(days=6 * 366)
Tamper = Callable[[Random, list[int]], None]


@pytest.fixture
def adviser() -> Actor:
    return an_actor(an_organisation(), Role.ADVISER)


def keeper(actor: Actor) -> Actor:
    return Actor.housekeeper(actor.organisation_id)


def looked(actor: Actor, how_often: int, *, at: datetime = NOW) -> None:
    for number in range(how_often):
        journal.seen(actor, about=[uuid4()], why="admission.talk", at=at + number * timedelta(seconds=1))


def sealed(actor: Actor, how_often: int = 12, *, at: datetime = NOW) -> Head:
    looked(actor, how_often, at=at)
    sealing.seal_looks(keeper(actor), now=at + MINUTE)
    return head_of(actor)


def head_of(actor: Actor) -> Head:
    with given(actor):
        return sealing.head_of(actor)


def faults(actor: Actor, against: Head | None = None) -> set[Fault]:
    return {found.fault for found in verifying.verify(keeper(actor), against=against).found}


def seal_at(number: int) -> Seal:
    return Seal.objects.get(number=number)


def look_at(number: int) -> Look:
    return Look.objects.get(number=number)


def test_looks_are_sealed_in_the_order_in_which_they_came(adviser: Actor):
    head = sealed(adviser)
    report = verifying.verify(keeper(adviser), against=head)

    assert (report.looks, report.unsealed, report.head, report.found) == (12, 0, head, ())
    with given(adviser):
        in_order = list(Look.objects.order_by("at").values_list("number", flat=True))
    assert in_order == list(range(1, 13))


def test_sealing_again_seals_only_what_is_new(adviser: Actor):
    first = sealed(adviser, 3)
    assert sealing.seal_looks(keeper(adviser), now=NOW) == 0
    second = sealed(adviser, 2, at=NOW + MINUTE)

    assert (first.number, second.number) == (3, 5)
    assert not faults(adviser, first)


def test_a_look_touches_no_chain_and_waits_for_its_seal(adviser: Actor):
    sealed(adviser, 2)
    looked(adviser, 3, at=NOW + MINUTE)
    report = verifying.verify(keeper(adviser))

    assert (report.looks, report.unsealed, report.unsealed_since) == (2, 3, NOW + MINUTE)
    assert report


def test_more_looks_than_fit_in_one_batch(monkeypatch: pytest.MonkeyPatch, adviser: Actor):
    monkeypatch.setattr(sealing, "BATCH", 4)
    monkeypatch.setattr(verifying, "BATCH", 5)
    assert sealed(adviser, 13).number == 13
    assert verifying.verify(keeper(adviser)).looks == 13


def test_each_organisation_has_a_chain_of_its_own(adviser: Actor):
    neighbour = an_actor(an_organisation(), Role.ADVISER)
    sealed(adviser, 2)
    sealed(neighbour, 3)
    with given(neighbour):
        Look.objects.filter(organisation_id=neighbour.organisation_id, number=2).update(why="another")

    assert not faults(adviser)
    assert faults(neighbour) == {Fault.EDITED}


def test_a_chain_cannot_be_passed_off_as_anothers(adviser: Actor):
    assert sealing.first_link(adviser.organisation_id) != sealing.first_link(uuid4())


def test_a_seal_says_nothing_about_the_look_behind_it(adviser: Actor):
    """Whoever knows every row it may have been still cannot tell which, once the salt is gone."""
    sealed(adviser, 1)
    with given(adviser):
        look, seal = look_at(1), seal_at(1)
    same_row = replace_salt(look)

    assert sealing.commitment_of(look) == bytes(seal.commitment)
    assert sealing.commitment_of(same_row) != bytes(seal.commitment)


def replace_salt(look: Look) -> Look:
    return Look(
        id=look.id, organisation_id=look.organisation_id, seat_id=look.seat_id, role=look.role,
        about=look.about, why=look.why, at=look.at,
    )  # fmt: skip


# What may go, goes lawfully


def test_old_looks_age_out_and_the_chain_still_holds(adviser: Actor):
    sealed(adviser, 4, at=LONG_AGO)
    head = sealed(adviser, 3)
    assert sealing.age_out(keeper(adviser), Q(), why=Gone.AGED, now=NOW) == 4
    report = verifying.verify(keeper(adviser), against=head)

    assert report.found == ()
    assert (report.looks, report.gone[Gone.AGED], report.head.number) == (3, 4, 8)


def test_erasing_a_person_does_not_break_the_chain(adviser: Actor):
    sealed(adviser, 5)
    journal.seen(adviser, about=[her := uuid4()], why="admission.talk", at=NOW)  # not sealed yet
    assert sealing.age_out(keeper(adviser), Q(about=her), why=Gone.ERASED, now=NOW) == 1

    report = verifying.verify(keeper(adviser))
    assert (report.found, report.looks, report.gone[Gone.ERASED]) == ((), 5, 1)
    with given(adviser):
        assert not Look.objects.filter(about=her).exists()


def test_nothing_young_goes_for_its_age(adviser: Actor):
    sealed(adviser, 2)
    assert sealing.age_out(keeper(adviser), Q(), why=Gone.AGED, now=NOW) == 0
    assert verifying.verify(keeper(adviser)).looks == 2


def test_what_went_too_early_is_found(monkeypatch: pytest.MonkeyPatch, adviser: Actor):
    sealed(adviser, 2)
    monkeypatch.setattr(sealing, "KEPT_FOR", timedelta(0))
    sealing.age_out(keeper(adviser), Q(), why=Gone.AGED, now=NOW + MINUTE)
    assert faults(adviser) == {Fault.TOO_EARLY}


def test_what_went_and_is_back_is_found(adviser: Actor):
    sealed(adviser, 2)
    with given(adviser):
        kept = look_at(1)
    sealing.age_out(keeper(adviser), Q(number=1), why=Gone.ERASED, now=NOW)
    with given(adviser):
        kept.save(force_insert=True)
    assert faults(adviser) == {Fault.SLIPPED_IN}


@pytest.mark.parametrize("numbers", [[1], [1, 2, 3], [1, 3, 4, 9], [2, 4, 6]])
def test_numbers_in_short_are_the_same_numbers(numbers: list[int]):
    assert [number for run in sealing.from_ranges(sealing.as_ranges(numbers)) for number in run] == numbers


# Tampering


def edit_look(random: Random, numbers: list[int]) -> None:
    look = look_at(random.choice(numbers))
    change = random.choice(
        [
            {"seat_id": uuid4()}, {"seat_id": None}, {"role": "manager"}, {"about": uuid4()}, {"why": "other.page"},
            {"at": look.at + timedelta(microseconds=1)}, {"salt": b"another salt"}, {"number": None},
            {"number": 10_000 + look.number},
        ]
    )  # fmt: skip
    Look.objects.filter(pk=look.pk).update(**change)


def edit_seal(random: Random, numbers: list[int]) -> None:
    seal = seal_at(random.choice(numbers))
    change = random.choice(
        [
            {"look_id": uuid4()}, {"look_id": None}, {"gone": "1-3"}, {"why": "aged"}, {"commitment": b"x" * 32},
            {"link": b"x" * 32}, {"sealed_at": seal.sealed_at + timedelta(microseconds=1)}, {"number": 10_000},
        ]
    )  # fmt: skip
    Seal.objects.filter(pk=seal.pk).update(**change)


def edit_both(random: Random, numbers: list[int]) -> None:
    """Somebody who knows how commitments are made changes look and commitment together."""
    seal = seal_at(random.choice(numbers))
    look = Look.objects.get(pk=seal.look_id)
    look.why = "other.page"
    look.save(update_fields=["why"])
    Seal.objects.filter(pk=seal.pk).update(commitment=sealing.commitment_of(look))


def delete_look(random: Random, numbers: list[int]) -> None:
    look_at(random.choice(numbers)).delete()


def delete_both(random: Random, numbers: list[int]) -> None:
    seal = seal_at(random.choice(numbers[:-1]))
    Look.objects.filter(pk=seal.look_id).delete()
    seal.delete()


def delete_seal(random: Random, numbers: list[int]) -> None:
    seal_at(random.choice(numbers)).delete()


def reorder_looks(random: Random, numbers: list[int]) -> None:
    one, other = (look_at(number) for number in random.sample(numbers, 2))
    Look.objects.filter(pk=one.pk).update(number=other.number)
    Look.objects.filter(pk=other.pk).update(number=one.number)


def reorder_all(random: Random, numbers: list[int]) -> None:
    """Looks and seals change places together, and the numbers with them."""
    one, other = (seal_at(number) for number in random.sample(numbers, 2))
    Seal.objects.filter(pk=one.pk).update(number=10_000)
    Seal.objects.filter(pk=other.pk).update(number=one.number)
    Seal.objects.filter(pk=one.pk).update(number=other.number)
    Look.objects.filter(pk=one.look_id).update(number=other.number)
    Look.objects.filter(pk=other.look_id).update(number=one.number)


def slip_in(random: Random, numbers: list[int]) -> None:
    look = look_at(random.choice(numbers))
    look.pk = uuid4()
    look.save(force_insert=True)


def cut_off(random: Random, numbers: list[int]) -> None:
    """The end goes, with its looks: only a head kept elsewhere shows it."""
    first = random.choice(numbers)
    Look.objects.filter(number__gte=first).delete()
    Seal.objects.filter(number__gte=first).delete()


def make_anew(random: Random, numbers: list[int]) -> None:
    """All that came from some number on is deleted and sealed again, without one look, by the house's own hand."""
    first = random.choice(numbers)
    Seal.objects.filter(number__gte=first).delete()
    Look.objects.filter(number=first).delete()
    Look.objects.filter(number__gte=first).update(number=None)
    look = Look.objects.first()
    assert look is not None
    sealing.seal_looks(Actor.housekeeper(look.organisation_id), now=NOW + 2 * MINUTE)


TAMPERING: dict[Tamper, set[Fault]] = {
    edit_look: {Fault.EDITED, Fault.OUT_OF_ORDER},
    edit_seal: {Fault.EDITED, Fault.OUT_OF_ORDER, Fault.MISSING},
    edit_both: {Fault.OUT_OF_ORDER},
    delete_look: {Fault.DELETED},
    delete_both: {Fault.MISSING},
    delete_seal: {Fault.MISSING, Fault.SLIPPED_IN},
    reorder_looks: {Fault.OUT_OF_ORDER},
    reorder_all: {Fault.OUT_OF_ORDER},
    slip_in: {Fault.SLIPPED_IN},
    cut_off: {Fault.CUT_OFF},
    make_anew: {Fault.CUT_OFF, Fault.MADE_ANEW},
}
"""Each way of tampering, and how it may be named: one of these at least."""


def _found(actor: Actor, head: Head, tamper: Tamper, seed: int) -> set[Fault]:
    """Tamper once, verify, and put all back."""
    with given(actor), transaction.atomic():
        numbers = list(range(1, Look.objects.aggregate(last=Max("number"))["last"] + 1))
        tamper(Random(seed), numbers)
        found = faults(actor, head)
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("tamper", TAMPERING, ids=lambda tamper: tamper.__name__)
def test_tampering_is_found_and_named(adviser: Actor, tamper: Tamper):
    head = sealed(adviser)
    for seed in range(6):
        assert _found(adviser, head, tamper, seed) & TAMPERING[tamper], seed
    assert not faults(adviser, head)


@pytest.mark.proof
def test_a_thousand_ways_to_tamper_are_all_found(adviser: Actor):
    head = sealed(adviser, 200)
    kinds = list(TAMPERING)
    missed = [
        (kinds[seed % len(kinds)].__name__, seed)
        for seed in range(1000)
        if not _found(adviser, head, kinds[seed % len(kinds)], seed) & TAMPERING[kinds[seed % len(kinds)]]
    ]
    assert missed == []


def test_without_a_head_kept_elsewhere_a_clean_cut_does_not_show(adviser: Actor):
    """What deploy.md says about keeping heads is true: nothing inside the database can show it."""
    head = sealed(adviser)
    with given(adviser), transaction.atomic():
        cut_off(Random(0), [10])
        assert not faults(adviser)
        assert faults(adviser, head) == {Fault.CUT_OFF}
        transaction.set_rollback(True)


# What finds it: take each away, and it is missed


def test_without_its_commitment_an_edit_would_be_missed(monkeypatch: pytest.MonkeyPatch, adviser: Actor):
    head = sealed(adviser)
    monkeypatch.setattr(verifying, "_as_sealed", lambda seal, look, end: iter(()))
    assert _found(adviser, head, lambda _, __: Look.objects.filter(number=3).update(why="x"), 0) == set()  # type: ignore[arg-type, func-returns-value]


def test_without_its_links_an_edit_of_both_would_be_missed(monkeypatch: pytest.MonkeyPatch, adviser: Actor):
    head = sealed(adviser)
    assert _found(adviser, head, edit_both, 0) == {Fault.OUT_OF_ORDER}
    monkeypatch.setattr(verifying, "_in_chain", lambda seal, before: iter(()))
    assert _found(adviser, head, edit_both, 0) == set()
