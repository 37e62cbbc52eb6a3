"""Addresses of messages."""

from django.urls import path

from . import views

app_name = "messages"
urlpatterns = [
    path("me/messages/", views.mine, name="mine"),
    path("me/reach/", views.my_reach, name="my_reach"),
    path("desk/messages/", views.written, name="written"),
    path("desk/messages/<uuid:participant_id>/", views.thread, name="thread"),
    path("desk/messages/<uuid:participant_id>/reach/", views.reach, name="reach"),
    path("desk/calls/", views.calls, name="calls"),
]
