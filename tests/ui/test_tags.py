"""The tags: what they promise to a reader, a screen reader, and against hostile words."""

import re

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

HOSTILE = "<script>alert('x')</script>\"'&"


def render(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{% page_heading bad bad %}",
        "{% button bad 'primary' bad bad %}",
        "{% link_button bad bad %}",
        "{% back_link bad bad %}",
        "{% alert 'info' bad %}{{ bad }}{% endalert %}",
        "{% card bad bad %}{{ bad }}{% endcard %}",
        "{% tag bad %}",
        "{{ bad|phone_link }}",
        "{{ bad|as_written }}",
        "{% details bad %}{{ bad }}{% enddetails %}",
        "{% empty_state bad bad bad bad %}",
        "{% section bad bad %}{{ bad }}{% endsection %}",
        "{% facts %}{% fact bad %}{{ bad }}{% endfact %}{% endfacts %}",
        "{% steps items %}",
        "{% menu items %}",
        "{% qr_code bad bad %}",
        "{% in_language bad 'da' 'nb' %}",
        "{% progress 1 2 bad %}",
        "{% search_field bad bad bad %}",
        "{% saved_note bad %}",
        "{% print_button bad %}",
    ],
)
def test_no_tag_lets_markup_through(source: str) -> None:
    items = [{"heading": HOSTILE, "text": HOSTILE, "state": HOSTILE, "href": HOSTILE}]
    page = render(source, bad=HOSTILE, items=items)
    assert "<script" not in page
    assert "\"'&" not in page
    assert "script" in page or "svg" in page


@pytest.mark.parametrize(
    "source",
    [
        "{% button 'Go' 'loud' %}",
        "{% alert 'panic' %}{% endalert %}",
        "{% tag 'x' 'red' %}",
        "{% icon 'flag' %}",
    ],
)
def test_a_word_outside_the_system_is_refused(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        render(source)


def test_buttons_are_real_buttons_and_links_are_links() -> None:
    button = render("{% button 'Save' 'primary' 'step' '2' %}")
    assert '<button class="ds-button" type="submit" name="step" value="2">Save</button>' in button
    assert render("{% link_button 'Go' '/x/' 'secondary' %}").startswith('<a class="ds-button" href="/x/"')


def test_page_heading_is_the_only_h1() -> None:
    assert render("{% page_heading 'Today' %}").count("<h1>") == 1


def test_a_card_with_an_address_is_one_link() -> None:
    page = render("{% card 'Lunch' '/lunch/' 3 %}<p>Food</p>{% endcard %}")
    assert page.count("<a ") == 1
    assert "<h3>" in page
    assert "<p>Food</p>" in page


def test_only_danger_interrupts() -> None:
    assert 'role="alert"' in render("{% alert 'danger' %}x{% endalert %}")
    assert "role=" not in render("{% alert 'info' %}x{% endalert %}")


def test_icons_are_silent() -> None:
    assert 'aria-hidden="true"' in render("{% icon 'calendar' %}")
    assert render("{% icon name %}", name="calendar") == render("{% icon 'calendar' %}")


@pytest.mark.parametrize("source", ["{% icon 'calender' %}", "{% icon %}", "{% icon 'flag' 'check' %}"])
def test_an_icon_that_is_no_icon_is_found_when_the_page_is_read(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template("{% load ui %}" + source)


def test_steps_say_in_words_where_one_is() -> None:
    items = [{"heading": "A", "text": "", "state": "done"}, {"heading": "B", "text": "", "state": "now"}]
    with translation.override("en"):
        page = render("{% steps items %}", items=items)
    assert 'aria-current="step"' in page
    assert "(done)" in page
    assert "(you are here)" in page


@pytest.mark.requirement("X-10")
def test_text_in_another_language_is_marked_and_said() -> None:
    with translation.override("sv"):
        page = render("{% in_language 'Hyggelig' 'nb' %}")
        assert '<span lang="nb">Hyggelig</span>' in page
        assert "bara på norska" in page
        assert render("{% in_language 'Trevligt' 'sv' %}").strip() == "Trevligt"


def test_pages_keep_the_other_questions() -> None:
    request = RequestFactory().get("/?q=sy&page=2")
    page = Paginator(range(50), 10).page(2)
    shown = render("{% pages page %}", request=request, page=page)
    assert "?q=sy&amp;page=1" in shown
    assert "?q=sy&amp;page=3" in shown
    assert render("{% pages page %}", page=Paginator([], 10).page(1)).strip() == ""


@pytest.mark.requirement("X-10")
def test_language_switch_names_each_in_its_own_language_and_keeps_the_page() -> None:
    request = RequestFactory().get("/offerings/?q=sy")
    with translation.override("da"):
        shown = render("{% languages %}", request=request)
    for code, name in (("nb", "Norsk"), ("da", "Dansk"), ("sv", "Svenska"), ("en", "English")):
        assert re.search(
            rf'href="\?q=sy&amp;language={code}" lang="{code}" hreflang="{code}"[^>]*>{name}<', shown
        )
    assert shown.count("aria-current") == 1
    assert '?language=nb"' in render("{% languages %}")


def test_qr_code_is_drawn_and_said_in_words() -> None:
    page = render("{% qr_code 'https://stegvis.example/t/1/' 'On your phone' %}")
    assert 'role="img" aria-label="On your phone"' in page
    assert "h1v1h-1z" in page
    assert 'href="https://stegvis.example/t/1/"' in page


def test_a_print_button_waits_for_the_script() -> None:
    assert "hidden" in render("{% print_button %}")
    assert "onclick" not in render("{% print_button %}")


def test_progress_needs_no_script() -> None:
    assert '<progress value="3" max="10">' in render("{% progress 3 10 'Reading' %}")


def test_a_long_menu_folds_what_a_phone_has_no_room_for_but_for_where_one_is() -> None:
    def of(number: int, here: int) -> str:
        pages = [
            {"text": f"Page {n}", "href": f"/{n}/", "current": n == here, "under": "Odd" if n % 2 else "Even"}
            for n in range(number)
        ]
        return render("{% menu items %}", items=pages)

    assert "<details" not in of(6, here=0)
    folded = of(9, here=0)
    order = ["Page 4", "<details", "Odd", "Page 5", "Page 7", "Even", "Page 6", "Page 8"]
    assert [folded.index(one) for one in order] == sorted(folded.index(one) for one in order)
    there = of(9, here=8)
    assert there.index("Page 8") < there.index("<details") < there.index("Page 6")


def test_a_phone_number_calls_and_is_read_as_it_is_written() -> None:
    assert (
        render("{{ number|phone_link }}", number="+47 55 51-00 00")
        == '<a href="tel:+4755510000">+47 55 51-00 00</a>'
    )


def test_words_stand_as_somebody_typed_them() -> None:
    typed = "Hello\nyou.\r\n\r\nWhat we say:\n– Be kind.\n- Listen <b>\n\nNot decided yet"

    assert render("{{ words|as_written }}", words=typed) == (
        '<div class="sv-written"><p>Hello<br>you.</p><p><strong>What we say:</strong></p>'
        "<ul><li>Be kind.</li><li>Listen &lt;b&gt;</li></ul><p>Not decided yet</p></div>"
    )
