"""Somebody's browser in the tests of pages."""

from django.test import Client

from stegvis.kernel.actor import Actor
from tests.access.world import client_of


def english(actor: Actor | None = None) -> Client:
    """A browser that reads English, with this actor signed in; a visitor's without one."""
    client = client_of(actor or Actor.visitor())
    client.cookies["language"] = "en"
    return client


def page_of(client: Client, address: str, status: int = 200) -> str:
    """What stands on a page."""
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()
