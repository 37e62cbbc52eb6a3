from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.directory"
    label = "directory"

    def ready(self) -> None:
        from stegvis.kernel import menus, rights

        from . import personal_data, policy, texts

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        for text, url_name, order in (
            (texts.OUR_OFFERINGS, "directory:desk_offerings", 40),
            (texts.OUR_SERVICES, "directory:desk_services", 50),
        ):
            menus.add(menus.MenuItem(menus.Face.DESK, text, url_name, policy.DESCRIBE, order))
