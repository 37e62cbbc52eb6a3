"""Addresses of admission."""

from django.urls import path

from . import views

app_name = "admission"
urlpatterns = [
    path("join/<slug:slug>/", views.join, name="join"),
    path("me/talk/", views.my_talk, name="my_talk"),
    path("desk/talks/", views.waiting, name="waiting"),
    path("desk/talks/<uuid:talk_id>/", views.talk, name="talk"),
]
