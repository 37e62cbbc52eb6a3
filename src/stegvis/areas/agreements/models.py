"""The house's base rules, what each group agreed on and when, and a wish not to be greeted."""

from __future__ import annotations

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from .rules import LONGEST, BaseRule, Part, Rule
from .texts import rules_to_begin_with

AT_THE_DESK = dict.fromkeys(EMPLOYED, all_rows)
PARTS = [(part.value, part.value) for part in Part]


def of_my_groups(actor: Actor) -> Q:
    """What the group in which she holds a place has agreed on; not what is still on the table."""
    return Q(round__places__participant__user_id=actor.user_id, round__places__state="held", number__gte=0)


def in_my_groups(actor: Actor) -> Q:
    places = "agreement__round__places"
    mine = {f"{places}__participant__user_id": actor.user_id, f"{places}__state": "held"}
    return Q(**mine, agreement__number__gte=0)


def mine(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


class BaseRules(OrganisationOwned):
    """One version of the house's own base rules. Never changed: other words are the next number (S1-18).

    Number 0 is no row: it is what the software brings, until the house has written its own.
    """

    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")

    VISIBLE_TO = AT_THE_DESK | {Role.PARTICIPANT: all_rows}
    objects = OwnedQuerySet["BaseRules"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id", "number"], name="base_rules_once")]


class BaseRuleQuerySet(OwnedQuerySet["BaseRuleWords"]):
    def of_version(self, actor: Actor, number: int | None = None) -> tuple[int, list[BaseRule]]:
        """The base rules of one version, the newest without a number, in their order; and the number it has."""
        if number is None:
            newest = BaseRules.objects.visible_to(actor).order_by("-number").first()
            number = newest.number if newest else 0
        if number == 0:
            return 0, rules_to_begin_with()
        found: dict[str, tuple[Part, dict[str, str]]] = {}
        for row in self.visible_to(actor).filter(of__number=number).order_by("position"):
            found.setdefault(row.key, (Part(row.part), {}))[1][row.language] = row.words
        return number, [BaseRule(key, part, words) for key, (part, words) in found.items()]


class BaseRuleWords(OrganisationOwned):
    """One base rule in one language. `key` is the same in every version and language of it."""

    of = models.ForeignKey(BaseRules, on_delete=models.CASCADE, related_name="rules")
    key = models.CharField(max_length=40)
    part = models.CharField(max_length=20, choices=PARTS)
    position = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    words = models.CharField(max_length=LONGEST)

    VISIBLE_TO = AT_THE_DESK | {Role.PARTICIPANT: all_rows}
    objects = BaseRuleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "key", "language"], name="a_base_rule_once_a_language")
        ]


class AgreementQuerySet(OwnedQuerySet["Agreement"]):
    def newest(self, actor: Actor, round_id: UUID) -> Agreement | None:
        """The version that a round goes by now; None for a round that has none."""
        rows = self.visible_to(actor).filter(round_id=round_id, number__isnull=False)
        return rows.order_by("-number").first()

    def on_the_table(self, actor: Actor, round_id: UUID) -> Agreement | None:
        """What the group talks about just now, kept from others until the transaction ends; None for nothing."""
        rows = self.visible_to(actor).select_for_update(of=("self",))
        return rows.filter(round_id=round_id, number=None).first()


class Agreement(OrganisationOwned):
    """What one group goes by: a version that is never changed, or what lies on the table while the group talks.

    `number` empty: on the table. The first version of a round is what it began with: number 0 and no day for the base
    rules of version `base`, or the agreement of the round before (`goes_on_from`). Every later one was made by the
    group at `session`, with `host` leading the talk; who was there is not written. `spoken_of`: how often each part
    was saved while it lay on the table. `language`: in which the words count.
    """

    round = models.ForeignKey("groups.Round", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(null=True)
    base = models.PositiveIntegerField()
    language = models.CharField(max_length=2)
    goes_on_from = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    session = models.ForeignKey("groups.Session", null=True, on_delete=models.SET_NULL, related_name="+")
    host = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    spoken_of = models.JSONField(default=dict)
    why = models.CharField(max_length=LONGEST, blank=True)
    since = models.DateTimeField()
    agreed_on = models.DateField(null=True)

    VISIBLE_TO = AT_THE_DESK | {Role.PARTICIPANT: of_my_groups}
    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="one_agreement_a_number"),
            models.UniqueConstraint(
                fields=["round"], condition=Q(number=None), name="one_agreement_on_the_table"
            ),
        ]

    @property
    def times_saved(self) -> int:
        """How often any part was saved while it lay on the table."""
        return sum(self.spoken_of.values())


class AgreedRuleQuerySet(OwnedQuerySet["AgreedRule"]):
    def standing(self, actor: Actor, agreement: Agreement) -> Self:
        """The rules of a version in their order, without those that were taken away in it."""
        return self.visible_to(actor).filter(agreement=agreement, because="").order_by("position")


class AgreedRule(OrganisationOwned):
    """One rule of a version. `because` is set when the group took it away in that version: then it is history only."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="rules")
    part = models.CharField(max_length=20, choices=PARTS)
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=LONGEST)
    base = models.CharField(max_length=40, blank=True)
    because = models.CharField(max_length=LONGEST, blank=True)

    VISIBLE_TO = AT_THE_DESK | {Role.PARTICIPANT: in_my_groups}
    objects = AgreedRuleQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "position"], name="one_rule_a_position")]

    def as_rule(self) -> Rule:
        return Rule(Part(self.part), self.words, self.base)


class GreetingWish(OrganisationOwned):
    """She would rather not be greeted outside (S1-23). Hers alone: whoever leads hears that there is such a wish."""

    round = models.ForeignKey("groups.Round", on_delete=models.CASCADE, related_name="+")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: mine, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["GreetingWish"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "participant"], name="wishes_once_a_round")]
