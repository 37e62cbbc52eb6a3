"""Korsby: moving."""

from stegvis.areas.directory.api import Aim, Category, JoiningRule, ParticipationKind, ServiceKind

from .grounds_nb import PHYSICAL
from .told import FRIDAY, MONDAY, SATURDAY, THURSDAY, WEDNESDAY, Told, at

RULES = (
    "Du bestemmer tempoet. Ingen tar på deg uten å spørre. Det som blir sagt på veien, blir på veien. "
    "Vi snur når den første av oss vil snu."
)

WALKING = Told(
    key="turgruppe",
    title="Rolig tur",
    summary="Flat tur i parken med benker underveis. Vi går som den som går saktest.",
    content="Vi går rundt Korsbyvannet, omtrent tjue minutter hver vei, med termos på midten.",
    frame="Hver onsdag fra elleve til halv ett. Frammøte ved bussholdeplassen. Plass til ti.",
    method="To ansatte går med, den ene alltid sist. Veien er flat, det er toalett ved start og på midten.",
    category=Category.PHYSICAL,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(WEDNESDAY, "11:00", "12:30"),),
    place="Korsby",
    address="Bussholdeplassen ved Korsbyvannet",
    how_to_find="Buss 2 eller 7. Vi står ved den røde benken, ikke ved skiltet.",
    size="Fem til ti",
    audience="For voksne som vil ut litt, også om du ikke har gått tur på lenge.",
    hard_for="Er det is på veien, går vi kortere. Trenger du rullator, si fra, så velger vi asfalten.",
    first_time="Ingrid venter ved benken fra kvart på. Du kan gå ved siden av henne hele veien.",
    welcomed_by="Ingrid",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_CARE, Aim.SELF_REGULATION),
    participation=(ParticipationKind.SHARE_WITH_WORKING_GROUP, ParticipationKind.DECIDE_IN_WORKING_GROUP),
    ground=PHYSICAL,
    instead=("yoga", "apent-hus"),
    translations={
        "en": {
            "title": "An easy walk",
            "summary": "A flat walk in the park with benches. We walk at the pace of the slowest.",
            "content": "We walk round the lake, about twenty minutes each way, with coffee half-way.",
        }
    },
)

YOGA = Told(
    key="yoga",
    title="Stille yoga",
    summary="Enkle øvelser på matte eller stol. Øynene åpne hvis du vil.",
    content="Pust, strekk og hvile. Vi sier alltid hva som kommer, og du kan la være.",
    frame="Hver torsdag fra ni til ti i salen på biblioteket. Plass til åtte. Matter er der.",
    method="Den som leder, blir på sin egen matte og retter ingen. Lyset er på. Døra er ulåst.",
    category=Category.PHYSICAL,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(THURSDAY, "09:00", "10:00"),),
    place="Korsby",
    address="Biblioteket, Torget 3",
    how_to_find="Sideinngangen mot kirken er åpen før biblioteket åpner.",
    size="Fire til åtte",
    audience="For voksne som vil øve på å kjenne kroppen i ro. Vanlige klær er fint.",
    hard_for="Å ligge stille sammen med andre passer ikke alle. Da kan du sitte, eller gå ut og komme inn igjen.",
    first_time="Siri møter deg i gangen og viser deg matta nærmest døra.",
    welcomed_by="Siri",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_REGULATION, Aim.SELF_CARE),
    participation=(ParticipationKind.EVERYDAY_LANGUAGE,),
    ground=PHYSICAL,
    instead=("turgruppe", "svomming"),
)

SWIMMING = Told(
    key="svomming",
    title="Basseng for oss",
    summary="En time i varmtvannsbassenget når det er stengt for andre.",
    content="Du svømmer, flyter eller sitter på kanten. Egne garderober med dør.",
    frame="Annenhver fredag fra fem til seks. Plass til åtte. Inngangen er betalt.",
    method="To ansatte er i hallen, den ene i vannet. Badetøy av alle slag er fint.",
    category=Category.PHYSICAL,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(FRIDAY, "17:00", "18:00"),),
    place="Korsby",
    address="Korsbybadet, Idrettsveien 1",
    how_to_find="Personalinngangen på baksiden. Odd står der med nøkkel.",
    size="Fire til åtte",
    audience="For voksne som savner vann, men ikke vil bade med mange rundt.",
    hard_for="Å skifte kan være vanskelig. Det finnes ett bad med lås for én og én.",
    first_time="Du kan komme og bare se hvordan det ser ut, med klærne på.",
    welcomed_by="Odd",
    guidelines=RULES,
    joining=JoiningRule.AFTER_AGREEMENT,
    aims=(Aim.SELF_CARE, Aim.LOOKING_AFTER_ONESELF),
    participation=(ParticipationKind.SHARE_WITH_WORKING_GROUP,),
    ground=PHYSICAL,
    instead=("yoga", "turgruppe"),
)

FOOTBALL = Told(
    key="gafotball",
    title="Gåfotball",
    summary="Fotball uten løping. Latter er lov.",
    content="Vi spiller på liten bane. Alle går, også keeperen.",
    frame="Hver mandag fra fire til fem på grusbanen, inne i gymsalen om vinteren. Plass til tolv.",
    method="Vi deler lag på nytt hver gang. Ingen teller mål hvis ingen vil.",
    category=Category.PHYSICAL,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(MONDAY, "16:00", "17:00"),),
    place="Korsby",
    address="Korsby skole, gymsalen",
    how_to_find="Døra mot parkeringsplassen. Det er lys over.",
    size="Seks til tolv",
    audience="For voksne som vil leke litt med en ball igjen.",
    hard_for="Det er ballkontakt, og noen ganger dulter vi borti hverandre. Du kan være dommer.",
    first_time="Odd deler ut vester og spiller på ditt lag.",
    welcomed_by="Odd",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_REGULATION, Aim.GOOD_CHOICES),
    participation=(ParticipationKind.DECIDE_IN_WORKING_GROUP,),
    ground=PHYSICAL,
    instead=("turgruppe", "brettspill"),
)

GARDEN = Told(
    key="hagegruppe",
    title="Parsellhagen",
    summary="Jord under neglene og kaffe på kassen.",
    content="Vi dyrker poteter, urter og blomster på to parseller. Alle tar med noe hjem.",
    frame="Lørdager fra ti til tolv, april til oktober. Plass til seks.",
    method="En ansatt sier hva som trengs i dag. Du velger en jobb, eller sitter i sola.",
    category=Category.OTHER,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(SATURDAY, "10:00", "12:00"),),
    place="Korsby",
    address="Parsellene bak sykehjemmet",
    how_to_find="Følg grusveien forbi sykehjemmet, parsell 11 og 12. Det er en blå tønne der.",
    size="Tre til seks",
    audience="For voksne som vil ut og se noe gro.",
    hard_for="Det er ikke toalett på parsellen, nærmeste er på sykehjemmet.",
    first_time="Ingrid venter ved porten og går inn sammen med deg.",
    welcomed_by="Ingrid",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_CARE, Aim.GOOD_CHOICES),
    participation=(ParticipationKind.DECIDE_IN_WORKING_GROUP,),
    ground=PHYSICAL,
    step_free=False,
    instead=("turgruppe", "apent-verksted"),
)

ALL = (WALKING, YOGA, SWIMMING, FOOTBALL, GARDEN)
