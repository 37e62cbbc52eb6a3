"""What messages say in a participant's own copy."""

from __future__ import annotations

from django.utils import translation

from ..models import Message
from .entries import words_of


def subject_told(row: Message, language: str) -> str:
    with translation.override(language):
        return words_of(row).subject


def text_told(row: Message, language: str) -> str:
    with translation.override(language):
        return words_of(row).text
