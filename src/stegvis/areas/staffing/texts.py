"""Words for every code of the staffing area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Carries, Missing, Refusal

ROSTER = _("Roster")
MY_DUTIES = _("My duties")
DUTIES_IN_NAME = _("Is on duty at meetings")

CARRIES: dict[Carries, Promise] = {
    Carries.LEADS: _("Leads"),
    Carries.SECOND_ADULT: _("Second adult"),
    Carries.DROP_IN: _("Drop-in responsible"),
    Carries.COMPETENCE: _("Can do what the group needs"),
}

MISSING: dict[Missing, Promise] = {
    Missing.EMPLOYEES: _("One more employee"),
    Missing.SECOND_ADULT: _("A second adult"),
    Missing.COMPETENCE: _("Somebody who can do what the group needs"),
    Missing.DROP_IN: _("A drop-in responsible"),
}

REFUSALS: dict[Refusal, Promise] = {
    Refusal.NOT_EMPLOYED_THEN: _("This person does not work here on that day. Choose somebody else."),
    Refusal.AWAY_THEN: _("This person is away then. Choose somebody else, or another time."),
    Refusal.ELSEWHERE_THEN: _("This person is on duty somewhere else then. Choose somebody else."),
    Refusal.ON_DUTY_ALREADY: _(
        "This person is on duty here already. Take that duty away first to change it."
    ),
    Refusal.OUTSIDE_THE_MEETING: _("That time lies outside the meeting. Choose hours within it."),
    Refusal.CALLED_OFF: _("This meeting is called off. Everybody has been told."),
    Refusal.MEETING_IS_OVER: _("This meeting has been. You can plan one that is still to come."),
    Refusal.CHECK_HAS_PASSED: _(
        "There were too few of us at the time we look, so this meeting is called off. Thank you for saying yes. "
        "You can plan something else instead."
    ),
    Refusal.ENOUGH_ALREADY: _("There are enough of us now. Somebody else was a little faster. Thank you."),
    Refusal.BELOW_ASSESSMENT: _(
        "The assessment of the offering asks for more employees. Ask for as many, or change the assessment first."
    ),
    Refusal.NOT_A_CHECK_TIME: _("Choose a time on the same day, or up to 14 days before."),
    Refusal.ENDS_BEFORE_IT_STARTS: _("It ends before it starts. Change one of the two times."),
    Refusal.TOO_LONG_AGO: _("That was too long ago. Choose a time from yesterday on."),
    Refusal.NOTHING_TO_COPY: _(
        "Nothing could be copied. Nobody was on duty in the week before, or they cannot that week."
    ),
    Refusal.NOT_A_MONDAY: _("Choose a week from the list."),
}
