"""The key that a form carries of what it makes, so that a form sent twice makes one thing."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms


class KeyField(forms.Field):
    """A hidden key, fresh for each page and the same when the form comes back. What is none counts as nothing sent."""

    widget = forms.HiddenInput

    def __init__(self, **named: Any) -> None:
        super().__init__(**{"required": False, "initial": uuid4, **named})

    def to_python(self, value: Any) -> UUID | None:
        try:
            return UUID(str(value))
        except ValueError:
            return None
