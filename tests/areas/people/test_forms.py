"""The few questions a newcomer is asked, and what a shared device may not remember."""

import pytest
from django.utils import translation

from stegvis.areas.people.forms import CodeForm, NewCodeForm, NewcomerForm
from stegvis.areas.people.rules import codes

ANSWERS = {"nickname": "Kari", "over_minimum_age": "yes", "secret": "bjørk sti kopp regn"}


@pytest.mark.requirement("S2-05")
def test_a_newcomer_is_asked_for_a_nickname_her_age_in_one_word_and_a_code():
    asked = [question.name for question in NewcomerForm(minimum_age=18).visible_fields()]
    assert asked == [
        "nickname",
        "over_minimum_age",
        "secret",
        "adviser_may_let_in",
    ]


@pytest.mark.parametrize("language", ["nb", "da", "sv", "en"])
def test_words_are_suggested_in_the_language_of_the_page(language):
    form = NewcomerForm.fresh(language=language, minimum_age=18)

    assert codes.long_enough(form.initial["secret"])


@pytest.mark.parametrize(("answer", "over"), [("yes", True), ("no", False)])
def test_the_age_is_a_yes_or_a_no(answer, over):
    form = NewcomerForm({**ANSWERS, "over_minimum_age": answer}, minimum_age=16)

    assert form.is_valid()
    assert form.cleaned_data["over_minimum_age"] is over
    with translation.override("en"):
        assert "16" in str(form.fields["over_minimum_age"].label)


@pytest.mark.parametrize("missing", sorted(ANSWERS))
def test_what_is_missing_is_said_in_words(missing):
    form = NewcomerForm({name: answer for name, answer in ANSWERS.items() if name != missing}, minimum_age=18)

    assert list(form.errors) == [missing]


def test_a_short_secret_is_not_taken():
    assert "secret" in NewCodeForm({"secret": "for kort"}).errors


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize(
    ("form", "names"), [(CodeForm(), ["code"]), (NewcomerForm(minimum_age=18), ["nickname", "secret"])]
)
def test_the_device_is_asked_to_fill_in_nothing(form, names):
    assert {form.fields[name].widget.attrs["autocomplete"] for name in names} == {"off"}
