"""Addresses of what is kept about a person, for herself."""

from django.urls import URLPattern, path

from . import views

app_name = "privacy"
urlpatterns: list[URLPattern] = [
    path("me/mine/", views.mine, name="mine"),
    path("me/looks/", views.looks, name="looks"),
    path("me/sharing/", views.sharing, name="sharing"),
    path("me/sharing/new/", views.share, name="share"),
    path("me/sharing/<uuid:grant_id>/", views.my_grant, name="my_grant"),
    path("desk/shared/", views.shared, name="shared"),
    path("desk/shared/<uuid:grant_id>/", views.shared_one, name="shared_one"),
    path("desk/shared/for/<uuid:participant_id>/", views.note_share, name="note_share"),
    path("desk/shared/noted/<uuid:grant_id>/", views.noted_share, name="noted_share"),
]
