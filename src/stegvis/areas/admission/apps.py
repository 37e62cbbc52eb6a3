from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.admission"
    label = "admission"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.areas.messages import api as messages
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, rights
        from stegvis.kernel.roles import Role

        from . import personal_data, policy, queries, tasks, texts
        from .actions.handing import pass_times_on
        from .models import SECTION
        from .queries import told
        from .queries.handing import offers_times

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.TALKS, "admission")
        people.declare_charge(
            people.Charge(
                "admission.times", texts.TIMES_IN_NAME, frozenset({Role.ADVISER}), offers_times, pass_times_on
            )
        )
        tasks.declare()
        privacy.declare_reasons(texts.LOOKS)
        seen_by = frozenset({Role.ADVISER})
        good_to_know = texts.SHARED_GOOD_TO_KNOW, seen_by, queries.good_to_know_shared
        privacy.declare_item(privacy.Item("admission.good_to_know", *good_to_know))
        privacy.declare_item(privacy.Item("admission.talk", texts.SHARED_TALK, seen_by, queries.talk_shared))
        privacy.declare_sections({SECTION: privacy.Section(*texts.CLOSED)})
        privacy.declare_codes("admission.TalkRequest.way", texts.WAYS)
        privacy.declare_codes("admission.TalkRequest.state", texts.REQUEST_STATES)
        privacy.declare_codes("admission.Talk.greeting", texts.GREETINGS)
        privacy.declare_codes("admission.OfferingChoice.choice", texts.CHOICES)
        privacy.declare_things("admission.TalkTime", told.times_told)
        privacy.declare_things("admission.IntroductionText", told.introductions_told)
        for kind in texts.KINDS:
            messages.declare_kind(kind)
        menus.add(menus.MenuItem(menus.Face.ME, _("My talk"), "admission:my_talk", policy.READ_OWN, 20))
        menus.add(menus.MenuItem(menus.Face.DESK, _("Talks"), "admission:waiting", policy.HOLD_TALK, 10))
        menus.add(
            menus.MenuItem(menus.Face.DESK, _("Times for talks"), "admission:times", policy.HOLD_TALK, 16)
        )
