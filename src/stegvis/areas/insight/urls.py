"""Addresses of insight."""

from django.urls import path

from .views import paper, portfolio, reviewing

app_name = "insight"
urlpatterns = [
    path("desk/portfolio/", portfolio.portfolio, name="portfolio"),
    path("desk/offerings/<uuid:listing_id>/review/", reviewing.review, name="review"),
    path("desk/offerings/<uuid:listing_id>/on-paper/", paper.on_paper, name="on_paper"),
]
