from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.faces"
    label = "faces"
