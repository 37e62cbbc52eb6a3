"""The filters of the public list: a plain GET form, so that a search is an address one can keep and share."""

from collections.abc import Iterable, Sequence
from typing import Any

from babel import Locale
from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from stegvis.ui import dates

from .. import texts
from ..rules import Category, ServiceKind
from ..rules.filters import Filters, TimeOfDay

ANY = ("", _("All"))
WORDS_LONGEST = 200
PLACES_TO_CHOOSE_FROM = 60
"""With more places than that it is quicker to write one than to look for it in a list."""


class FilterForm(forms.Form):
    """`q` holds the words to search for. What makes no sense is left out rather than refused: a link that
    somebody kept from last year shall still find something.

    `places` and `spoken`: the places and the codes of languages that there is anything for.
    """

    use_required_attribute = False
    narrows = True
    q = forms.CharField(required=False, max_length=WORDS_LONGEST, label=_("What would you like to do?"))
    category = forms.ChoiceField(required=False, label=_("What it is"))
    weekday = forms.ChoiceField(required=False, label=_("Day"))
    time = forms.ChoiceField(required=False, label=_("Time of day"))
    place = forms.CharField(required=False, max_length=80, label=pgettext_lazy("where", "Place"))
    spoken = forms.ChoiceField(required=False, label=_("Language spoken"))
    kind = forms.ChoiceField(required=False, label=_("Kind of service"))
    free = forms.BooleanField(required=False, label=_("Only what is free"))

    def __init__(
        self, *args: Any, places: Sequence[str] = (), spoken: Sequence[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._words: dict[str, dict[str, str]] = {}
        language = get_language() or "en"
        names = dates.locale(language)
        self._choose("category", texts.CATEGORIES.items())
        self._choose("kind", texts.SERVICE_KINDS.items())
        self._choose("weekday", [(n, capfirst(day)) for n, day in enumerate(dates.weekdays(language))])
        self._choose("time", texts.TIMES_OF_DAY.items())
        self._choose("spoken", [(code, capfirst(language_name(names, code))) for code in spoken])
        if 0 < len(places) <= PLACES_TO_CHOOSE_FROM:
            self.fields["place"] = forms.ChoiceField(required=False, label=self.fields["place"].label)
            self._choose("place", [(place, place) for place in places])

    def words(self) -> str:
        """What to search for, cut where nobody would have typed on."""
        return str(self.data.get("q", ""))[:WORDS_LONGEST].strip()

    def filters(self) -> Filters:
        """What the search shall be narrowed to."""
        chosen = self._chosen()
        return Filters(
            category=Category(chosen["category"]) if "category" in chosen else None,
            kind=ServiceKind(chosen["kind"]) if "kind" in chosen else None,
            weekday=int(chosen["weekday"]) if "weekday" in chosen else None,
            time=TimeOfDay(chosen["time"]) if "time" in chosen else None,
            place=chosen.get("place", ""),
            spoken=chosen.get("spoken", ""),
            free=bool(chosen.get("free")),
        )

    def in_words(self) -> dict[str, str]:
        """The filters in use, without the search words, as one would say them."""
        said = {}
        for name, value in self._chosen().items():
            if name in self._words:
                said[name] = self._words[name][value]
            else:
                said[name] = str(self.fields[name].label) if value is True else str(value)
        return said

    def _chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value and name != "q"}

    def _choose(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        self._words[name] = {str(value): str(words) for value, words in choices}
        field.choices = [ANY, *self._words[name].items()]


def language_name(names: Locale, code: str) -> str:
    """The name of a language; "norsk" for both written forms, since this is about what is spoken."""
    return str(names.languages.get("no" if code in ("nb", "nn") else code, code))
