from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.responsibilities"
    label = "responsibilities"

    def ready(self) -> None:
        from stegvis.areas.messages import api as messages
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, rights
        from stegvis.kernel.roles import EMPLOYED

        from . import actions, personal_data, policy, queries, texts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "responsibilities")
        privacy.declare_reasons(texts.LOOKS)
        privacy.declare_things("responsibilities.Task", queries.tasks_told)
        privacy.declare_things("responsibilities.Responsibility", queries.responsibilities_told)
        privacy.declare_codes("responsibilities.Responsibility.purpose", texts.PURPOSES)
        privacy.declare_codes("responsibilities.Responsibility.said", texts.SAID)
        people.declare_charge(
            people.Charge(
                "responsibilities.guiding",
                texts.GUIDED_IN_NAME,
                EMPLOYED,
                queries.guides_somebody,
                actions.pass_guiding_on,
            )
        )
        messages.declare_kind(
            messages.Kind(texts.WRITTEN_DOWN, texts.written_down, texts.written_down_spoken)
        )
        messages.declare_kind(messages.Kind(texts.TAKEN_OVER, texts.taken_over, texts.taken_over_spoken))
        panels.add(panels.Page.SESSION, queries.on_session)
        panels.add(panels.Page.ROUND, queries.on_round)
        panels.add(panels.Page.PLACE, queries.on_place)
        panels.add(panels.Page.MEETING, queries.on_meeting)
        panels.add(panels.Page.DESK, queries.on_desk_page)
        menus.add(
            menus.MenuItem(
                menus.Face.DESK,
                texts.TASKS,
                "responsibilities:desk",
                policy.GUIDE,
                45,
                under=menus.Under.PEOPLE,
            )
        )
