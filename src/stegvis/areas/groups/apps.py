from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.groups"
    label = "groups"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.areas.directory import api as directory
        from stegvis.areas.messages import api as messages
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, rights
        from stegvis.kernel.roles import EMPLOYED, Role

        from . import api, personal_data, policy, queries, tasks, texts
        from .actions import leaving
        from .actions.handing import pass_rounds_on
        from .queries import told
        from .queries.handing import receives_in_rounds

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "groups")
        people.declare_charge(
            people.Charge("groups.rounds", texts.ROUNDS_IN_NAME, EMPLOYED, receives_in_rounds, pass_rounds_on)
        )
        tasks.declare()
        privacy.declare_reasons(texts.LOOKS)
        seen_by = frozenset({Role.ADVISER})
        privacy.declare_item(
            privacy.Item("groups.places", texts.SHARED_GROUPS, seen_by, queries.groups_shared)
        )
        privacy.declare_item(
            privacy.Item("groups.small_aims", texts.SHARED_AIMS, frozenset(), queries.aims_shared)
        )
        privacy.declare_codes("groups.Place.state", texts.PLACE_STATES)
        privacy.declare_things("groups.Round", told.rounds_told)
        privacy.declare_things("groups.Session", told.sessions_told)
        privacy.declare_saying("groups.Place.company", told.company_told)
        privacy.before_erasing(leaving.free_places)
        privacy.declare_use(leaving.still_used)
        for kind in api.KINDS:
            messages.declare_kind(kind)
        directory.when_state_changes(api.follow_offering)
        menus.add(menus.MenuItem(menus.Face.DESK, _("Rounds"), "groups:rounds", policy.PLAN, 20))
