from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.areas.privacy"
    label = "privacy"

    def ready(self) -> None:
        from stegvis.kernel import rights

        from . import policy, texts

        rights.declare(policy.RIGHTS)
        texts.declare_reasons(texts.OF_PEOPLE)
