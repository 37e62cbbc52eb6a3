"""The small forms of the desk: a new offering, a copy, a new service."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.ui.keys import KeyField

from .. import texts
from ..rules import WRITTEN, DocumentationMode, ServiceKind
from .steps import DeskForm, language_name


class NewOfferingForm(DeskForm):
    """A title and where it belongs: all that is needed to begin."""

    key = KeyField()
    title = forms.CharField(label=_("What shall it be called?"), strip=False)
    service = forms.TypedChoiceField(label=_("Which service does it belong to?"), coerce=UUID)
    language = forms.ChoiceField(label=_("Which language do you write in?"), widget=forms.RadioSelect)

    def __init__(
        self, services: Iterable[tuple[UUID, str]], language: str, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={"language": language})
        self.fields["service"].choices = list(services)  # type: ignore[attr-defined]
        self.fields["language"].choices = [(code, language_name(code)) for code in WRITTEN]  # type: ignore[attr-defined]


class CopyForm(DeskForm):
    """The one thing that a copy must have of its own."""

    key = KeyField()
    title = forms.CharField(label=_("What shall the new one be called?"), strip=False)


class NewServiceForm(DeskForm):
    """A kind of work that the centre runs (S2-02), and what is written down about those who come (X-15)."""

    key = KeyField()
    kind = forms.TypedChoiceField(
        label=_("What kind of work is it?"),
        widget=forms.RadioSelect,
        choices=list(texts.SERVICE_KINDS.items()),
        coerce=ServiceKind,
    )
    name = forms.CharField(label=_("What do you call it?"), strip=False)
    documentation = forms.TypedChoiceField(
        label=_("What do staff write down about those who come?"),
        widget=forms.RadioSelect,
        choices=[(mode, texts.DOCUMENTATION_IN_FULL[mode]) for mode in DocumentationMode],
        coerce=DocumentationMode,
        initial=DocumentationMode.WITHOUT_NAMES,
    )
