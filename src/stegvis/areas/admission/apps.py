from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.admission"
    label = "admission"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.areas.messages import api as messages
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, rights

        from . import personal_data, policy, tasks, texts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        tasks.declare()
        privacy.declare_reasons(texts.LOOKS)
        for kind in texts.KINDS:
            messages.declare_kind(kind)
        menus.add(menus.MenuItem(menus.Face.ME, _("My talk"), "admission:my_talk", policy.READ_OWN, 20))
        menus.add(menus.MenuItem(menus.Face.DESK, _("Talks"), "admission:waiting", policy.HOLD_TALK, 10))
        menus.add(
            menus.MenuItem(menus.Face.DESK, _("Times for talks"), "admission:times", policy.HOLD_TALK, 11)
        )
