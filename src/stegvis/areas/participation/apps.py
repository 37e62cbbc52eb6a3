from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.participation"
    label = "participation"

    def ready(self) -> None:
        from stegvis.areas.messages import api as messages
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, rights

        from . import personal_data, policy, queries, texts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "participation")
        privacy.declare_reasons(texts.LOOKS)
        privacy.declare_things("participation.WorkingGroup", queries.groups_told)
        privacy.declare_things("participation.Matter", queries.matters_told)
        privacy.declare_stays(*texts.STAYS_WITH_GROUP)
        messages.declare_kind(messages.Kind(texts.ADDED, texts.added, texts.added_spoken))
        menus.add(
            menus.MenuItem(menus.Face.DESK, texts.WORKING_GROUPS, "participation:groups", policy.RUN, 40)
        )
