from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.messages"
    label = "messages"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, rights
        from stegvis.kernel.roles import Role

        from . import personal_data, policy, queries, rules, tasks, texts
        from .models import SECTION
        from .queries import told
        from .views.panels import of_desk

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.CONTACT, "messages")
        tasks.declare()
        privacy.declare_reasons(texts.LOOKS)
        seen_by = frozenset({Role.ADVISER})
        privacy.declare_item(privacy.Item("messages.reach", texts.SHARED, seen_by, queries.reach_shared))
        privacy.declare_sections({SECTION: privacy.Section(*texts.CLOSED)})
        privacy.declare_codes("messages.Reach.way", texts.WAYS)
        privacy.declare_codes("messages.Complaint.answer_by", texts.ANSWERS_BY)
        privacy.declare_saying("messages.Message.kind", told.subject_told)
        privacy.declare_saying("messages.Message.arguments", told.text_told)
        privacy.declare_empty("messages.Letter.by_seat", texts.HERSELF)
        for kind in texts.KINDS:
            rules.declare_kind(kind)
        menus.add(menus.MenuItem(menus.Face.ME, texts.MESSAGES, "messages:mine", policy.READ_OWN, 10))
        menus.add(menus.MenuItem(menus.Face.DESK, texts.MESSAGES, "messages:written", policy.ANSWER, 12))
        menus.add(menus.MenuItem(menus.Face.DESK, texts.CALLS, "messages:calls", policy.ANSWER, 14))
        complaints = menus.Face.DESK, texts.COMPLAINTS, "messages:complaints", policy.COMPLAINTS, 80
        menus.add(menus.MenuItem(*complaints, under=menus.Under.PEOPLE))
        panels.add(panels.Page.DESK, of_desk, order=5)
        complain = _("Complain"), "messages:my_complaints", policy.READ_OWN
        menus.add(
            menus.MenuItem(
                menus.Face.MINE, *complain, 80, _("To somebody outside, not to those it is about.")
            )
        )
        reach = _("How you hear from us"), "messages:my_reach", policy.READ_OWN
        menus.add(menus.MenuItem(menus.Face.MINE, *reach, 40, _("How we may reach you, and what is safe.")))
