"""Addresses of the start pages."""

from django.urls import path

from .views import desk, duty, own, public

app_name = "faces"
urlpatterns = [
    path("", public.front, name="front"),
    path("contact/", public.contact, name="contact"),
    path("leave/about/", public.leave_about, name="leave_about"),
    path("me/", own.me, name="me"),
    path("desk/", desk.desk, name="desk"),
    path("desk/duty/", duty.duty, name="duty"),
]
