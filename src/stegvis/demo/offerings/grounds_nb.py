"""Professional grounds that several of Korsby's offerings share, each in the centre's own words."""

from .told import Ground

FELLOWSHIP = Ground(
    reason="Mange som kommer hit, har få steder der de bare kan være. Et bord med faste folk rundt gir "
    "øvelse i å være sammen med andre uten å måtte fortelle noe.",
    group_composition="Åpen for kvinner og menn i alle voksne aldre. Nye kommer en og en, så de som er der fra "
    "før, rekker å bli kjent med dem.",
    user_needs="Et fast holdepunkt i uka, noe varmt å spise, og lov til å være stille.",
    available_resources="To ansatte i huset på dagtid, kjøkken med plass til tolv, budsjett til mat.",
    who_staffs="En veileder og en ansatt har vakt. Den ene er alltid i rommet.",
    substitute="Berit eller en annen ansatt som er i huset den dagen.",
    at_illness="Er bare én ansatt på jobb, holder vi åpent med kaffe, men uten felles måltid.",
    more_knowledge="Brukerundersøkelsen vår fra i fjor: de fleste sa at maten var grunnen til at de kom, og "
    "folkene grunnen til at de ble.",
)

CREATIVE = Ground(
    reason="Å lage noe med hendene gir ro i kroppen og noe annet å snakke om enn seg selv. Det går an å være "
    "med i eget tempo.",
    group_composition="Liten gruppe, helst ikke mer enn åtte. Noen har laget mye før, andre aldri. Vi setter "
    "ikke folk sammen etter hva de har opplevd.",
    user_needs="Noe å mestre som synes, pauser når det trengs, og et rom der ingen vurderer resultatet.",
    available_resources="Verkstedet er vårt på ettermiddagene. Materialer er betalt for ut året. En ansatt kan "
    "teknikken.",
    who_staffs="Én ansatt leder gruppa. En til er i huset hele tiden.",
    substitute="En ansatt fra dagvakta. Frivillige kan hjelpe til, men regnes ikke med.",
    at_illness="Uten ansatt blir det ikke gruppe. Vi ringer eller skriver til dem som skulle komme.",
    more_knowledge="Erfaring fra seks år med skapende grupper på senteret, oppsummert hver vår med deltakerne.",
)

PHYSICAL = Ground(
    reason="Rolig bevegelse sammen med andre hjelper mange å kjenne kroppen igjen på en trygg måte. "
    "Alle velger selv hvor mye.",
    group_composition="Blandet gruppe i ulik form. Opplegget følger den som trenger det roligst.",
    user_needs="Å være i bevegelse uten press, uten speil og uten at noen tar på en uten å spørre.",
    available_resources="Én ansatt med kurs i tilpasset bevegelse. Vi låner rom og utstyr gratis.",
    who_staffs="To ansatte er med hver gang, den ene går sist.",
    substitute="En tredje ansatt står på lista for dagen. Ellers avlyser vi.",
    at_illness="Er det ikke to ansatte, blir det avlyst. Ingen skal ut på tur med for få.",
    employees_needed=2,
    more_knowledge="Helsedirektoratets råd om fysisk aktivitet for voksne, og egne evalueringer.",
)

TALK = Ground(
    reason="Å bli møtt av noen som tåler å høre, kan være det som skal til for at neste steg kjennes mulig.",
    group_composition="Én og én, eller en fast gruppe som har sagt ja til hverandre.",
    user_needs="Å kunne ta kontakt uten å si navnet sitt, og å bestemme selv hva det snakkes om.",
    available_resources="Tre veiledere med relevant utdanning og fast veiledning selv.",
    who_staffs="En av veilederne. Du møter den samme hver gang så langt vi kan.",
    substitute="En annen veileder, hvis du vil. Ellers finner vi en ny tid.",
    at_illness="Vi sier fra så tidlig vi kan, på den måten du har valgt, og finner en ny tid.",
    more_knowledge="Fagplattformen for senteret og litteratur om selvhjelp og sosial støtte.",
)
