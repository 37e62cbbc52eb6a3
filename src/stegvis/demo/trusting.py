"""What somebody at Korsby decides about what is hers: what she shares, what she asks, her copy, a complaint."""

from datetime import timedelta

from stegvis.areas.messages import api as messages
from stegvis.areas.privacy import api as privacy
from stegvis.kernel.actor import Actor

from .town import Town, Townsperson, seat_of
from .townspeople import IN_LINE

WHY = "Hvorfor så dere på det jeg skrev?"
COMPLAINT = "Jeg fikk vite om ny tid samme morgen. Da hadde jeg alt gått hjemmefra."


def build_trust(town: Town, lotte: Townsperson) -> None:
    """She lets Odd read two things, which he does. She asks why somebody looked, has her copy, and has complained."""
    wish = _wish(town, "messages.reach", "groups.places")
    grant_id = privacy.share(lotte.herself, wish=wish, now=town.now - timedelta(hours=3))
    privacy.read_shared(
        town.actors["Odd"], grant_id=grant_id, language="nb", now=town.now - timedelta(hours=2)
    )
    _ask_why(town, lotte)
    _make_copy(town, lotte)
    messages.complain(
        lotte.herself,
        words=COMPLAINT,
        answer_by=messages.AnswerBy.HERE,
        phone="",
        about_reader=False,
        now=town.now - timedelta(hours=5),
    )
    _note_for_somebody_without_login(town)


def _wish(town: Town, *items: str) -> privacy.Wish:
    return privacy.Wish(
        recipient_id=seat_of(town.actors["Odd"]),
        items=frozenset(items),
        purpose=privacy.ShareFor.WELCOME,
        until_on=town.today() + timedelta(days=90),
    )


def _ask_why(town: Town, lotte: Townsperson) -> None:
    """She sees that Ingrid has looked, and asks."""
    for day in privacy.my_looks(lotte.herself).object_list:
        for looked in day.looked[:1]:
            privacy.ask_why(lotte.herself, looked.look_id, words=WHY, now=town.now)
            return


def _make_copy(town: Town, lotte: Townsperson) -> None:
    copy_id = privacy.ask_for_copy(lotte.herself, language="nb", now=town.now)
    house = Actor.housekeeper(town.ingrid.organisation_id)
    while privacy.make_next_step(house, copy_id=copy_id, now=town.now):
        pass


def _note_for_somebody_without_login(town: Town) -> None:
    """Johan waits for a place and has no phone; what he wants to share stands on a paper that he has not signed yet."""
    name = IN_LINE["sykafe"][0]
    if name in town.people and town.people[name].actor is None:
        johan = town.people[name].participant_id
        privacy.note_share(
            town.ingrid, participant_id=johan, wish=_wish(town, "admission.good_to_know"), now=town.now
        )
