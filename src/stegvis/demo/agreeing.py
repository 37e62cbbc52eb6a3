"""What the knitting café of Korsby agreed on at its first meeting, and once more two weeks later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from stegvis.areas.agreements import api as agreements
from stegvis.areas.agreements.api import Part, Rule
from stegvis.areas.groups import api as groups

from .town import Town, clock

INTO_THE_MEETING = timedelta(minutes=30)
LISTEN = "treat.listen"


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk of a group, at a meeting that is over."""

    town: Town
    round_id: UUID
    meeting: groups.SessionShown

    @property
    def at(self) -> datetime:
        return clock(self.meeting.on, self.meeting.starts) + INTO_THE_MEETING

    def begin(self) -> None:
        agreements.begin_talk(
            self.town.ingrid, round_id=self.round_id, session_id=self.meeting.session_id, now=self.at
        )

    def say(self, part: Part, rules: Sequence[Rule], **because: str) -> None:
        agreements.say_part(
            self.town.ingrid,
            round_id=self.round_id,
            part=part,
            after=0,
            rules=rules,
            reasons={key.replace("_", "."): words for key, words in because.items()},
            now=self.at,
        )

    def agree(self, parts: int, why: str = "") -> None:
        agreements.agree(self.town.ingrid, round_id=self.round_id, after=parts, why=why, now=self.at)


def build_agreement(town: Town, round_id: UUID) -> None:
    """The first agreement of the café with one base rule reworded, and a second that decides how to greet."""
    over = [one for one in groups.sessions_of(town.ingrid, round_id) if one.on < town.today()]
    library = {rule.key: rule.as_rule("nb") for rule in agreements.base_rules(town.ingrid).rules}
    stands = [rule for rule in library.values() if rule.base != LISTEN]
    first = Talk(town, round_id, over[0])
    first.begin()
    talk = [rule for rule in stands if rule.part is Part.TALK]
    first.say(Part.TALK, talk)
    ours = Rule(Part.TREAT, "Vi hører på hverandre, men det er lov å telle masker høyt.")
    treat = [*(rule for rule in stands if rule.part is Part.TREAT), ours]
    first.say(Part.TREAT, treat, treat_listen="Vi ville si det med våre egne ord.")
    first.say(Part.SUBJECT, [library["subject.other_things"]])
    first.say(Part.SOCIAL_MEDIA, [])
    first.agree(4)
    again = Talk(town, round_id, over[2])
    again.begin()
    again.say(Part.GREETING, [library["greeting.who_wants"]])
    again.say(Part.TALK, talk)
    again.say(Part.TREAT, treat)
    again.agree(3, "To av oss møttes på butikken og visste ikke hva vi skulle gjøre.")
