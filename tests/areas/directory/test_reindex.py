"""After a new version search may know more words: then everything is read again."""

import pytest
from django.core.management import call_command

from stegvis.areas.directory.models import SearchText
from tests.areas.directory.finding import find
from tests.factories.listings import a_listing
from tests.factories.people import an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


def test_what_search_lost_is_found_again(capsys: pytest.CaptureFixture[str]):
    listing = a_listing("Strikkekafé", organisation=an_organisation().pk)
    a_listing("Korøvelse", organisation=an_organisation().pk)
    with given():
        SearchText.objects.filter(listing=listing).delete()
    assert not find("strikk").total

    call_command("reindex")

    assert "2 listings" in capsys.readouterr().out
    assert find("strikk").total == 1
