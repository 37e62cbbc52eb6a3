from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.staffing"
    label = "staffing"

    def ready(self) -> None:
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import rights
        from stegvis.kernel.roles import EMPLOYED

        from . import actions, personal_data, policy, queries, tasks, texts

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
