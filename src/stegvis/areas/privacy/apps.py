from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.privacy"
    label = "privacy"

    def ready(self) -> None:
        from stegvis.kernel import menus, rights

        from . import personal_data, policy, queries, tasks, texts
        from .actions import telling_below
        from .models import telling
        from .rules import grounds

        rights.declare(policy.RIGHTS)
        tasks.declare()
        personal_data.declare()
        texts.declare_reasons(texts.OF_PEOPLE)
        texts.declare_reasons(texts.OF_SHARING)
        texts.declare_reasons(texts.OF_LEAVING)
        texts.declare_reasons(texts.OF_LOOKS)
        telling_below.declare()
        telling.declare_codes("privacy.Grant.purpose", texts.SHARED_FOR)
        telling.declare_things("privacy.Grant", queries.grants_told)
        telling.declare_saying("privacy.GrantItem.item", queries.item_told)
        telling.declare_saying("privacy.Reading.item", queries.item_told)
        grounds.declare_kept_for(grounds.KeptFor.KNOWING, "people", "privacy")
        grounds.declare_kept_for(grounds.KeptFor.WORKING, "people.Seat", "people.RecordCheck")
        grounds.declare_kept_for(grounds.KeptFor.LOG, "kernel")
        for line in texts.MENU:
            menus.add(line)
