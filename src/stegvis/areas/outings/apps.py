from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.outings"
    label = "outings"

    def ready(self) -> None:
        from stegvis.areas.messages import api as messages
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import panels, rights

        from . import api, personal_data, policy, queries, tasks, texts
        from .views import parts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        tasks.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "outings")
        privacy.declare_reasons(texts.LOOKS)
        privacy.declare_things("outings.Outing", queries.outings_told)
        privacy.declare_saying("outings.Capacity.said", texts.said_told)
        messages.declare_kind(
            messages.Kind(
                texts.PLANNED_BY_ANOTHER,
                texts.planned_by_another,
                texts.planned_by_another_aloud,
                hers_alone=True,
            )
        )
        people.declare_charge(
            people.Charge(
                "outings.planned",
                texts.OUTINGS_IN_NAME,
                policy.PLANNERS,
                queries.plans_outings,
                api.pass_planning_on,
            )
        )
        panels.add(panels.Page.MEETING, parts.of_my_meeting)
        panels.add(panels.Page.PLACE, parts.of_my_place)
        panels.add(panels.Page.SESSION, parts.of_session)
        panels.add(panels.Page.DESK, parts.of_desk, order=30)
