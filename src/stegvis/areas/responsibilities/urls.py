"""Addresses of tasks."""

from django.urls import path

from . import views

app_name = "responsibilities"
urlpatterns = [
    path("me/tasks/", views.mine, name="mine"),
    path("me/tasks/<uuid:responsibility_id>/", views.my_task, name="my_task"),
    path("desk/tasks/", views.desk, name="desk"),
    path("desk/tasks/<uuid:responsibility_id>/", views.task, name="task"),
    path("desk/tasks/<uuid:responsibility_id>/paper/", views.paper, name="paper"),
    path("desk/tasks/note/<uuid:round_id>/", views.note, name="note"),
    path("desk/offerings/<uuid:listing_id>/tasks/", views.decide, name="decide"),
]
