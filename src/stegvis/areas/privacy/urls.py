"""Addresses of what is kept about a person, for herself."""

from django.urls import URLPattern, path

from . import views

app_name = "privacy"
urlpatterns: list[URLPattern] = [
    path("me/mine/", views.mine, name="mine"),
    path("me/looks/", views.looks, name="looks"),
    path("me/looks/<uuid:look_id>/", views.look, name="look"),
    path("me/grounds/", views.my_reasons, name="my_grounds"),
    path("desk/grounds/", views.grounds, name="grounds"),
    path("me/doors/", views.doors, name="doors"),
    path("desk/doors/<uuid:participant_id>/", views.note_doors, name="note_doors"),
    path("desk/questions/", views.questions, name="questions"),
    path("desk/questions/<uuid:question_id>/", views.question, name="question"),
    path("me/copy/", views.copy, name="copy"),
    path("me/copy/read/", views.copy_read, name="copy_read"),
    path("me/copy/file/", views.copy_file, name="copy_file"),
    path("me/leave-us/", views.leave_us, name="leave_us"),
    path("left/", views.left, name="left"),
    path("desk/copy/<uuid:participant_id>/", views.copy_for, name="copy_for"),
    path("desk/leaving/<uuid:participant_id>/", views.leaving, name="leaving"),
    path("me/sharing/", views.sharing, name="sharing"),
    path("me/sharing/new/", views.share, name="share"),
    path("me/sharing/<uuid:grant_id>/", views.my_grant, name="my_grant"),
    path("desk/shared/", views.shared, name="shared"),
    path("desk/shared/<uuid:grant_id>/", views.shared_one, name="shared_one"),
    path("desk/shared/for/<uuid:participant_id>/", views.note_share, name="note_share"),
    path("desk/shared/noted/<uuid:grant_id>/", views.noted_share, name="noted_share"),
]
