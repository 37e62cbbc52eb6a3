"""The parts of a page that are answered: buttons, questions, and what a form could not accept."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from stegvis.ui import fields

from .library import one_of, register

OPTION = '<option value="{}"{}>{}</option>'
GROUP = '<optgroup label="{}">{}</optgroup>'
BUTTONS = {"primary": "", "secondary": "secondary", "quiet": "tertiary", "danger": "secondary"}


@register.inclusion_tag("ui/parts/button.html")
def button(text: str, kind: str = "primary", name: str = "", value: str = "") -> dict[str, Any]:
    """A submit button. `kind`: primary, secondary, quiet or danger; `name` and `value` go with the form."""
    return {
        "text": text,
        "kind": kind,
        "variant": BUTTONS[one_of(kind, BUTTONS, "kind")],
        "name": name,
        "value": value,
    }


@register.inclusion_tag("ui/parts/link_button.html")
def link_button(text: str, href: str, kind: str = "primary") -> dict[str, Any]:
    """A link that looks like a button. Same kinds as `button`."""
    return _look(text, kind) | {"href": href}


@register.simple_block_tag
def form_actions(content: str) -> SafeString:
    """The row of buttons that ends a form; the main action first."""
    return render_to_string("ui/parts/form_actions.html", {"content": content})


@register.inclusion_tag("ui/parts/field.html")
def field(bound: forms.BoundField, hint: str = "") -> dict[str, Any]:
    """One question of a form: label, hint, error and control, wired together for screen readers."""
    return fields.describe(bound, hint)


@register.filter
def options(groups: Iterable[tuple[str | None, list[dict[str, Any]], int]]) -> SafeString:
    """The choices of a select, from its widget's `optgroups`.

    Not drawn by two templates for each, as Django does: a page with filters has some fifty of them.
    """
    drawn = []
    for name, choices, _ in groups:
        several = format_html_join("", OPTION, (_drawn(choice) for choice in choices))
        drawn.append(format_html(GROUP, name, several) if name else several)
    return SafeString("".join(drawn))


def _drawn(choice: dict[str, Any]) -> tuple[str, str, str]:
    return choice["value"], flatatt(choice["attrs"]) if choice["attrs"] else "", choice["label"]


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(form: forms.BaseForm, focus: bool = True) -> dict[str, Any]:
    """What the form could not accept, each with a link to its question. Nothing when all is well.

    `focus` brings the reader there when the page opens. A password is never sent back, so nothing is said of it.
    """
    hides = any(isinstance(one.widget, forms.PasswordInput) for one in form.fields.values())
    return {"errors": fields.errors(form) if form.is_bound else [], "focus": focus, "kept": not hides}


@register.inclusion_tag("ui/parts/search_field.html")
def search_field(name: str, value: str, label: str, button_text: str = "") -> dict[str, Any]:
    """A search field with its button; stands inside a form with method get."""
    return {"name": name, "value": value or "", "label": label, "button_text": button_text}


def _look(text: str, kind: str) -> dict[str, Any]:
    return {"text": text, "kind": kind, "variant": BUTTONS[one_of(kind, BUTTONS, "kind")]}


@register.inclusion_tag("ui/parts/typed_note.html")
def typed_note(form: forms.BaseForm) -> dict[str, Any]:
    """Says that a form holds what was typed before the session ended, and that it waits to be sent."""
    return {"shown": form.initial.get(fields.TYPED_BEFORE, False)}
