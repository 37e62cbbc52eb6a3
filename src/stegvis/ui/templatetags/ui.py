"""The tags every page is built from: `{% load ui %}`. Each is short; its look is in `templates/ui/parts/`.

Text arguments are escaped by the templates; the content of a block is template output and is taken as it is.
See README.md in this app for what each tag is for, and the gallery page for how it looks.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import segno
from django import forms, template
from django.core.paginator import Page
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from stegvis.ui import dates, fields, icons

register = template.Library()

BUTTONS = {"primary": "", "secondary": "secondary", "quiet": "tertiary", "danger": "secondary"}
TONES = {"neutral": "", "accent": "accent", "success": "success", "warning": "warning"}
ALERTS = ("info", "success", "warning", "danger")
LANGUAGES = {"nb": "Norsk", "da": "Dansk", "sv": "Svenska", "en": "English"}


def _one_of(value: str, allowed: Mapping[str, str] | Sequence[str], what: str) -> str:
    if value not in allowed:
        raise template.TemplateSyntaxError(f"{what} must be one of {', '.join(allowed)}, not {value!r}")
    return value


def _look(text: str, kind: str) -> dict[str, Any]:
    return {"text": text, "kind": kind, "variant": BUTTONS[_one_of(kind, BUTTONS, "kind")]}


@register.inclusion_tag("ui/parts/page_heading.html")
def page_heading(text: str, lead: str = "") -> dict[str, Any]:
    """The page's only h1, with an optional lead sentence under it."""
    return {"text": text, "lead": lead}


@register.inclusion_tag("ui/parts/button.html")
def button(text: str, kind: str = "primary", name: str = "", value: str = "") -> dict[str, Any]:
    """A submit button. `kind`: primary, secondary, quiet or danger; `name` and `value` go with the form."""
    return {
        "text": text,
        "kind": kind,
        "variant": BUTTONS[_one_of(kind, BUTTONS, "kind")],
        "name": name,
        "value": value,
    }


@register.inclusion_tag("ui/parts/link_button.html")
def link_button(text: str, href: str, kind: str = "primary") -> dict[str, Any]:
    """A link that looks like a button. Same kinds as `button`."""
    return _look(text, kind) | {"href": href}


@register.inclusion_tag("ui/parts/back_link.html")
def back_link(text: str, href: str) -> dict[str, Any]:
    """The way back, above the page's heading."""
    return {"text": text, "href": href}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: forms.BoundField, hint: str = "") -> dict[str, Any]:
    """One question of a form: label, hint, error and control, wired together for screen readers."""
    return fields.describe(bound, hint)


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """What the form could not accept, each with a link to its question. Nothing when all is well."""
    return {"errors": fields.errors(form) if form.is_bound else []}


@register.simple_block_tag
def alert(content: str, kind: str = "info", heading: str = "") -> SafeString:
    """A box that asks for attention. `kind`: info, success, warning or danger."""
    context = {"content": content, "kind": _one_of(kind, ALERTS, "kind"), "heading": heading}
    return render_to_string("ui/parts/alert.html", context)


@register.simple_block_tag
def card(content: str, heading: str = "", href: str = "", level: int = 2) -> SafeString:
    """A surface for one thing; with `href` the whole card leads there. `level` is the heading's (2 to 4)."""
    return render_to_string(
        "ui/parts/card.html", {"content": content, "heading": heading, "href": href, "level": level}
    )


@register.inclusion_tag("ui/parts/tag.html")
def tag(text: str, tone: str = "neutral") -> dict[str, Any]:
    """A small word about a thing, never about a person. `tone`: neutral, accent, success or warning."""
    return {"text": text, "colour": TONES[_one_of(tone, TONES, "tone")]}


@register.simple_block_tag
def details(content: str, summary: str, open: bool = False) -> SafeString:  # noqa: A002 - the tag's word
    """Something to unfold; works without a script."""
    return render_to_string("ui/parts/details.html", {"content": content, "summary": summary, "open": open})


@register.inclusion_tag("ui/parts/empty_state.html")
def empty_state(heading: str, text: str, action_text: str = "", href: str = "") -> dict[str, Any]:
    """What to say where nothing is yet: why, and what can be done."""
    return {"heading": heading, "text": text, "action_text": action_text, "href": href}


@register.simple_block_tag
def section(content: str, heading: str, id: str = "") -> SafeString:  # noqa: A002 - the tag's word
    """A part of the page with its own h2; `id` makes it a place to link to."""
    return render_to_string("ui/parts/section.html", {"content": content, "heading": heading, "id": id})


@register.simple_block_tag
def facts(content: str) -> SafeString:
    """A list of facts about a thing: put `fact` blocks inside."""
    return render_to_string("ui/parts/facts.html", {"content": content})


@register.simple_block_tag
def fact(content: str, name: str) -> SafeString:
    """One fact inside `facts`: its name ("When") and its content."""
    return render_to_string("ui/parts/fact.html", {"content": content, "name": name})


@register.inclusion_tag("ui/parts/steps.html")
def steps(items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Steps of something that takes time. Items have `heading`, `text` and `state`: done, now or next."""
    return {"items": items}


@register.inclusion_tag("ui/parts/pages.html", takes_context=True)
def pages(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """Links to the pages before and after; other query parameters stay. Nothing on a single page."""
    return {
        "page": page,
        "previous": _query(context, page=page.previous_page_number()) if page.has_previous() else "",
        "next": _query(context, page=page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("ui/parts/icon.html")
def icon(name: str) -> dict[str, Any]:
    """A small drawing beside words; hidden from screen readers, so it never stands alone."""
    _one_of(name, icons.ICONS, "icon")
    return {"drawing": icons.ICONS[name]}


@register.inclusion_tag("ui/parts/qr_code.html")
def qr_code(address: str, label: str) -> dict[str, Any]:
    """A QR code that leads to `address`, drawn as SVG, with `label` and the address in words under it."""
    code = segno.make(address, error="m", micro=False)
    width, _ = code.symbol_size(border=0)
    squares = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(code.matrix) for x, dark in enumerate(row) if dark
    )
    return {"address": address, "label": label, "width": width, "drawing": squares}


@register.inclusion_tag("ui/parts/in_language.html")
def in_language(text: str, language_code: str, current: str = "") -> dict[str, Any]:
    """Text that may be in another language than the page: marked for screen readers and said in words."""
    page_language = dates.known(current or get_language() or "en")
    code = dates.known(language_code)
    return {"text": text, "code": code, "other": code != page_language}


@register.inclusion_tag("ui/parts/progress.html")
def progress(value: int, maximum: int, label: str) -> dict[str, Any]:
    """How far long work has come: `value` of `maximum`. For the machine's work, never for a person's."""
    return {"value": value, "maximum": maximum, "label": label}


@register.inclusion_tag("ui/parts/print_button.html")
def print_button(text: str = "") -> dict[str, Any]:
    """A print button; shown only where a script can make it work."""
    return {"text": text}


@register.simple_block_tag
def form_actions(content: str) -> SafeString:
    """The row of buttons that ends a form; the main action first."""
    return render_to_string("ui/parts/form_actions.html", {"content": content})


@register.inclusion_tag("ui/parts/search_field.html")
def search_field(name: str, value: str, label: str, button_text: str = "") -> dict[str, Any]:
    """A search field with its button; stands inside a form with method get."""
    return {"name": name, "value": value or "", "label": label, "button_text": button_text}


@register.inclusion_tag("ui/parts/saved_note.html")
def saved_note(text: str = "") -> dict[str, Any]:
    """Says that what was typed is kept."""
    return {"text": text}


@register.inclusion_tag("ui/parts/menu.html")
def menu(items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A row of links. Items have `text`, `href` and `current`."""
    return {"items": items}


@register.inclusion_tag("ui/parts/languages.html", takes_context=True)
def languages(context: template.Context) -> dict[str, Any]:
    """The language switch: this page in each of the four languages."""
    current = dates.known(get_language() or "en")
    return {
        "languages": [
            {"code": code, "name": name, "href": _query(context, language=code), "current": code == current}
            for code, name in LANGUAGES.items()
        ]
    }


@register.filter
def day(value: date | None) -> str:
    """ "torsdag 26. november" in the page's language; empty for None."""
    return dates.day(_local_day(value), _language()) if value else ""


@register.filter
def long_day(value: date | None) -> str:
    """ "torsdag 26. november 2026"; empty for None."""
    return dates.day(_local_day(value), _language(), year=True) if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """ "tor. 26. nov." for tables; empty for None."""
    return dates.short_day(_local_day(value), _language()) if value else ""


@register.filter
def clock(value: time | datetime | None) -> str:
    """ "12.00" in the page's language; empty for None."""
    return dates.clock(_local_time(value), _language()) if value is not None else ""


@register.filter
def moment(value: datetime | None) -> str:
    """ "torsdag 26. november kl. 12.00"; empty for None."""
    return dates.moment(_local(value), _language()) if value else ""


@register.filter
def time_span(start: time | datetime | None, end: time | datetime | None) -> str:
    """ "kl. 12.00–14.00" for two times, "torsdag 26. november kl. 12.00–14.00" for two moments."""
    if start is None:
        return ""
    if isinstance(start, datetime):
        if not isinstance(end, datetime):
            return dates.moment(_local(start), _language())
        return dates.moment_span(_local(start), _local(end), _language())
    if end is None:
        return dates.clock_at(start, _language())
    return dates.clock_span(start, _local_time(end), _language())


def _language() -> str:
    return get_language() or "en"


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def _local_day(value: date) -> date:
    return _local(value).date() if isinstance(value, datetime) else value


def _local_time(value: time | datetime) -> time:
    return _local(value).time() if isinstance(value, datetime) else value


def _query(context: template.Context, **changes: object) -> str:
    """The page's own query string with some parameters changed; works without a request, too."""
    request = context.get("request")
    parameters = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for name, value in changes.items():
        parameters[name] = str(value)
    return f"?{parameters.urlencode()}"
