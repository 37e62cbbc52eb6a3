from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.people"
    label = "people"

    def ready(self) -> None:
        from stegvis.kernel import menus, rights
        from stegvis.kernel.roles import EMPLOYED

        from . import personal_data, policy, tasks, texts
        from .actions import pass_the_young_on
        from .queries import answers_for_the_young
        from .rules.handing import Charge, declare_charge

        rights.declare(policy.RIGHTS)
        personal_data.declare()
        tasks.declare()
        declare_charge(
            Charge(
                "people.age_policy",
                texts.ANSWERS_FOR_THE_YOUNG,
                EMPLOYED,
                answers_for_the_young,
                pass_the_young_on,
                texts.MANAGER_ANSWERS_FOR_THE_YOUNG,
            )
        )
        menus.add(
            menus.MenuItem(
                *(menus.Face.MINE, texts.MY_CODE, "people:my_code", "people.see_own_code"),
                order=80,
                lead=texts.MY_CODE_LEAD,
            )
        )
        for text, page, right, order, under in (
            (texts.LET_IN, "let_in", "let_in_again", 90, menus.Under.PEOPLE),
            (texts.STAFF, "staff", "see_staff", 92, menus.Under.HOUSE),
            (texts.MY_SEAT, "my_seat", "see_own_seat", 96, menus.Under.SELF),
            (texts.MY_LOGIN, "my_login", "see_own_login", 99, menus.Under.SELF),
        ):
            item = menus.Face.DESK, text, f"people:{page}", f"people.{right}", order
            menus.add(menus.MenuItem(*item, under=under))
