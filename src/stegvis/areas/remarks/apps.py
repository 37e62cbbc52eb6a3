from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.remarks"
    label = "remarks"

    def ready(self) -> None:
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, rights
        from stegvis.kernel.roles import EMPLOYED

        from . import actions, personal_data, policy, queries, tasks, texts
        from .views import parts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "remarks")
        tasks.declare()
        people.declare_charge(
            people.Charge(
                "remarks.follow_ups",
                texts.FOLLOW_UPS_IN_NAME,
                EMPLOYED,
                queries.has_follow_ups,
                actions.pass_follow_ups_on,
            )
        )
        panels.add(panels.Page.DESK, parts.on_the_desk)
        panels.add(panels.Page.ROUND, parts.on_a_round)
        panels.add(panels.Page.SESSION, parts.on_a_session)
        panels.add(panels.Page.PLACE, parts.for_those_who_come)
        panels.add(panels.Page.OFFERING, parts.for_those_who_come)
        page = texts.REMARKS, "remarks:guideline", policy.ACT
        menus.add(menus.MenuItem(menus.Face.DESK, *page, 45, under=menus.Under.HOUSE))
        menus.add(menus.MenuItem(menus.Face.HOUSE, *page, 30, texts.REMARKS_LEAD))
