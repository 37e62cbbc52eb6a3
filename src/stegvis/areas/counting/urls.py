"""Addresses of counting."""

from django.urls import path

from . import views

app_name = "counting"
urlpatterns = [
    path("desk/counting/", views.contacts, name="contacts"),
    path("desk/counting/day/", views.day, name="day"),
    path("desk/counting/month/", views.month, name="month"),
]
