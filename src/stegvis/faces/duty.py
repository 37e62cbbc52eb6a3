"""What the law asks of somebody who fears that a person may come to harm, and whom to call, by country (X-13).

A help to remember for those who work here. Nothing is sent or kept by the product: people act, outside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.areas.people.api import Country

WRITTEN_ON = date(2026, 11, 22)
"""When these words were last read against the laws. Laws change: whoever runs a house has them read through."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty in everyday words. `called` is its name in the country's own language, `law` where it stands."""

    called: str
    law: str
    words: Promise


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody who answers the phone. `number` as people dial it."""

    who: Promise
    number: str


@dataclass(frozen=True, slots=True)
class Guide:
    """What holds in one country. `language` is that of the names; `local` is what each house looks up for itself."""

    language: str
    duties: tuple[Duty, ...]
    calls: tuple[Call, ...]
    local: tuple[Promise, ...]


EMERGENCY = _("Police, ambulance, fire: danger right now")
POLICE = _("Police, when it can wait a little")
CHILDREN = _("Help line for children and young people")
VIOLENCE = _("Help line about violence and abuse, day and night")
LOCAL_CHILDREN = _("The municipality's service for children at risk, by day and by night")

GUIDES: Mapping[Country, Guide] = {
    Country.NORWAY: Guide(
        "nb",
        (
            Duty(
                "Avvergeplikt",
                "straffeloven § 196",
                _(
                    "Do you find it most likely that somebody will be killed, badly hurt or abused? Then you "
                    "must try to stop it, for example by calling the police. This holds for everybody, and "
                    "goes before your duty of secrecy."
                ),
            ),
            Duty(
                "Meldeplikt til barnevernet",
                "barnevernsloven § 13-2",
                _(
                    "Do you have reason to believe that a child is abused or badly neglected? Whoever works "
                    "for a public service, or does its work, must tell the child welfare service at once, in "
                    "person. Everybody else may, and should."
                ),
            ),
        ),
        (
            Call(_("Police: danger right now"), "112"),
            Call(_("Ambulance"), "113"),
            Call(POLICE, "02800"),
            Call(VIOLENCE, "116 006"),
            Call(CHILDREN, "116 111"),
            Call(_("Doctor, when it cannot wait until tomorrow"), "116 117"),
        ),
        (LOCAL_CHILDREN, _("The crisis centre nearest to you")),
    ),
    Country.DENMARK: Guide(
        "da",
        (
            Duty(
                "Underretningspligt",
                "barnets lov",
                _(
                    "Everybody who learns that a child is neglected or lives in a way that harms it must tell "
                    "the municipality. Whoever works for a public service must do so as soon as there is "
                    "reason to believe that a child needs support. The duty is your own."
                ),
            ),
            Duty(
                "Pligt til at hjælpe og afværge",
                "straffeloven",
                _(
                    "You must help somebody whose life is in danger, as far as you can without danger to "
                    "yourself. Do you know that somebody plans a crime against a person's life? Then you must "
                    "try to stop it, if need be by telling the police."
                ),
            ),
        ),
        (
            Call(EMERGENCY, "112"),
            Call(POLICE, "114"),
            Call(VIOLENCE, "1888"),
            Call(CHILDREN, "116 111"),
        ),
        (LOCAL_CHILDREN, _("The doctor on call in your region"), _("The shelter nearest to you")),
    ),
    Country.SWEDEN: Guide(
        "sv",
        (
            Duty(
                "Orosanmälan",
                "socialtjänstlagen",
                _(
                    "Do you learn or suspect that a child is badly off? Whoever works for an authority, or "
                    "professionally with children, care or health, must tell the social services at once. "
                    "Everybody else should."
                ),
            ),
            Duty(
                "Skyldighet att avslöja brott",
                "brottsbalken",
                _(
                    "Do you know that somebody is about to commit a grave crime against a person? Then you "
                    "must tell the police, or stop it in another way, if you can do so without danger to "
                    "yourself or those close to you."
                ),
            ),
        ),
        (
            Call(EMERGENCY, "112"),
            Call(POLICE, "114 14"),
            Call(VIOLENCE, "020-50 50 50"),
            Call(CHILDREN, "116 111"),
            Call(_("Advice about illness"), "1177"),
        ),
        (LOCAL_CHILDREN, _("The shelter nearest to you")),
    ),
}
