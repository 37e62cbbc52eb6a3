from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.agreements"
    label = "agreements"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.areas.admission import api as admission
        from stegvis.areas.groups import api as groups
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, rights

        from . import api, personal_data, policy, tasks
        from .views import parts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "agreements")
        tasks.declare()
        groups.when_planned(api.begin_with_base_rules)
        admission.declare_introduction(api.read_before_the_first_time)
        panels.add(panels.Page.DESCRIBED, parts.of_described)
        panels.add(panels.Page.ROUND, parts.of_round)
        panels.add(panels.Page.SESSION, parts.of_session)
        panels.add(panels.Page.PLACE, parts.of_place)
        panels.add(panels.Page.MEETING, parts.of_meeting)
        menus.add(
            menus.MenuItem(
                *(menus.Face.HOUSE, _("Base rules"), "agreements:base_rules", policy.WRITE_BASE_RULES),
                order=20,
                lead=_("What every new group begins with."),
            )
        )
