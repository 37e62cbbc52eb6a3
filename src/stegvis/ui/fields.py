"""What a template needs to know about one question of a form: which control, which words, how they are wired.

Works with any Django form. What `aria-describedby` names is on the page: `<field>_hint`, `<field>_error`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

F = TypeVar("F", bound=forms.BaseForm)

CONTROL_CLASS = "ds-input"
TYPED_BEFORE = "typed_before"
"""The mark in a form's `initial` that says: this is not what stands there, but what was typed and not sent."""


@dataclass(frozen=True)
class Option:
    """One radio button or checkbox of a group, ready to be placed beside its label."""

    control: SafeString
    id: str
    label: str


@dataclass(frozen=True)
class FormError:
    """One thing the form could not accept. `target`: the id of the control, empty for the whole form."""

    target: str
    label: str
    text: str


def describe(bound: forms.BoundField, hint: str = "") -> dict[str, Any]:
    """The context of `ui/parts/field.html` for one bound field. `hint` replaces the form's help text."""
    words = hint or bound.help_text
    hint_id = f"{bound.auto_id}_hint" if words else ""
    error_id = f"{bound.auto_id}_error" if bound.errors else ""
    described_by = " ".join(part for part in (hint_id, error_id) if part)
    kind = control_kind(bound.field.widget)
    context: dict[str, Any] = {
        "kind": kind,
        "id": bound.id_for_label,
        "label": bound.label,
        "hint": words,
        "hint_id": hint_id,
        "error_id": error_id,
        "errors": bound.errors,
        "described_by": described_by,
        "skipable": not (bound.field.required or kind == "checkbox" or getattr(bound.form, "narrows", False)),
        "required": bound.field.required,
    }
    if kind in ("radio", "checkboxes"):
        context["options"] = _options(bound)
    else:
        if not (bound.errors and bound.value()):  # a picker could not show what was refused
            _use_native_picker(bound.field.widget)
        context["control"] = bound.as_widget(attrs=_attributes(bound, described_by))
    return context


def put_back(form: forms.BaseForm, typed: Mapping[str, str | list[str]]) -> None:
    """Let a form show what was typed in it before the session ended. Does nothing for one that was just sent.

    `typed`: answer or answers by name, as they were sent. Boxes that were not ticked are not ticked.
    """
    if form.is_bound or not typed:
        return
    sent = MultiValueDict(
        {name: [value] if isinstance(value, str) else value for name, value in typed.items()}
    )
    for name, field in form.fields.items():
        known_as = form.add_prefix(name)
        if not field.widget.value_omitted_from_data(sent, MultiValueDict(), known_as):
            form.initial[name] = field.widget.value_from_datadict(sent, MultiValueDict(), known_as)
    form.initial[TYPED_BEFORE] = True


def with_answers(form: F, **answers: str) -> F:
    """The same form as it was sent, with these answers in the place of theirs: for a page that shows, beside what was
    typed, what somebody else has saved meanwhile, and whose next press is about that.
    """
    data = QueryDict(mutable=True)
    data.update(form.data)
    for name, answer in answers.items():
        data[name] = answer
    form.data = data
    return form


def control_kind(widget: forms.Widget) -> str:
    """radio, checkboxes (a group), checkbox (one), group (several controls, one answer), hidden, plain."""
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radio"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if widget.is_hidden:
        return "hidden"
    # The type stubs do not know that Django 5 gives every widget `use_fieldset`.
    return "group" if getattr(widget, "use_fieldset", False) else "plain"


def errors(form: forms.BaseForm) -> list[FormError]:
    """Everything the form could not accept, in the order of its questions, the whole form first."""
    found = [FormError("", "", str(text)) for text in form.non_field_errors()]
    for bound in form:
        found += [FormError(_target(bound), str(bound.label), str(text)) for text in bound.errors]
    return found


def _attributes(bound: forms.BoundField, described_by: str) -> dict[str, str | bool]:
    css = str(bound.field.widget.attrs.get("class", ""))
    attributes: dict[str, str | bool] = {"class": f"{CONTROL_CLASS} {css}".strip()}
    if described_by:
        attributes["aria-describedby"] = described_by
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return attributes


def _options(bound: forms.BoundField) -> list[Option]:
    options = []
    for part in bound.subwidgets:
        part.data["attrs"]["class"] = CONTROL_CLASS
        part.data["attrs"].pop("aria-describedby", None)  # the group is described once, not every answer
        part.data["attrs"].pop("required", None)
        if bound.errors:
            part.data["attrs"]["aria-invalid"] = "true"
        options.append(Option(part.tag(wrap_label=False), part.id_for_label or "", str(part.choice_label)))
    return options


def _use_native_picker(widget: forms.Widget) -> None:
    """Days and times get the device's own picker, which sends ISO forms whatever the page's language."""
    if type(widget) is forms.DateInput:
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    elif type(widget) is forms.TimeInput:
        widget.input_type, widget.format = "time", "%H:%M"
    elif type(widget) is forms.DateTimeInput:
        widget.input_type, widget.format = "datetime-local", "%Y-%m-%dT%H:%M"


def _target(bound: forms.BoundField) -> str:
    """The first control of the question: a group of answers has no control of its own."""
    widget = bound.field.widget
    if control_kind(widget) in ("radio", "checkboxes"):
        return f"{bound.auto_id}_0"
    if isinstance(widget, forms.MultiWidget):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id
