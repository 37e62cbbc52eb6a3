from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.counting"
    label = "counting"

    def ready(self) -> None:
        from stegvis.areas.admission import api as admission
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, rights

        from . import personal_data, policy, tasks, texts
        from .actions import count_talk
        from .views import panels as parts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        privacy.declare_kept_for(privacy.KeptFor.COMING, "counting")
        tasks.declare()
        panels.add(panels.Page.DESK, parts.count_here, order=20)
        admission.when_held(count_talk)
        menus.add(menus.MenuItem(menus.Face.DESK, texts.COUNTING, "counting:contacts", policy.COUNT, 25))
