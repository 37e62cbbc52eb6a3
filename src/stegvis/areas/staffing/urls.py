"""Addresses of the roster, and of the sign in the door."""

from django.urls import path

from . import views

app_name = "staffing"
urlpatterns = [
    path("sign/<slug:slug>/", views.sign, name="sign"),
    path("desk/roster/", views.roster, name="roster"),
    path("desk/roster/ill/", views.colleague, name="colleague"),
    path("desk/roster/<uuid:session_id>/", views.meeting, name="meeting"),
    path("desk/duties/", views.duties, name="duties"),
    path("desk/rounds/<uuid:round_id>/staff/", views.round_needs, name="needs"),
]
