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
            )
        )
        menus.add(
            menus.MenuItem(menus.Face.DESK, texts.LET_IN, "people:let_in", "people.let_in_again", order=90)
        )
        menus.add(
            menus.MenuItem(
                *(menus.Face.MINE, texts.MY_CODE, "people:my_code", "people.see_own_code"),
                order=80,
                lead=texts.MY_CODE_LEAD,
            )
        )
        menus.add(
            menus.MenuItem(
                menus.Face.DESK, texts.MY_LOGIN, "people:my_login", "people.see_own_login", order=99
            )
        )
        menus.add(menus.MenuItem(menus.Face.DESK, texts.STAFF, "people:staff", "people.see_staff", order=92))
        menus.add(
            menus.MenuItem(menus.Face.DESK, texts.MY_SEAT, "people:my_seat", "people.see_own_seat", order=96)
        )
