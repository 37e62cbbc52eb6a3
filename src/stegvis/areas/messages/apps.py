from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.messages"
    label = "messages"

    def ready(self) -> None:
        from stegvis.kernel import rights

        from . import personal_data, policy

        rights.declare(policy.RIGHTS)
        personal_data.declare()
