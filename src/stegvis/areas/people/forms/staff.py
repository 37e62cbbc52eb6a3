"""The questions of the pages about who works here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from stegvis.kernel.roles import Role
from stegvis.ui.keys import KeyField

from ..queries import ChargeShown, ChecksHere
from ..rules import CheckedTask, Reason
from ..texts import REASONS, ROLES, TASKS

LONGEST_NAME = 60


class InviteForm(forms.Form):
    """A colleague, a volunteer, somebody who leads a round: what they are called, where to reach them, which seat."""

    key = KeyField()
    name = forms.CharField(
        label=_("Name"),
        help_text=_("What people here say. A first name is enough."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": REASONS[Reason.NAME_MISSING]},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("The link goes there, and nowhere else."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": REASONS[Reason.EMAIL_MISSING],
            "invalid": REASONS[Reason.EMAIL_MISSING],
        },
    )
    role = forms.ChoiceField(
        label=_("Role"), widget=forms.RadioSelect, error_messages={"required": _("Choose a role.")}
    )
    department = forms.ChoiceField(label=_("Department"), required=False)
    from_on = forms.DateField(
        label=_("From"),
        error_messages={
            "required": REASONS[Reason.FIRST_DAY_CANNOT_BE],
            "invalid": _("Write a day that exists."),
        },
    )

    def __init__(
        self,
        *arguments: Any,
        roles: Sequence[Role],
        departments: Sequence[tuple[UUID, str]],
        today: date,
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self.fields["role"].choices = [(role.value, capfirst(str(ROLES[role]))) for role in roles]  # type: ignore[attr-defined]
        self.fields["from_on"].initial = today
        if departments:
            choices = [("", _("None")), *((str(pk), name) for pk, name in departments)]
            self.fields["department"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["department"]

    def wanted(self) -> dict[str, Any]:
        """What was answered, as `actions.invite_colleague` takes it."""
        said = self.cleaned_data
        department = said.get("department")
        return {
            "name": said["name"],
            "email": said["email"],
            "role": Role(said["role"]),
            "department_id": UUID(department) if department else None,
            "from_on": said["from_on"],
            "wanted_id": said["key"],
        }


class EndForm(forms.Form):
    """When a seat ends."""

    last_on = forms.DateField(
        label=_("Last day"),
        help_text=_("Leave it empty to end it at once."),
        required=False,
        error_messages={"invalid": _("Write a day that exists.")},
    )


class HandOverForm(forms.Form):
    """Who goes on with what stands in somebody's name: one question a kind, each can wait."""

    def __init__(self, charges: Sequence[ChargeShown], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for charge in charges:
            takers = [(str(one.seat_id), f"{one.name}, {ROLES[one.role]}") for one in charge.takers]
            self.fields[charge.code] = forms.ChoiceField(
                label=str(charge.words),
                help_text=str(charge.meanwhile),
                required=False,
                choices=[("", _("Nobody yet")), *takers],
            )

    def takers(self) -> dict[str, UUID]:
        """The seat that was chosen for each kind; those left open are not there."""
        return {code: UUID(seat) for code, seat in self.cleaned_data.items() if seat}


class CheckForm(forms.Form):
    """The one thing noted of a record check."""

    shown_on = forms.DateField(
        label=_("Shown on"),
        error_messages={
            "required": REASONS[Reason.SHOWN_ON_CANNOT_BE],
            "invalid": _("Write a day that exists."),
        },
    )


class ChecksForm(forms.Form):
    """For each role the task that a law names, or none."""

    def __init__(self, here: ChecksHere, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        tasks = [("", _("No check is shown")), *((task.value, TASKS[task]) for task in here.tasks)]
        for one in here.roles:
            self.fields[one.role.value] = forms.ChoiceField(
                label=capfirst(str(one.role_name)),
                required=False,
                choices=tasks,
                initial=one.task.value if one.task else "",
            )

    def tasks(self) -> dict[Role, CheckedTask | None]:
        """The answer for each role."""
        return {Role(role): CheckedTask(task) if task else None for role, task in self.cleaned_data.items()}
