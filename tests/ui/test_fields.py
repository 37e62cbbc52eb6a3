"""Questions of a form: every word is tied to its control, and what was refused is said where it is."""

import re
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation

from stegvis.ui import fields

HOSTILE = "<b>bold</b>"


class Questions(forms.Form):
    name = forms.CharField(label="Name", help_text="A nickname is fine")
    wish = forms.CharField(label="Wish", required=False, widget=forms.Textarea)
    way = forms.ChoiceField(label="Way", choices=[("a", "Phone"), ("b", HOSTILE)], widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(
        label="Days",
        choices=[("1", "One"), ("2", "Two")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    day = forms.DateField(label="Day", required=False)
    start = forms.TimeField(label="Start", required=False)
    read = forms.BooleanField(label="I have read it")
    key = forms.CharField(widget=forms.HiddenInput, required=False)


def render(name: str, form: forms.Form) -> str:
    with translation.override("en"):
        return Template("{% load ui %}{% field f %}").render(Context({"f": form[name]}))


def summary(form: forms.Form) -> str:
    with translation.override("en"):
        return Template("{% load ui %}{% error_summary form %}").render(Context({"form": form}))


def ids_named(page: str) -> set[str]:
    return {part for words in re.findall(r'aria-describedby="([^"]*)"', page) for part in words.split()}


@pytest.mark.requirement("X-11")
@pytest.mark.parametrize("data", [None, {}, {"way": "pigeon", "day": "soon"}])
@pytest.mark.parametrize("name", list(Questions.base_fields))
def test_everything_named_is_on_the_page(name: str, data: dict[str, Any] | None) -> None:
    page = render(name, Questions(data))
    on_page = re.findall(r'\bid="([^"]+)"', page)
    assert ids_named(page) <= set(on_page)
    assert len(on_page) == len(set(on_page))
    for target in re.findall(r'<label[^>]* for="([^"]+)"', page):
        assert target in on_page


@pytest.mark.requirement("X-11")
def test_a_refused_answer_is_wired_to_its_control() -> None:
    page = render("name", Questions({}))
    assert 'aria-describedby="id_name_hint id_name_error"' in page
    assert 'aria-invalid="true"' in page
    assert "ds-validation-message" in page
    assert "aria-invalid" not in render("name", Questions())


def test_groups_have_a_legend_and_are_described_once() -> None:
    page = render("way", Questions({}))
    assert page.count("<legend") == 1
    assert page.count("aria-describedby") == 1
    assert 'role="radiogroup"' in page
    assert page.count('type="radio"') == 2
    assert render("days", Questions()).count('type="checkbox"') == 2


def test_what_can_be_left_out_says_so_and_nothing_wears_an_asterisk() -> None:
    assert "can be skipped" in render("wish", Questions())
    assert "can be skipped" not in render("name", Questions())
    assert all("*" not in render(name, Questions()) for name in Questions.base_fields)


def test_what_was_typed_stays() -> None:
    typed = Questions({"name": "Kari & <co>", "wish": "", "way": "a", "days": ["2"]})
    assert 'value="Kari &amp; &lt;co&gt;"' in render("name", typed)
    assert re.search(r'value="a"[^>]*checked', render("way", typed))
    assert re.search(r'value="2"[^>]*checked', render("days", typed))


def test_words_of_a_form_are_text() -> None:
    assert HOSTILE not in render("way", Questions())


def test_days_and_times_use_the_devices_own_picker() -> None:
    form = Questions({"day": "2026-11-26", "start": "12:00"})
    assert re.search(r'type="date"[^>]*value="2026-11-26"', render("day", form))
    assert re.search(r'type="time"[^>]*value="12:00"', render("start", form))


def test_a_refused_day_is_still_there_to_be_mended() -> None:
    page = render("day", Questions({"day": "30. februar"}))
    assert re.search(r'type="text"[^>]*value="30. februar"|value="30. februar"[^>]*type="text"', page)


def test_a_hidden_field_has_no_label() -> None:
    assert "<label" not in render("key", Questions())


def test_the_summary_leads_to_each_question() -> None:
    form = Questions({"day": "soon"})
    form.add_error(None, HOSTILE)
    page = summary(form)
    assert 'role="alert" tabindex="-1"' in page
    assert re.findall(r'href="#([^"]+)"', page) == ["id_name", "id_way_0", "id_day", "id_read"]
    assert 'id="id_way_0"' in render("way", form)
    assert HOSTILE not in page


def test_no_summary_when_all_is_well_or_nothing_was_sent() -> None:
    assert summary(Questions()).strip() == ""
    good = {"name": "Kari", "way": "a", "read": "on"}
    assert summary(Questions(good)).strip() == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Her trenger vi et svar."),
        ("da", "Her har vi brug for et svar."),
        ("sv", "Här behöver vi ett svar."),
    ],
)
def test_refusals_are_said_warmly(language: str, words: str) -> None:
    with translation.override(language):
        assert Questions({}).errors["name"] == [words]


def test_other_answers_take_the_place_of_theirs_and_all_else_stays_as_it_was_sent():
    class Several(forms.Form):
        version = forms.IntegerField()
        words = forms.CharField()
        days = forms.MultipleChoiceField(choices=[("1", "Monday"), ("2", "Tuesday")])

    sent = QueryDict("version=1&words=hei&days=1&days=2")
    form = fields.with_answers(Several(sent), version="3")

    assert form["version"].value() == "3"
    assert (form["words"].value(), form["days"].value()) == ("hei", ["1", "2"])
    assert sent["version"] == "1", "what was sent is not written over"


def test_a_select_shows_its_groups_and_what_is_chosen_and_no_markup_of_others() -> None:
    class Choosing(forms.Form):
        place = forms.TypedChoiceField(
            coerce=int, choices=[("", HOSTILE), (1000, "Korsby"), (HOSTILE, [(2, "Næs"), (3, HOSTILE)])]
        )

    html = render("place", Choosing(initial={"place": 2}))
    assert '<option value="1000">Korsby</option>' in html
    assert '<optgroup label="&lt;b&gt;bold&lt;/b&gt;"><option value="2" selected>Næs</option>' in html
    assert html.count("selected") == 1
    assert HOSTILE not in html
