"""Addresses of admission."""

from django.urls import path

from . import views

app_name = "admission"
urlpatterns = [
    path("join/<slug:slug>/", views.join, name="join"),
    path("me/talk/", views.my_talk, name="my_talk"),
    path("me/introductions/<slug:slug>/", views.introductions, name="introductions"),
    path("desk/introductions/<uuid:participant_id>/<uuid:listing_id>/", views.introduce, name="introduce"),
    path("desk/talks/", views.waiting, name="waiting"),
    path("desk/talks/form/", views.talk_form, name="talk_form"),
    path("desk/talk-times/", views.times, name="times"),
    path("desk/talks/<uuid:talk_id>/", views.talk, name="talk"),
]
