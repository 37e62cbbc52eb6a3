from django.apps import AppConfig


class FacesConfig(AppConfig):
    """The public pages, My page and the desk: they compose what areas offer, and own no data."""

    name = "stegvis.faces"
    label = "faces"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from stegvis.kernel import menus, panels, rights

        from .offering_rounds import next_dates
        from .rights import DESK, ME, RIGHTS

        rights.declare(RIGHTS)
        menus.add(menus.MenuItem(menus.Face.ME, _("My page"), "faces:me", ME, 0))
        menus.add(menus.MenuItem(menus.Face.DESK, _("Today"), "faces:desk", DESK, 0))
        panels.add(panels.Page.OFFERING, next_dates, order=10)
