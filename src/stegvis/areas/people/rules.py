"""Codes of the people area. Pure: no Django, no clock."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    CENTRE = "centre"
    RECOVERY_PROGRAMME = "recovery_programme"
    VOLUNTEER_CENTRE = "volunteer_centre"
    ASSOCIATION = "association"
    MUNICIPAL_OFFICE = "municipal_office"


class Language(StrEnum):
    NORWEGIAN = "nb"
    DANISH = "da"
    SWEDISH = "sv"
    ENGLISH = "en"


class Country(StrEnum):
    NORWAY = "NO"
    DENMARK = "DK"
    SWEDEN = "SE"
