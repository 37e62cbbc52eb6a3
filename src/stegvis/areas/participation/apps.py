from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.participation"
    label = "participation"

    def ready(self) -> None:
        from stegvis.areas.messages import api as messages
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, rights

        from . import personal_data, policy, queries, tasks, texts
        from .views import panels as parts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "participation")
        privacy.declare_reasons(texts.LOOKS)
        privacy.declare_things("participation.WorkingGroup", queries.groups_told)
        privacy.declare_things("participation.Matter", queries.matters_told)
        privacy.declare_things("participation.Reply", queries.replies_told)
        privacy.declare_things("participation.DraftVersion", queries.draft_versions_told)
        privacy.declare_codes("participation.Suggestion.state", texts.SUGGESTION_STATES)
        privacy.declare_stays(*texts.STAYS_WITH_GROUP)
        privacy.declare_stays(*texts.STAYS_WITHOUT_NAME)
        messages.declare_kind(messages.Kind(texts.ADDED, texts.added, texts.added_spoken))
        messages.declare_kind(messages.Kind(texts.TO_READ, texts.to_read, texts.to_read_spoken))
        tasks.declare()
        panels.add(panels.Page.MEETING, parts.tell_here)
        panels.add(panels.Page.SESSION, parts.who_is_willing)
        menus.add(
            menus.MenuItem(
                menus.Face.DESK,
                texts.WORKING_GROUPS,
                "participation:groups",
                policy.RUN,
                40,
                under=menus.Under.PEOPLE,
            )
        )
        menus.add(menus.MenuItem(menus.Face.ME, texts.HAVE_A_SAY, "participation:mine", policy.TAKE_PART, 40))
