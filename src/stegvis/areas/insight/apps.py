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
        for words, lead, url_name, right, order in (
            (
                texts.BASE_RULES,
                texts.BASE_RULES_LEAD,
                "agreements:base_rules",
                "agreements.write_base_rules",
                20,
            ),
            (texts.WHEN_WORDS_HURT, texts.WHEN_WORDS_HURT_LEAD, "remarks:guideline", "remarks.act", 30),
        ):
            menus.add(menus.MenuItem(menus.Face.HOUSE, words, url_name, right, order, lead))
        menus.add(menus.MenuItem(menus.Face.DESK, texts.PORTFOLIO, "insight:portfolio", policy.SEE, 45))
