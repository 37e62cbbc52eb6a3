"""Addresses of agreements."""

from django.urls import path

from . import views

app_name = "agreements"
urlpatterns = [
    path("me/groups/<uuid:round_id>/agreement/", views.mine, name="mine"),
    path("desk/base-rules/", views.base_rules, name="base_rules"),
    path("desk/rounds/<uuid:round_id>/agreement/", views.agreement, name="agreement"),
    path("desk/rounds/<uuid:round_id>/agreement/poster/", views.poster, name="poster"),
    path("desk/rounds/<uuid:round_id>/agreement/talk/", views.talk, name="talk"),
    path("desk/rounds/<uuid:round_id>/agreement/talk/<slug:part>/", views.part, name="part"),
]
