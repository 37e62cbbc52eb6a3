"""The app that brings the design system's tags, templates and stylesheet."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Registers `stegvis.ui` under the label `ui`."""

    name = "stegvis.ui"
    label = "ui"
