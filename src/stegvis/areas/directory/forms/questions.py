"""The questions of the editor in words, by field of `rules.FIELDS`."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, Promise] = {
    "title": _("Title"),
    "summary": _("In one or two sentences"),
    "content": _("What do we do together?"),
    "method": _("How do we work?"),
    "category": _("What sort of offering is it?"),
    "service": _("Which service does it belong to?"),
    "frame": _("The frame in one line: time, place, size, open or closed"),
    "size": _("How many can join?"),
    "place": _("Town or part of town"),
    "address": _("Address"),
    "how_to_find": _("How do people find the door?"),
    "step_free": _("Can one come in without steps?"),
    "free": _("Is it free?"),
    "cost": _("If not: what does it cost?"),
    "languages_spoken": _("In which languages can people be met?"),
    "audience": _("Who is it for?"),
    "hard_for": _("For whom may it be hard?"),
    "first_time": _("What is the first time like?"),
    "welcomed_by": _("Who welcomes those who are new?"),
    "may_come_alone": _("Can people come alone?"),
    "may_bring_someone": _("Can people bring someone?"),
    "may_just_watch": _("Can people just watch the first time?"),
    "joining": _("When can people join?"),
    "next_start_on": _("When does the next round start?"),
    "aims": _("What does it give people room to practise?"),
    "participation_kinds": _("How do people take part in shaping it?"),
    "guidelines": _("Which guidelines apply here?"),
    "responsible": _("Who is responsible?"),
    "professional_reason": _("Why do we offer this?"),
    "knowledge_added": _("What else do we know that speaks for this?"),
    "knowledge_by": _("Who wrote the knowledge basis?"),
    "knowledge_on": _("When was it written?"),
    "group_composition": _("How is the group made up?"),
    "user_needs": _("What do people need?"),
    "available_resources": _("What do we have to work with?"),
    "employees_needed": _("How many staff are needed?"),
    "who_staffs": _("Who is there?"),
    "substitute": _("Who steps in?"),
    "at_illness": _("What do we do when somebody is ill?"),
    "alternatives": _("Which other offerings may fit better?"),
    "contact_instead": _("Whom can people talk to instead?"),
}

HINTS: dict[str, Promise] = {
    "title": _(
        "The words people use themselves. Everybody can read it, so it tells nothing about those who come."
    ),
    "content": _("What happens from people come until they go."),
    "method": _("How we lead, and what people decide themselves."),
    "frame": _("For example: every Thursday in the kitchen, up to ten people, open group."),
    "audience": _("Write it so that nobody has to feel shut out."),
    "hard_for": _("For example: much sound, stairs, many people at once."),
    "first_time": _(
        "What a nervous newcomer wants to know: who opens the door, where one sits, when one can leave."
    ),
    "welcomed_by": _("A first name is enough."),
    "next_start_on": _("Needed when people join at the start of a round."),
    "guidelines": _("Only those for this offering. The centre's own guidelines are shown beside them."),
    "responsible": _("Somebody who is employed here."),
    "professional_reason": _("In two or three sentences, from social work."),
    "employees_needed": _("Only employed people count. Volunteers come on top."),
    "contact_instead": _("A name and a phone number. Needed when no other offering is chosen."),
    "alternatives": _("Only offerings that people can see count as a way on."),
}
