"""Words for every code of this area, the guideline to begin with, and the four steps."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Refusal, Size

REMARKS = _("When words hurt")
REMARKS_LEAD = _("Your guideline, where it hangs, and what to do.")
FOLLOW_UPS_IN_NAME = _("Follows up somebody who was hit by a remark")

SIZES: dict[Size, Promise] = {
    Size.A4: _("A4, for a door or a table"),
    Size.A3: _("A3, for a wall"),
}

HEADING_TO_BEGIN_WITH = _("Here everybody can feel safe")
WORDS_TO_BEGIN_WITH = (
    _("We do not put anybody down for their colour, background, faith, gender, body or whom they love."),
    _("If somebody does, we say stop. Calmly and at once."),
    _("Whoever was hurt gets support."),
    _("With whoever said it, we talk apart from the others."),
    _("Tell one of us who work here. You need not say it aloud."),
)
ACTING_TO_BEGIN_WITH = (
    _("One of us says stop at once, and does not argue in front of the others."),
    _("We point to the rule on the wall. It is the same for all, us who work here too."),
    _("We talk with whoever said it apart from the others, and ask what lay behind."),
    _("We ask whoever was hit how they are, the same day. They decide what they need."),
    _("If it happens again, we agree with the manager on what we do."),
)

STEPS: tuple[tuple[Promise, Promise], ...] = (
    (_("Stop"), _("Say it calmly: “Stop. That is not how we speak here.”")),
    (_("Refer to the rule"), _("Point to the wall. It is the house that says so, not you alone.")),
    (_("Talk apart"), _("One of you talks with whoever said it, out of the room.")),
    (_("Follow up the one who was hit"), _("Ask how it is, today. Ask what would help.")),
)
"""What to do when something was said (S1-34): the short word, and one sentence."""

REFUSALS: dict[Refusal, Promise] = {
    Refusal.NOTHING_WRITTEN: _("Write something first. A few words will do."),
    Refusal.NOT_IN_OWN_LANGUAGE: _("Write it in the language of the house. The other languages can wait."),
    Refusal.HALF_WRITTEN: _(
        "A heading and at least one line are needed. Or leave this language empty for now."
    ),
    Refusal.TOO_MANY_LINES: _("At most six lines: more cannot be read from across a room."),
    Refusal.LINE_TOO_LONG: _("A heading has at most 60 letters and a line at most 120. Say it shorter."),
    Refusal.NOTE_DAYS: _("Choose between 1 and 90 days."),
    Refusal.NO_GUIDELINE: _(
        "The house has not written its guideline yet. A manager does that, with words to begin with."
    ),
    Refusal.NO_ROOM: _("Write which room it is."),
    Refusal.NOT_TO_COME: _("That day has not come yet. Choose the day on which it was hung up."),
    Refusal.NOT_MET_THEN: _("The group did not meet on that day. Choose one of its meetings."),
    Refusal.FOLLOW_UP_BY: _("Choose today or a day within a week."),
    Refusal.NOT_A_COLLEAGUE: _("Choose somebody who works here."),
    Refusal.LOOKS_LIKE_SOMEBODY: _(
        "Leave out what can lead to somebody: %(words)s. Write “somebody” or “one of us” instead."
    ),
}
