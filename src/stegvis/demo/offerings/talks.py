"""Korsby: somebody to talk to."""

from stegvis.areas.directory.api import Aim, Category, JoiningRule, ParticipationKind, ServiceKind

from .fellowship import HOUSE, WAY_IN
from .grounds_nb import TALK
from .told import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Told, at

RULES = (
    "Du sier bare det du vil. Veilederen har lovpålagt taushetsplikt, og sier fra om det hun likevel må melde. "
    "Du kan ta pause og slutte når som helst."
)

PHONE = Told(
    key="radtelefon",
    title="Ring oss",
    summary="Noen å snakke med på telefon. Du trenger ikke si hva du heter.",
    content="Du ringer, en veileder svarer. Vi lytter og tenker sammen med deg om hva som kan hjelpe.",
    frame="Mandag til fredag fra ti til tre på 00 00 00 14. Vi ser ikke nummeret ditt.",
    method="Du styrer samtalen. Vi skriver ikke noe ned. Du kan ringe én gang eller mange.",
    category=Category.OTHER,
    service=ServiceKind.TELEPHONE_ADVICE,
    when=tuple(at(day, "10:00", "15:00") for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)),
    place="Korsby",
    address="På telefon: 00 00 00 14",
    how_to_find="Er det opptatt, prøv igjen om litt. Vi ringer aldri tilbake uten at du ber om det.",
    size="Du og en veileder",
    audience="For voksne som trenger noen å snakke med, og for den som er bekymret for en annen.",
    hard_for="Er det fare for liv akkurat nå, ring 113. Om kvelden og natta har vi dessverre ingen på telefonen.",
    first_time="Den som svarer, sier fornavnet sitt. Du kan begynne med «jeg vet ikke helt hvorfor jeg ringer».",
    welcomed_by="Ingrid",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.LOOKING_AFTER_ONESELF, Aim.GOOD_CHOICES),
    participation=(ParticipationKind.SHARE_WITH_WORKING_GROUP,),
    ground=TALK,
    may_just_watch=None,
    contact_instead="Kom innom åpent hus mandag, onsdag eller fredag",
    translations={
        "en": {
            "title": "Call us",
            "summary": "Somebody to talk to on the phone. You need not say your name.",
            "content": "You call, an adviser answers. We listen and think with you about what might help.",
        }
    },
)

INDIVIDUAL = Told(
    key="enesamtale",
    title="Samtale med en veileder",
    summary="En time på tomannshånd. Du bestemmer hva vi snakker om.",
    content="Du får snakke med den samme veilederen hver gang. Det kan handle om nå, før eller videre.",
    frame="Etter avtale, som regel en time. Her hos oss, på tur eller på telefon.",
    method="Vi begynner med det du vil. Du kan hoppe over alt. Neste gang avtaler vi sammen.",
    category=Category.OTHER,
    service=ServiceKind.INDIVIDUAL_TALKS,
    when=tuple(at(day, "09:00", "16:00") for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)),
    place="Korsby",
    address=HOUSE,
    how_to_find=WAY_IN,
    size="Du og en veileder",
    audience="For voksne som vil snakke med noen som har tid.",
    hard_for="Det kan ta noen dager før det er en ledig time. Ring oss gjerne imens.",
    first_time="Ingrid viser deg rommet først. Du velger stol. Døra kan stå på gløtt.",
    welcomed_by="Ingrid",
    guidelines=RULES,
    joining=JoiningRule.AFTER_AGREEMENT,
    aims=(Aim.LOOKING_AFTER_ONESELF, Aim.SELF_REGULATION),
    participation=(ParticipationKind.SHARE_WITH_WORKING_GROUP,),
    ground=TALK,
    may_just_watch=None,
    instead=("radtelefon",),
)

SELF_HELP = Told(
    key="samtalegruppe",
    title="Samtalegruppe på mandager",
    summary="Åtte kvelder med de samme menneskene. Dere lager reglene selv.",
    content="En gruppe som snakker om hverdagen slik den er: søvn, grenser, folk, høytider.",
    frame="Åtte mandager fra sju til ni. Samme gruppe, plass til sju.",
    method="To veiledere holder rammen. Gruppa velger tema. Man deler det man er klar for å dele.",
    category=Category.OTHER,
    service=ServiceKind.SELF_HELP_GROUPS,
    when=(at(MONDAY, "19:00", "21:00"),),
    place="Korsby",
    address=HOUSE,
    how_to_find=WAY_IN,
    size="Fem til sju, de samme hver gang",
    audience="For voksne som vil snakke med andre som forstår uten lange forklaringer.",
    hard_for="Det kan bli sterkt å høre andre. Vi snakker om hva som hjelper da, før vi begynner.",
    first_time="Første kveld handler bare om reglene og om kaffe. Ingrid er der en halvtime før.",
    welcomed_by="Ingrid",
    guidelines=RULES + " Gruppa blir enig om resten første kvelden.",
    joining=JoiningRule.START_OF_ROUND,
    aims=(Aim.SELF_REGULATION, Aim.LOOKING_AFTER_ONESELF),
    participation=(ParticipationKind.SHARE_EXPERIENCE, ParticipationKind.DECIDE_IN_WORKING_GROUP),
    ground=TALK,
    may_bring_someone=False,
    may_just_watch=False,
    instead=("enesamtale", "torsdagslunsj"),
)

THEME = Told(
    key="temakveld",
    title="Temakveld: sove bedre",
    summary="En kveld om søvn, med te og gode spørsmål. Åpent for alle.",
    content="En søvnfysioterapeut forteller i tjue minutter. Så snakker vi om hva som virker for oss.",
    frame="En tirsdag i måneden fra seks til åtte i salen på biblioteket. Plass til førti.",
    method="Du kan spørre på lapp. Hver kveld slutter med én ting du kan prøve.",
    category=Category.OTHER,
    service=ServiceKind.THEME_MEETINGS,
    when=(at(TUESDAY, "18:00", "20:00"),),
    place="Korsby",
    address="Biblioteket, Torget 3",
    how_to_find="Salen rett fram fra hovedinngangen. Du trenger ikke melde deg på.",
    size="Tjue til førti",
    audience="For alle voksne som vil lære noe om søvn.",
    hard_for="Det kommer en del folk. Bakerste rad er lettest å gå fra.",
    first_time="Sett deg hvor du vil. Siri står ved tekjelen hvis du vil spørre om noe.",
    welcomed_by="Siri",
    guidelines="Det som blir fortalt av andre, tar vi ikke med oss ut. Mobilen er på lydløs.",
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_CARE, Aim.GOOD_CHOICES),
    participation=(ParticipationKind.DECIDE_IN_WORKING_GROUP, ParticipationKind.EVERYDAY_LANGUAGE),
    ground=TALK,
    instead=("radtelefon", "apent-hus"),
)

ALL = (PHONE, INDIVIDUAL, SELF_HELP, THEME)
