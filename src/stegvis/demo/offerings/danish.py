"""Lindby, the neighbour to the south: offerings in Danish."""

from stegvis.areas.directory.api import Aim, Category, JoiningRule, ParticipationKind, ServiceKind

from .told import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Ground, Told, at

PLACE = "Havnegade 8, Lindby"
WAY_IN = "Gå ind ad den hvide port. Vi bor i stuen til højre. Du kan banke på eller gå lige ind."
RULES = (
    "Vi deler kun det, vi er klar til at dele. Det, der bliver sagt her, bliver her. Vi er ædru, når vi er sammen. "
    "Du må gå, når du vil, og du må altid komme igen."
)
GROUND = Ground(
    reason="At lave noget sammen med andre giver ro og øvelse i at være blandt mennesker, uden at nogen skal "
    "fortælle deres historie.",
    group_composition="Åben for voksne i alle aldre. Nye kommer én ad gangen, så alle når at hilse.",
    user_needs="Et fast sted i ugen, noget at bruge hænderne til og lov til at være stille.",
    available_resources="To ansatte i huset om dagen, et køkken og et værksted, penge til materialer.",
    who_staffs="En ansat leder, og en til er i huset hele tiden.",
    substitute="En anden ansat fra dagvagten. Frivillige hjælper, men tæller ikke med.",
    at_illness="Uden en ansat bliver det aflyst, og vi giver besked på den måde, du har valgt.",
    more_knowledge="Vores egne samtaler med deltagerne hvert forår.",
)

SEWING = Told(
    key="lindby-sycafe",
    title="Sycafé",
    summary="Sy, lap og drik kaffe. Maskinerne står klar.",
    content="Vi reparerer tøj og syr nyt af det, vi har. Der er fem symaskiner og en kasse med knapper.",
    frame="Hver tirsdag fra ti til tolv i værkstedet. Plads til otte. Stof og tråd er gratis.",
    method="Du siger, hvad du har lyst til. En ansat hjælper dig i gang.",
    category=Category.CREATIVE,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(TUESDAY, "10:00", "12:00"),),
    place="Lindby",
    address=PLACE,
    how_to_find=WAY_IN,
    size="Fem til otte",
    audience="For voksne, der gerne vil sy eller lære det.",
    hard_for="Maskinerne larmer lidt. Der er et stille bord ved vinduet.",
    first_time="Mette står ved porten og følger dig ind. Du behøver ikke have noget med.",
    welcomed_by="Mette",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_REGULATION, Aim.GOOD_CHOICES),
    participation=(ParticipationKind.SHARE_WITH_WORKING_GROUP,),
    ground=GROUND,
    language="da",
    languages_spoken=("da", "en", "ar"),
    instead=("lindby-frokost",),
    translations={
        "en": {"title": "Sewing café", "summary": "Sew, mend and have a coffee. The machines are ready."}
    },
)

LUNCH = Told(
    key="lindby-frokost",
    title="Fælles frokost",
    summary="Rugbrød og selskab. Du skal ikke melde dig til.",
    content="Vi dækker bord sammen og spiser rugbrød. Bagefter er der kaffe.",
    frame="Hver torsdag fra halv et til to i køkkenet. Plads til seksten.",
    method="En ansat sætter maden frem. Den, der har lyst, hjælper med at dække.",
    category=Category.FELLOWSHIP,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(THURSDAY, "12:30", "14:00"),),
    place="Lindby",
    address=PLACE,
    how_to_find=WAY_IN,
    size="Otte til seksten",
    audience="For voksne, der gerne vil spise sammen med nogen.",
    hard_for="Der kan være mange stemmer. Kom lidt før, så kan du vælge plads.",
    first_time="Jens sidder ved enden af bordet og har holdt en stol til dig.",
    welcomed_by="Jens",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_CARE,),
    participation=(ParticipationKind.DECIDE_IN_WORKING_GROUP,),
    ground=GROUND,
    language="da",
    languages_spoken=("da",),
    instead=("lindby-sycafe",),
)

WALK = Told(
    key="lindby-gatur",
    title="Gåtur ved havnen",
    summary="En rolig tur på en halv time. Vi går, som den langsomste går.",
    content="Vi går langs kajen og tilbage igen. Der er bænke hele vejen.",
    frame="Hver mandag fra elleve til halv tolv. Vi mødes ved isboden.",
    method="To ansatte går med, den ene sidst. Vejen er flad.",
    category=Category.PHYSICAL,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(MONDAY, "11:00", "11:30"),),
    place="Lindby",
    address="Isboden på havnen",
    how_to_find="Bus 3 til Havnen. Jens har en gul hue på.",
    size="Fire til ti",
    audience="For voksne, der gerne vil lidt ud.",
    hard_for="Det kan blæse. Så går vi inde i gågaden i stedet.",
    first_time="Jens går ved siden af dig, hvis du vil.",
    welcomed_by="Jens",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_CARE, Aim.SELF_REGULATION),
    participation=(ParticipationKind.SHARE_EXPERIENCE,),
    ground=GROUND,
    language="da",
    languages_spoken=("da", "en"),
    instead=("lindby-frokost",),
)

SINGING = Told(
    key="lindby-sang",
    title="Syng med",
    summary="Sange fra højskolesangbogen. Du må gerne brumme.",
    content="Vi synger en time. Teksterne er trykt med stor skrift.",
    frame="Hver onsdag fra fire til fem i salen på biblioteket. Plads til tredive.",
    method="En ansat spiller klaver. Vi vælger sangene på skift.",
    category=Category.CREATIVE,
    service=ServiceKind.SOCIAL_OFFERINGS,
    when=(at(WEDNESDAY, "16:00", "17:00"),),
    place="Lindby",
    address="Biblioteket, Torvet 2, Lindby",
    how_to_find="Salen er til venstre efter indgangen.",
    size="Ti til tredive",
    audience="For voksne, der holder af at synge.",
    hard_for="Mange stemmer på én gang kan være meget. Der er stole ved døren.",
    first_time="Mette står uden for salen ti minutter før.",
    welcomed_by="Mette",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.SELF_CARE,),
    participation=(ParticipationKind.DECIDE_IN_WORKING_GROUP,),
    ground=GROUND,
    language="da",
    languages_spoken=("da",),
    instead=("lindby-sycafe",),
)

TALK = Told(
    key="lindby-samtale",
    title="Kom og snak",
    summary="En person med tid. Du behøver ikke sige dit navn.",
    content="Du kan komme forbi og tale med en af os. Om stort eller småt.",
    frame="Fredag fra ni til tolv. Du skal ikke bestille tid.",
    method="Vi lytter først. Så tænker vi højt sammen.",
    category=Category.OTHER,
    service=ServiceKind.INDIVIDUAL_TALKS,
    when=(at(FRIDAY, "09:00", "12:00"),),
    place="Lindby",
    address=PLACE,
    how_to_find=WAY_IN,
    size="Dig og en af os",
    audience="For voksne, der har brug for nogen at tale med.",
    hard_for="Der kan være en anden før dig. Der er kaffe, mens du venter.",
    first_time="Mette viser dig rummet. Du vælger stol.",
    welcomed_by="Mette",
    guidelines=RULES,
    joining=JoiningRule.ANY_TIME,
    aims=(Aim.LOOKING_AFTER_ONESELF,),
    participation=(ParticipationKind.SHARE_WITH_WORKING_GROUP,),
    ground=GROUND,
    language="da",
    languages_spoken=("da", "en"),
    may_just_watch=None,
    contact_instead="Ring til Mette på 00 00 00 28",
)

ALL = (SEWING, LUNCH, WALK, SINGING, TALK)
