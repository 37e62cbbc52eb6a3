from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.directory"
    label = "directory"

    def ready(self) -> None:
        from stegvis.areas.people import api as people
        from stegvis.areas.privacy import api as privacy
        from stegvis.kernel import menus, panels, retention, rights
        from stegvis.kernel.personal_data import KeepFor
        from stegvis.kernel.roles import EMPLOYED

        from . import personal_data, policy, tasks, texts
        from .actions.ageing import forget_names
        from .actions.handing import pass_offerings_on
        from .queries.handing import answers_for_offerings
        from .queries.titles import titles
        from .views.panels import on_the_desk

        rights.declare(policy.RIGHTS)
        panels.add(panels.Page.DESK, on_the_desk)
        tidy = retention.Rule(
            "directory.names",
            KeepFor.WHILE_IN_SEAT,
            lambda: (personal_data.OFFERING,),
            lambda house, now: forget_names(house, now=now),
        )
        retention.declare(tidy)
        personal_data.declare()
        tasks.declare()
        privacy.declare_kept_for(privacy.KeptFor.WORKING, "directory")
        charge = people.Charge(
            "directory.offerings",
            texts.OFFERINGS_IN_NAME,
            EMPLOYED,
            answers_for_offerings,
            pass_offerings_on,
            texts.MANAGER_ANSWERS,
        )
        people.declare_charge(charge)
        privacy.declare_things("directory.Listing", titles)
        for text, url_name, order, under in (
            (texts.OUR_OFFERINGS, "directory:desk_offerings", 42, menus.Under.OFFER),
            (texts.OUR_SERVICES, "directory:desk_services", 50, menus.Under.OFFER),
            (texts.THE_HOUSE, "directory:house", 44, menus.Under.HOUSE),
        ):
            menus.add(menus.MenuItem(menus.Face.DESK, text, url_name, policy.DESCRIBE, order, under=under))
        menus.add(
            menus.MenuItem(
                *(menus.Face.HOUSE, texts.WHO_WE_ARE, "directory:desk_about", policy.SHAPE_HOUSE),
                order=10,
                lead=texts.WHO_WE_ARE_LEAD,
            )
        )
