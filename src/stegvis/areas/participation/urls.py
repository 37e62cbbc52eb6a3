"""Addresses of user participation."""

from django.urls import path

from . import views

app_name = "participation"
urlpatterns = [
    path("me/working-groups/", views.mine, name="mine"),
    path("me/working-groups/<uuid:group_id>/", views.my_group, name="my_group"),
    path("desk/working-groups/", views.groups, name="groups"),
    path("desk/working-groups/<uuid:group_id>/", views.group, name="group"),
    path("desk/working-groups/for/<uuid:participant_id>/", views.for_person, name="for_person"),
]
