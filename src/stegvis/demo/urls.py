"""Addresses of the demo; mounted where settings.DEMO is on."""

from django.urls import path

from . import views

app_name = "demo"
urlpatterns = [
    path("", views.everybody, name="people"),
    path("become/<slug:key>/", views.become, name="become"),
]
