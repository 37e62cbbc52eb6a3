"""The one question of those in line: the word that somebody told her."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_WORD = 60


class CompanyForm(forms.Form):
    """The word of the one she comes together with."""

    word = forms.CharField(
        label=_("The word you were told"),
        max_length=LONGEST_WORD,
        error_messages={"required": _("Write the word that you were told.")},
    )
