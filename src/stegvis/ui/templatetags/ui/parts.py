"""The parts of a page that are read: headings, boxes, cards, facts, steps, drawings."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import segno
from django import template
from django.template import base
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from stegvis.ui import dates, icons

from .library import one_of, register

DASHED = re.compile(r"\s*[–•-]\s+")
"""How people begin a line of a list when they type."""

ALERTS = ("info", "success", "warning", "danger")
TONES = {"neutral": "", "accent": "accent", "success": "success", "warning": "warning"}


@register.inclusion_tag("ui/parts/page_heading.html")
def page_heading(text: str, lead: str = "") -> dict[str, Any]:
    """The page's only h1, with an optional lead sentence under it."""
    return {"text": text, "lead": lead}


@register.inclusion_tag("ui/parts/back_link.html")
def back_link(text: str, href: str) -> dict[str, Any]:
    """The way back, above the page's heading."""
    return {"text": text, "href": href}


@register.simple_block_tag
def alert(content: str, kind: str = "info", heading: str = "") -> SafeString:
    """A box that asks for attention. `kind`: info, success, warning or danger."""
    context = {"content": content, "kind": one_of(kind, ALERTS, "kind"), "heading": heading}
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
    return {"text": text, "colour": TONES[one_of(tone, TONES, "tone")]}


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


@register.tag
def icon(parser: base.Parser, token: base.Token) -> base.Node:
    """A small drawing beside words; hidden from screen readers, so it never stands alone.

    Drawn when the template is read: a list has a hundred icons, and each is the same wherever it stands.
    """
    _tag, *named = token.split_contents()
    if len(named) != 1:
        raise template.TemplateSyntaxError("icon takes the name of one drawing")
    name = parser.compile_filter(named[0])
    return (
        _Icon(name)
        if isinstance(name.var, base.Variable)
        else base.TextNode(_drawn(name.resolve(template.Context())))
    )


class _Icon(base.Node):
    """An icon whose name stands in a variable."""

    def __init__(self, name: base.FilterExpression) -> None:
        self.name = name

    def render(self, context: template.Context) -> SafeString:
        return _drawn(self.name.resolve(context))


@cache
def _drawn(name: str) -> SafeString:
    drawing = icons.ICONS[one_of(name, icons.ICONS, "icon")]
    return render_to_string("ui/parts/icon.html", {"drawing": drawing})


@register.inclusion_tag("ui/parts/qr_code.html")
def qr_code(address: str, label: str, words: str = "") -> dict[str, Any]:
    """A QR code that leads to `address`, drawn as SVG, with `label` and a link under it: the address, or `words`."""
    code = segno.make(address, error="m", micro=False)
    width, _ = code.symbol_size(border=0)
    squares = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(code.matrix) for x, dark in enumerate(row) if dark
    )
    return {"address": address, "label": label, "words": words or address, "width": width, "drawing": squares}


@register.simple_tag
def in_language(text: str, language_code: str, current: str = "") -> str:
    """Text that may be in another language than the page: marked for screen readers and said in words."""
    code = dates.known(language_code)
    if code == dates.known(current or get_language() or "en"):
        return text
    return render_to_string("ui/parts/in_language.html", {"text": text, "code": code})


@register.inclusion_tag("ui/parts/progress.html")
def progress(value: int, maximum: int, label: str) -> dict[str, Any]:
    """How far long work has come: `value` of `maximum`. For the machine's work, never for a person's."""
    return {"value": value, "maximum": maximum, "label": label}


@register.inclusion_tag("ui/parts/saved_note.html")
def saved_note(text: str = "") -> dict[str, Any]:
    """Says that what was typed is kept."""
    return {"text": text}


@register.inclusion_tag("ui/parts/print_button.html")
def print_button(text: str = "") -> dict[str, Any]:
    """A print button; shown only where a script can make it work."""
    return {"text": text}


@register.filter
def phone_link(number: str) -> SafeString:
    """A phone number as a link that calls it, in the middle of a sentence too. Stays on one line (see page.css)."""
    return format_html('<a href="tel:{}">{}</a>', re.sub(r"[^\d+]", "", number), number)


@register.filter
def as_written(words: str) -> SafeString:
    """Words as somebody typed them: an empty line begins a paragraph, lines with a dash are a list under their head."""
    blocks = [block.splitlines() for block in re.split(r"\n\s*\n", words.replace("\r\n", "\n").strip())]
    runs = [(dashed, list(run)) for block in blocks for dashed, run in groupby(block, _is_dashed)]
    return format_html(
        '<div class="sv-written">{}</div>', format_html_join("", "{}", ((_run(*one),) for one in runs))
    )


def _is_dashed(line: str) -> bool:
    return DASHED.match(line) is not None


def _run(dashed: bool, lines: Sequence[str]) -> SafeString:
    if dashed:
        items = format_html_join("", "<li>{}</li>", ((DASHED.sub("", line, count=1),) for line in lines))
        return format_html("<ul>{}</ul>", items)
    said = [format_html("<strong>{}</strong>" if line.endswith(":") else "{}", line) for line in lines]
    return format_html("<p>{}</p>", format_html_join(SafeString("<br>"), "{}", ((one,) for one in said)))
