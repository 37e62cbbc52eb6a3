"""Addresses of messages."""

from django.urls import path

from . import views

app_name = "messages"
urlpatterns = [
    path("me/messages/", views.mine, name="mine"),
    path("me/reach/", views.my_reach, name="my_reach"),
    path("me/complain/", views.my_complaints, name="my_complaints"),
    path("contact/<slug:slug>/complain/", views.how_to_complain, name="how_to_complain"),
    path("desk/complaints/", views.complaints, name="complaints"),
    path("desk/complaints/named/", views.name_reader, name="name_reader"),
    path("desk/complaints/<uuid:complaint_id>/", views.complaint, name="complaint"),
    path("desk/messages/", views.written, name="written"),
    path("desk/messages/<uuid:participant_id>/", views.thread, name="thread"),
    path("desk/messages/<uuid:participant_id>/reach/", views.reach, name="reach"),
    path("desk/calls/", views.calls, name="calls"),
]
