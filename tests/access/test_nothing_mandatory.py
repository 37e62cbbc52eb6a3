"""No question about a person's life has to be answered: every form a participant meets is sent as it comes (S1-20)."""

from __future__ import annotations

import pytest
from django.urls import resolve

from stegvis.kernel.roles import Role
from tests.access.met import forms_met
from tests.access.scene import a_scene
from tests.access.world import World

pytestmark = pytest.mark.django_db
NOT_ASKED = {"hidden", "search"}
NOTHING_TO_SEND = {
    "messages:mine write": "a message without words",
    "participation:my_group raise": "something for the agenda, without saying what",
    "participation:note": "a note without words",
    "participation:to_read suggest": "a suggestion without words",
    "people:set_up_second_step": "the number that her app shows",
    "privacy:leave_us": "that she is sure, before all of it is deleted",
    "privacy:share": "what she lets somebody see, whom, and for how long",
}
"""What somebody comes to say by her own wish: without it nothing is there to send. None of it asks how she is."""


def sent_as_they_come() -> tuple[int, set[str]]:
    """How many forms with questions were sent without an answer, and those that were refused."""
    world = World()
    keys, sent, refused = a_scene(world), 0, set()
    for client, form in list(forms_met(world, Role.PARTICIPANT, keys)):
        if all(control.kind in NOT_ASKED for control in form.controls.values()):
            continue
        for name, value in form.buttons or [("", "")]:
            sent += 1
            answer = client.post(form.action, form.filled() | ({name: [value]} if name else {}))
            if answer.status_code == 422:
                refused.add(f"{resolve(form.action).view_name} {value}".strip())
    return sent, refused


@pytest.mark.requirement("S1-20")
def test_every_form_she_meets_can_be_sent_as_it_comes():
    sent, refused = sent_as_they_come()
    assert refused == set(NOTHING_TO_SEND)
    assert sent >= 2 * len(NOTHING_TO_SEND), "else this says nothing"
