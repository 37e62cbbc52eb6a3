from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.config"
    label = "config"
