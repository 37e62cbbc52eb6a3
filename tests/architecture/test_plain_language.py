"""What people here read is easy to read: LIX at most 30 for participants and visitors, 42 at the desk.

Measured on the running text of a page where there are at least 60 words of it, words of the glossary counted as
short. What organisations write about their offerings is theirs; its measure is shown to them where they write.
"""

from collections.abc import Callable

import pytest
from django.urls import reverse

from stegvis.kernel.actor import Actor
from stegvis.kernel.plain_language import hardest, measure
from stegvis.kernel.roles import Role
from tests.access.world import World, client_of
from tests.architecture.pages_read import known_words, running_text

LANGUAGES = ("nb", "da", "sv", "en")
FOR_ALL, AT_THE_DESK = 30, 42
ENOUGH_WORDS = 60

Address = Callable[[World], str]


def _named(name: str) -> Address:
    return lambda world: reverse(name)


def _of_an_offering(name: str) -> Address:
    return lambda world: reverse(name, args=[world.offering(world.here).slug])


PAGES: list[tuple[str, Role, Address, int]] = [
    ("front", Role.VISITOR, _named("faces:front"), FOR_ALL),
    ("contact", Role.VISITOR, _named("faces:contact"), FOR_ALL),
    ("leave", Role.VISITOR, _named("faces:leave_about"), FOR_ALL),
    ("offerings", Role.VISITOR, _named("directory:offerings"), FOR_ALL),
    ("offering", Role.VISITOR, _of_an_offering("directory:offering"), FOR_ALL),
    ("sign in", Role.VISITOR, _named("people:sign_in"), FOR_ALL),
    ("join as a visitor", Role.VISITOR, _of_an_offering("admission:join"), FOR_ALL),
    ("join as a participant", Role.PARTICIPANT, _of_an_offering("admission:join"), FOR_ALL),
    ("my page", Role.PARTICIPANT, _named("faces:me"), FOR_ALL),
    ("my talk", Role.PARTICIPANT, _named("admission:my_talk"), FOR_ALL),
    ("messages", Role.PARTICIPANT, _named("messages:mine"), FOR_ALL),
    ("how you hear from us", Role.PARTICIPANT, _named("messages:my_reach"), FOR_ALL),
    ("mine", Role.PARTICIPANT, _named("privacy:mine"), FOR_ALL),
    ("my copy", Role.PARTICIPANT, _named("privacy:copy"), FOR_ALL),
    ("delete me", Role.PARTICIPANT, _named("privacy:leave_us"), FOR_ALL),
    ("who has looked", Role.PARTICIPANT, _named("privacy:looks"), FOR_ALL),
    ("why we keep it", Role.PARTICIPANT, _named("privacy:my_grounds"), FOR_ALL),
    ("my code", Role.PARTICIPANT, _named("people:my_code"), FOR_ALL),
    ("on the wall", Role.VISITOR, lambda w: reverse("remarks:wall", args=[w.slug_with_guideline]), FOR_ALL),
    ("desk", Role.ADVISER, _named("faces:desk"), AT_THE_DESK),
    ("the four steps", Role.ADVISER, _named("remarks:steps"), AT_THE_DESK),
    (
        "something was said",
        Role.EMPLOYEE,
        lambda w: reverse("remarks:remark", args=[w.session(w.ingrid)]),
        AT_THE_DESK,
    ),
    ("my login", Role.ADVISER, _named("people:my_login"), AT_THE_DESK),
    ("setting up a second step", Role.ADVISER, _named("people:set_up_second_step"), AT_THE_DESK),
    ("written to us", Role.ADVISER, _named("messages:written"), AT_THE_DESK),
    ("to call", Role.ADVISER, _named("messages:calls"), AT_THE_DESK),
    ("waiting", Role.ADVISER, _named("admission:waiting"), AT_THE_DESK),
    ("talk", Role.ADVISER, lambda w: reverse("admission:talk", args=[w.talk(w.ingrid, w.kari)]), AT_THE_DESK),
    ("a seat", Role.MANAGER, lambda w: reverse("people:seat", args=[w.ingrid.seat_id]), AT_THE_DESK),
    ("my seat", Role.ADVISER, _named("people:my_seat"), AT_THE_DESK),
    ("record checks", Role.MANAGER, _named("people:checks"), AT_THE_DESK),
    ("legal grounds", Role.MANAGER, _named("privacy:grounds"), AT_THE_DESK),
    ("offerings at the desk", Role.ADVISER, _named("directory:desk_offerings"), AT_THE_DESK),
]


def too_hard(text: str, language: str, limit: int) -> str:
    """Empty when the text is easy enough or too short to say; else its measure and its hardest words."""
    known = known_words(language)
    found = measure(text, known=known)
    if found.words < ENOUGH_WORDS or found.lix <= limit:
        return ""
    return f"LIX {found.lix:.0f}, at most {limit} ({found}): {', '.join(hardest(text, known=known)[:12])}"


def _read(actor: Actor, address: str, language: str) -> str:
    answer = client_of(actor).get(address, {"language": language}, follow=True)
    assert answer.status_code == 200
    return running_text(answer.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "role", "address", "limit"), PAGES, ids=[name for name, *_ in PAGES])
def test_the_page_is_easy_to_read(name: str, role: Role, address: Address, limit: int):
    world = World()
    actor, path = world.actor(role), address(world)
    found = {language: too_hard(_read(actor, path, language), language, limit) for language in LANGUAGES}
    assert found == dict.fromkeys(LANGUAGES, "")


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_visitors_and_participants_read_is_easy_as_a_whole(language: str):
    """Also what stands on pages with few words. A reader that finds no words would call every page easy."""
    world = World()
    pages = [(role, address) for _, role, address, limit in PAGES if limit == FOR_ALL]
    text = "\n".join(_read(world.actor(role), address(world), language) for role, address in pages)
    assert measure(text).words > 5 * ENOUGH_WORDS
    assert too_hard(text, language, FOR_ALL) == ""


def test_hard_text_is_noticed():
    hard = "Saksbehandlingsprosedyrene forutsetter dokumentasjonsplikt vedrørende individuelle forhold " * 10
    assert too_hard(hard, "nb", FOR_ALL).startswith("LIX")
    assert too_hard("Du kan komme som du er. " * 12, "nb", FOR_ALL) == ""


def test_only_running_text_in_the_page_itself_is_measured():
    page = """<html lang="nb"><body><nav><p>Meny her</p></nav><main><h1>Overskrift</h1><p>Kom som <b>du</b> er.</p>
    <p lang="en">Not in Norwegian</p><form><p>Skriv</p></form><ul><li>Kaffe</li></ul></main></body></html>"""
    assert running_text(page) == "Kom som du er.\nKaffe"
