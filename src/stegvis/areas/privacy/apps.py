from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.privacy"
    label = "privacy"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.kernel import menus, rights

        from . import policy, tasks, texts

        rights.declare(policy.RIGHTS)
        tasks.declare()
        texts.declare_reasons(texts.OF_PEOPLE)
        menus.add(
            menus.MenuItem(
                menus.Face.MINE,
                _("Who has looked"),
                "privacy:looks",
                policy.SEE_OWN_LOOKS,
                10,
                _("Who has opened something about you, when and why."),
            )
        )
