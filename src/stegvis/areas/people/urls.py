"""Addresses of signing in and out."""

from django.urls import URLPattern, path

from . import views

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/second/", views.second_step, name="second_step"),
    path("sign-in/second/set-up/", views.set_up, name="set_up_second_step"),
    path("sign-in/second/codes/", views.recovery_codes, name="recovery_codes"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("seat/", views.seats, name="seats"),
    path("leave/", views.leave, name="leave"),
    path("leave/back/", views.come_back, name="come_back"),
    path("choose/<str:link>/", views.choose, name="choose"),
    path("me/code/", views.my_code, name="my_code"),
    path("desk/me/", views.my_login, name="my_login"),
    path("desk/my-seat/", views.my_seat, name="my_seat"),
    path("desk/people/", views.staff, name="staff"),
    path("desk/people/invite/", views.invite, name="invite"),
    path("desk/people/checks/", views.checks, name="checks"),
    path("desk/people/<uuid:seat_id>/", views.seat, name="seat"),
    path("desk/let-in/", views.let_in, name="let_in"),
]
