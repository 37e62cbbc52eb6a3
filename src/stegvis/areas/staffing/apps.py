from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.staffing"
    label = "staffing"

    def ready(self) -> None:
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, rights
        from stegvis.kernel.roles import EMPLOYED

        from . import actions, personal_data, policy, queries, tasks, texts
        from .views import panels as parts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.WORKING, "staffing")
        people.declare_charge(
            people.Charge(
                "staffing.duties",
                texts.DUTIES_IN_NAME,
                EMPLOYED,
                queries.is_on_duty_later,
                actions.pass_duties_on,
            )
        )
        tasks.declare()
        menus.add(menus.MenuItem(menus.Face.DESK, texts.MY_DUTIES, "staffing:duties", policy.PLAN, 5))
        menus.add(menus.MenuItem(menus.Face.DESK, texts.ROSTER, "staffing:roster", policy.PLAN, 18))
        panels.add(panels.Page.DESK, parts.of_desk, order=10)
        panels.add(panels.Page.SESSION, parts.of_session)
        panels.add(panels.Page.ROUND, parts.of_round)
        panels.add(panels.Page.OFFERING, parts.of_offering, order=20)
