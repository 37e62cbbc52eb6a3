"""Addresses of this area."""

from django.urls import path

from . import views

app_name = "remarks"
urlpatterns = [
    path("wall/<slug:slug>/", views.wall, name="wall"),
    path("desk/remarks/", views.guideline, name="guideline"),
    path("desk/remarks/change/", views.change, name="change"),
    path("desk/remarks/poster/", views.poster, name="poster"),
    path("desk/remarks/steps/", views.steps, name="steps"),
    path("desk/remarks/<uuid:remark_id>/", views.follow_up, name="follow_up"),
    path("desk/rounds/<uuid:round_id>/guideline/", views.round_sees, name="round"),
    path("desk/sessions/<uuid:session_id>/remark/", views.remark, name="remark"),
]
