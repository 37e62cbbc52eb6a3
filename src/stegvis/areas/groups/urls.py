"""Addresses of the groups area."""

from django.urls import path

from . import views

app_name = "groups"
urlpatterns = [
    path("join/<slug:slug>/place/", views.choose, name="choose"),
    path("me/places/<uuid:place_id>/", views.my_place, name="my_place"),
    path("desk/rounds/", views.rounds, name="rounds"),
    path("desk/rounds/<uuid:round_id>/", views.round_page, name="round"),
    path("desk/rounds/<uuid:round_id>/line/", views.line, name="line"),
    path("desk/rounds/<uuid:round_id>/change/", views.change_round, name="change_round"),
    path("me/meetings/<uuid:session_id>/", views.this_time, name="this_time"),
    path("desk/sessions/<uuid:session_id>/", views.session, name="session"),
    path("desk/sessions/<uuid:session_id>/list/", views.session_list, name="session_list"),
    path("desk/wall/", views.wall, name="wall"),
    path("desk/counts/", views.counts, name="counts"),
    path("desk/places/<uuid:participant_id>/", views.places_for, name="places_for"),
]
