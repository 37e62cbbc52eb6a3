"""What the gallery page shows: every kind of question, filled in well and badly, and texts that test it."""

from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

STARTS = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
ENDS = datetime(2026, 11, 26, 13, 0, tzinfo=UTC)
LONG_WORD = "Arbeidsmarkedsopplæringskoordinatorfellesskapet"
WAYS = [("phone", _("By phone")), ("here", _("Here on the page")), ("none", _("Not at all"))]
PLACES = [("", _("Anywhere")), ("korsby", "Korsby")]
DAYS = [("mon", _("Monday")), ("wed", _("Wednesday")), ("thu", _("Thursday"))]


class GalleryForm(forms.Form):
    """One question of each kind."""

    use_required_attribute = False
    nickname = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("A nickname is fine. You choose it yourself."),
        max_length=40,
    )
    wish = forms.CharField(
        label=_("What would you like more of?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    place = forms.ChoiceField(
        label=_("Where"), choices=[("", _("Anywhere")), ("korsby", "Korsby")], required=False
    )
    way = forms.ChoiceField(
        label=_("How may we reach you?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        help_text=_("We send nothing unless you ask us to."),
    )
    days = forms.MultipleChoiceField(
        label=_("Which days suit you?"), choices=DAYS, widget=forms.CheckboxSelectMultiple, required=False
    )
    day = forms.DateField(label=_("Day"), required=False)
    start = forms.TimeField(label=_("Starts at"), required=False)
    understood = forms.BooleanField(
        label=_("I have read what is kept about me"), help_text=_("It is half a page.")
    )


def content() -> dict[str, Any]:
    """The gallery's context: forms filled in and refused, a long list, steps, a menu."""
    refused = GalleryForm({"nickname": "x" * 41, "way": "pigeon", "day": "2026-02-30"})
    refused.add_error(None, _("Somebody else has changed this meanwhile. Read it once more and send again."))
    return {
        "form": GalleryForm(initial={"day": date(2026, 11, 26), "start": time(12, 0), "way": "here"}),
        "refused": refused,
        "starts": STARTS,
        "ends": ENDS,
        "long_word": LONG_WORD,
        "hostile": "<script>alert(1)</script>",
        "page": Paginator(range(95), 20).page(2),
        "tones": ["neutral", "accent", "success", "warning"],
        "kinds": ["primary", "secondary", "quiet", "danger"],
        "steps": [
            {
                "heading": _("A talk about what you want"),
                "text": _("With Ingrid, in November"),
                "state": "done",
            },
            {"heading": _("A place in the group"), "text": _("Thursdays at twelve"), "state": "now"},
            {"heading": _("How has it been?"), "text": "", "state": "next"},
        ],
        "menu_items": [
            {"text": _("My page"), "href": "#menu", "current": True},
            {"text": _("My groups"), "href": "#menu", "current": False},
            {"text": LONG_WORD, "href": "#menu", "current": False},
        ],
    }
