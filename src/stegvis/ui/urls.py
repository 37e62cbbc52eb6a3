"""Addresses of the design system's own page; mounted in the demo only."""

from django.urls import path

from stegvis.ui import views

app_name = "ui"
urlpatterns = [path("", views.gallery, name="gallery")]
