from django.apps import AppConfig


class Config(AppConfig):
    name = "stegvis.demo"
    label = "demo"
