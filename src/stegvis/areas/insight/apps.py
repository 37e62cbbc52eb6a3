from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.insight"
    label = "insight"

    def ready(self) -> None:
        from stegvis.kernel import menus, panels, rights

        from . import policy, texts
        from .views.panels import on_the_desk

        rights.declare(policy.RIGHTS)
        panels.add(panels.Page.DESK, on_the_desk)
        menus.add(
            menus.MenuItem(
                menus.Face.DESK, texts.PORTFOLIO, "insight:portfolio", policy.SEE, 45, under=menus.Under.OFFER
            )
        )
