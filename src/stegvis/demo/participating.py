"""What people at Korsby say about how it is: notes to a working group, a draft they read, a story for one evening."""

from datetime import timedelta
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.participation import api as participation

from .town import Town, Townsperson

INVITATION = """Velkommen til strikkekafé hver mandag.

Ta med det du holder på med, eller lån garn av oss. Du kan strikke, hekle eller bare sitte sammen med oss.

Oppmøte er frivillig, og du kan gå når du ønsker."""


def build_say(town: Town, lotte: Townsperson, group_id: UUID, offering: str) -> None:
    """Two notes and what came of the first, an invitation she has read, and her yes to telling something."""
    _notes(town, lotte, group_id)
    _draft(town, lotte)
    today = town.today()
    meetings = groups.counts(town.ingrid, today + timedelta(days=1), today + timedelta(days=8), "nb")
    for meeting in meetings:
        if meeting.listing_id == town.listings[offering] and not meeting.called_off:
            participation.say_willing(lotte.herself, session_id=meeting.session_id, now=town.now)
            return


def _notes(town: Town, lotte: Townsperson, group_id: UUID) -> None:
    participation.tell(
        lotte.herself,
        group_id=group_id,
        words="Lyset over det store bordet er så skarpt at jeg får vondt i hodet.",
        now=town.now - timedelta(days=4),
    )
    participation.reply(
        town.ingrid,
        group_id=group_id,
        said="Lyset over det store bordet er for skarpt.",
        answer="Vi har kjøpt to bordlamper. Taklyset kan være av fra nå.",
        now=town.now - timedelta(days=3),
    )
    participation.tell(
        lotte.herself,
        group_id=group_id,
        words="Fint at det er te også, ikke bare kaffe.",
        now=town.now - timedelta(days=1),
    )
    participation.tell(
        lotte.herself,
        group_id=group_id,
        words="Kan vi få vite hvem som kommer ny, litt før? Bare at det kommer noen.",
        signed="Lotte",
        now=town.now - timedelta(days=1),
    )


def _draft(town: Town, lotte: Townsperson) -> None:
    participation.become_reader(lotte.herself, now=town.now - timedelta(days=3))
    at = town.now - timedelta(days=2)
    draft_id = participation.start_draft(
        town.ingrid,
        title="Invitasjon til strikkekafeen",
        kind=participation.DraftKind.INVITATION,
        language="nb",
        words=INVITATION,
        now=at,
    )
    participation.suggest(
        lotte.herself,
        draft_id=draft_id,
        version=1,
        about_words="Oppmøte er frivillig",
        words="Skriv heller: Kom når det passer for deg.",
        now=town.now - timedelta(days=1),
    )
    participation.say_read(lotte.herself, draft_id=draft_id, version=1, now=town.now - timedelta(days=1))
    poster = participation.start_draft(
        town.berit,
        title="Plakat: te, kaffe og noen å sitte med",
        kind=participation.DraftKind.POSTER,
        language="nb",
        words="Te, kaffe og noen å sitte med.\n\nKjøkkenet er åpent. Kom inn.",
        now=at,
    )
    participation.say_read(lotte.herself, draft_id=poster, version=1, now=town.now - timedelta(days=1))
    participation.publish(town.berit, draft_id=poster, version=1, as_read=True, now=town.now)
