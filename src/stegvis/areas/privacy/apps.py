from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.privacy"
    label = "privacy"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.kernel import menus, rights

        from . import personal_data, policy, tasks, texts

        rights.declare(policy.RIGHTS)
        tasks.declare()
        personal_data.declare()
        texts.declare_reasons(texts.OF_PEOPLE)
        texts.declare_reasons(texts.OF_SHARING)
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
        menus.add(
            menus.MenuItem(
                menus.Face.MINE,
                _("What I share"),
                "privacy:sharing",
                policy.SHARE,
                20,
                _("Let one person see something of yours, and take it back."),
            )
        )
        menus.add(
            menus.MenuItem(menus.Face.DESK, _("Shared with me"), "privacy:shared", policy.READ_SHARED, 40)
        )
