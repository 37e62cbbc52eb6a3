"""Addresses of what is kept about a person, for herself."""

from django.urls import URLPattern, path

from . import views

app_name = "privacy"
urlpatterns: list[URLPattern] = [
    path("me/mine/", views.mine, name="mine"),
    path("me/looks/", views.looks, name="looks"),
]
