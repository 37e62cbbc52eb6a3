"""Addresses of outings."""

from django.urls import path

from . import views

app_name = "outings"
urlpatterns = [
    path("me/outings/<uuid:session_id>/", views.mine, name="mine"),
    path("desk/outings/<uuid:session_id>/", views.outing, name="outing"),
    path("desk/outings/<uuid:session_id>/plan/", views.plan, name="plan"),
    path("desk/outings/<uuid:session_id>/sheet/", views.sheet, name="sheet"),
    path("desk/outings/<uuid:session_id>/needs/", views.needs, name="needs"),
    path("desk/outings/<uuid:session_id>/needs/<uuid:participant_id>/", views.needs_of, name="needs_of"),
]
