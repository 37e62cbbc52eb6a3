"""The invented places: who runs them and who works there. Nobody here exists."""

from dataclasses import dataclass

from stegvis.areas.directory.api import DocumentationMode, ServiceKind
from stegvis.areas.people.api import Country, Language, OrganisationKind
from stegvis.kernel.roles import Role

from .offerings import creative, danish, fellowship, physical, swedish, talks
from .offerings.told import Told


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works in an invented place. `key` is their name in /demo/, empty for those one cannot become."""

    name: str
    role: Role
    key: str = ""


@dataclass(frozen=True, slots=True)
class DemoPlace:
    """One organisation. `editor` writes the offerings down and publishes them."""

    slug: str
    name: str
    kind: OrganisationKind
    country: Country
    language: Language
    time_zone: str
    phone: str
    address: str
    place: str
    open_hours: str
    guidelines: str
    workers: tuple[Worker, ...]
    editor: str
    services: tuple[tuple[ServiceKind, str], ...]
    offerings: tuple[Told, ...]
    documentation: DocumentationMode = DocumentationMode.WITHOUT_NAMES


KORSBY = DemoPlace(
    slug="korsby",
    name="Korsby senter",
    kind=OrganisationKind.CENTRE,
    country=Country.NORWAY,
    language=Language.NORWEGIAN,
    time_zone="Europe/Oslo",
    phone="00 00 00 14",
    address="Storgata 14, 2. etasje",
    place="Korsby",
    open_hours="Mandag til fredag 10–15",
    guidelines="Her er alle velkomne som de er. Vi sier fra hvis noen snakker nedsettende om hverandres hudfarge, "
    "tro eller hvem man er glad i. Vi tar vare på det vi får høre. Ingen trenger å fortelle noe.",
    workers=(
        Worker("Ingrid", Role.ADVISER, "ingrid"),
        Worker("Odd", Role.EMPLOYEE, "odd"),
        Worker("Berit", Role.MANAGER, "berit"),
        Worker("Siri", Role.ADVISER),
        Worker("Irene", Role.FACILITATOR, "irene"),
    ),
    editor="Berit",
    services=(
        (ServiceKind.SOCIAL_OFFERINGS, "Sosiale tilbud"),
        (ServiceKind.TELEPHONE_ADVICE, "Telefonen"),
        (ServiceKind.INDIVIDUAL_TALKS, "Samtaler"),
        (ServiceKind.SELF_HELP_GROUPS, "Samtalegrupper"),
        (ServiceKind.THEME_MEETINGS, "Temakvelder"),
    ),
    offerings=fellowship.ALL + creative.ALL + physical.ALL + talks.ALL,
)

LINDBY = DemoPlace(
    slug="lindby",
    name="Frivilligcenter Lindby",
    kind=OrganisationKind.VOLUNTEER_CENTRE,
    country=Country.DENMARK,
    language=Language.DANISH,
    time_zone="Europe/Copenhagen",
    phone="00 00 00 28",
    address="Havnegade 8",
    place="Lindby",
    open_hours="Mandag til fredag 9–14",
    guidelines="Alle er velkomne, som de er. Vi taler ordentligt til og om hinanden. Ingen skal fortælle noget.",
    workers=(Worker("Mette", Role.COORDINATOR), Worker("Jens", Role.ADVISER)),
    editor="Mette",
    services=(
        (ServiceKind.SOCIAL_OFFERINGS, "Sociale tilbud"),
        (ServiceKind.INDIVIDUAL_TALKS, "Samtaler"),
    ),
    offerings=danish.ALL,
)

EKEBY = DemoPlace(
    slug="ekeby",
    name="Mötesplatsen Ekeby",
    kind=OrganisationKind.CENTRE,
    country=Country.SWEDEN,
    language=Language.SWEDISH,
    time_zone="Europe/Stockholm",
    phone="00 00 00 46",
    address="Skolgatan 5",
    place="Ekeby",
    open_hours="Måndag till fredag 9–15",
    guidelines="Alla är välkomna som de är. Vi talar väl till och om varandra. Ingen behöver berätta något.",
    workers=(Worker("Lena", Role.MANAGER), Worker("Per", Role.ADVISER)),
    editor="Lena",
    services=(
        (ServiceKind.SOCIAL_OFFERINGS, "Sociala aktiviteter"),
        (ServiceKind.INDIVIDUAL_TALKS, "Samtal"),
    ),
    offerings=swedish.ALL,
)

PLACES = (KORSBY, LINDBY, EKEBY)
