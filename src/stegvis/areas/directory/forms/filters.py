"""The filters of the public list: a plain GET form, so that a search is an address one can keep and share."""

from typing import Any

from babel import Locale
from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from stegvis.ui import dates

from .. import texts

ANY = ("", _("All"))
TIMES_OF_DAY = (
    ("morning", _("In the morning, before 12")),
    ("afternoon", _("In the afternoon, 12 to 17")),
    ("evening", _("In the evening, after 17")),
)
SPOKEN = ("nb", "se", "da", "sv", "en", "ar", "es", "fa", "pl", "so", "ti", "uk", "ur")
"""Languages one can filter by: those of the Nordic countries and the most spoken others."""
WORDS_LONGEST = 200


class FilterForm(forms.Form):
    """`q` holds the words to search for. What makes no sense is left out rather than refused: a link that
    somebody kept from last year shall still find something.
    """

    use_required_attribute = False
    q = forms.CharField(required=False, max_length=WORDS_LONGEST, label=_("What would you like to do?"))
    category = forms.ChoiceField(required=False, label=_("What it is"))
    kind = forms.ChoiceField(required=False, label=_("Kind of service"))
    weekday = forms.ChoiceField(required=False, label=_("Day"))
    time = forms.ChoiceField(required=False, label=_("Time of day"))
    place = forms.CharField(required=False, max_length=80, label=pgettext_lazy("where", "Place"))
    spoken = forms.ChoiceField(required=False, label=_("Language spoken"))
    free = forms.BooleanField(required=False, label=_("Only what is free"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._words: dict[str, dict[str, str]] = {}
        language = dates.known(get_language() or "en")
        names = Locale.parse(dates.LOCALE[language])
        days = [(str(n), capfirst(name)) for n, name in sorted(names.days["format"]["wide"].items())]
        spoken = [(code, capfirst(names.languages["no" if code == "nb" else code])) for code in SPOKEN]
        self._choose("category", texts.CATEGORIES.items())
        self._choose("kind", texts.SERVICE_KINDS.items())
        self._choose("weekday", days)
        self._choose("time", TIMES_OF_DAY)
        self._choose("spoken", spoken)

    def chosen(self) -> dict[str, Any]:
        """What was asked for and makes sense, by field; nothing for a field left open."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def in_words(self) -> dict[str, str]:
        """The active filters, without the search words, as one would say them."""
        said = {}
        for name, value in self.chosen().items():
            if name in self._words:
                said[name] = self._words[name][value]
            elif name != "q":
                said[name] = str(self.fields[name].label) if value is True else str(value)
        return said

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        self._words[name] = {str(value): str(words) for value, words in choices}
        field.choices = [ANY, *self._words[name].items()]
