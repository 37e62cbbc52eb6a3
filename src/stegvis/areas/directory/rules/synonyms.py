"""Everyday words for the same thing in Norwegian (with Nynorsk), Danish, Swedish and English.

One line is one thing, `Norwegian; Danish; Swedish; English`. The words are those of docs/spec/glossary.tsv and those
people use for what there is to do. Each word is looked up in its own language, so a word may stand for different
things in two of them: Danish "frokost" is eaten at noon, Norwegian "frokost" in the morning.
"""

# ruff: noqa: E501 - one thing stands on one line

LANGUAGES = ("nb", "da", "sv", "en")

_ACTIVITIES = """
    sy sying søm symaskin saum; sy syning symaskine; sy sömnad symaskin; sew sewing
    strikk strikke strikking; strik strikke strikning; sticka stickning; knit knitting
    hekle hekling; hækle hækling; virka virkning; crochet
    håndarbeid handarbeid håndverk; håndarbejde håndværk; handarbete hantverk slöjd; craft crafts handicraft needlework
    male maling tegne tegning kunst teikne; male maling tegne tegning kunst; måla målning rita konst; paint painting draw drawing art
    kor sang song synge syngje; kor sang synge; kör sång sjunga; choir song sing singing
    musikk spille band; musik; musik; music
    dans danse; dans danse; dans dansa; dance dancing
    teater drama; teater drama; teater drama; theatre theater drama
    skrive skriving; skrive skrivning; skriva skrivande; write writing
    lese lesing bok bøker lesesirkel; læse læsning bog bøger; läsa läsning bok böcker; read reading book
    bibliotek; bibliotek; bibliotek; library
    foto fotografering; foto fotografering; foto fotografering; photo photography
    film kino; film biograf; film bio; film movie cinema
    tur gåtur spasertur fottur gågruppe vandring vandre turgruppe utflukt; tur gåtur vandretur vandring spadseretur udflugt; promenad gåtur vandring utflykt gågrupp; walk walking hike hiking stroll outing trip
    natur skog friluft friluftsliv; natur skov friluftsliv; natur skog friluftsliv; nature forest outdoor outdoors
    trene trening trim mosjon; træne træning motion; träna träning motion gymnastik; exercise training workout fitness gym
    svømme svømming bade basseng symje; svømme svømning bade svømmehal; simma simning bada simhall; swim swimming pool
    fotball; fodbold; fotboll; football soccer
    sykkel sykle sykling; cykel cykle cykling; cykel cykla cykling; bicycle bike cycling
    fiske fisketur; fiske fisketur; fiska fisketur; fishing
    hage hagearbeid dyrke parsellhage; haven havearbejde havegruppe dyrke; trädgård odla odling; garden gardening
    spill brettspill spel; spil brætspil; spel brädspel; game games boardgame
    sjakk; skak; schack; chess
    bake baking bakst; bage bagning; baka bakning; bake baking
    mat matlaging lage middag; mad madlavning aftensmad middag; mat matlagning laga middag; food cook cooking meal dinner
    lunsj; frokost frokostpause; lunch; lunch
    frokost morgenmat; morgenmad; frukost; breakfast
    frokostmøte; morgenmøde; frukostmöte; breakfast-meeting
    kafé kafe kaffe kaffi; café cafe kaffe; kafé kafe café fika kaffe; café cafe coffee
    yoga; yoga; yoga; yoga
    meditasjon avspenning mindfulness; meditation afspænding mindfulness; meditation avslappning mindfulness; meditation relaxation mindfulness
    dyr hund; dyr hund; djur hund; animal dog pet
    reparere reparasjon fikse; reparere reparation; reparera laga; repair fix
    data datamaskin pc; it computer pc; dator it pc; computer pc
    språkkafé språk norskkurs norsktrening; sprogcafé sprog; språkkafé språk; language
    verksted; værksted; verkstad; workshop
    kurs opplæring; kursus kurser; kurs utbildning; course class
"""
_MEETING = """
    snakke prate samtale prat snakk; snakke tale samtale snak; prata tala samtal snacka prat; talk chat conversation
    samtalegruppe; samtalegruppe; samtalsgrupp; talk-group
    enesamtale; enesamtale; enskilt; individual
    selvhjelp sjølvhjelp selvhjelpsgruppe; selvhjælp selvhjælpsgruppe; självhjälp självhjälpsgrupp; self-help
    gruppe; gruppe; grupp; group
    møte treff; møde træf; möte träff; meeting
    møteplass møtestad; mødested værested; mötesplats träffpunkt; meeting-place
    kveld; aften; kväll; evening
    temakveld; temaaften; temakväll; theme-evening
    tema; tema; tema; theme
    åpen åpent open ope; åben åbent; öppen öppet; open
    hus; hus; hus; house
    innomstikk drop-in; drop-in; drop-in; drop-in
    klubb; klub; klubb; club
    forening lag foreining; forening; förening; association
    frivillig; frivillig; volontär frivillig; volunteer volunteering
    frivilligsentral; frivilligcenter; volontärbyrå frivilligcentral; volunteer-centre
    besøksvenn besøk; besøgsven besøg; besöksvän besök; visitor visit befriend
    følgevenn følgeperson følge; følgeven ledsager følge; medföljare följeslagare följa; companion accompany
    vert vertinne; vært; värd; host
    venn venner venninne; ven venner veninde; vän vänner; friend
    fellesskap fellesskapet felles; fællesskab; gemenskap; fellowship community together
    ensom ensomhet aleine alene einsam; ensom ensomhed alene; ensam ensamhet; lonely loneliness alone
    sosial sosialt; social socialt; social socialt; social
    aktivitet tilbud tilbod; aktivitet tilbud; aktivitet verksamhet; activity offering offer
    gratis; gratis; gratis kostnadsfri; free
"""
_PEOPLE = """
    barn unge; barn børn; barn; child children kids
    ungdom unge ung ungdommer; ung unge ungdom; ung unga ungdom; youth young teenager
    eldre senior pensjonist; ældre senior pensionist; äldre senior pensionär; elderly older senior
    kvinne kvinner dame damer; kvinde kvinder dame damer; kvinna kvinnor dam damer; woman women
    mann menn herre; mand mænd herre; man män herr; man men
    mor mamma mødre; mor mødre; mamma mor mödrar; mother mum
    far pappa fedre; far fædre; pappa far fäder; father dad
    forelder foreldre; forælder forældre; förälder föräldrar; parent parents
    familie; familie; familj; family
    pårørende; pårørende; anhörig närstående; relative carer
    innvandrer flyktning nykommer; indvandrer flygtning nytilkommen; invandrare flykting nyanländ; immigrant refugee newcomer
    likeperson likemann; peer ligestillet; kamratstödjare peer; peer
    deltaker deltakar; deltager; deltagare; participant
"""
_SUPPORT = """
    hjelp støtte hjelpe; hjælp støtte; hjälp stöd; help support
    råd rådgivning veiledning; råd rådgivning vejledning; råd rådgivning; advice guidance counselling
    veileder rettleiar; vejleder; rådgivare vägledare; adviser advisor
    telefon ringe; telefon ringe; telefon ringa; phone telephone call
    jobb arbeid arbeidstrening; job arbejde arbejdstræning; jobb arbete arbetsträning; job work employment
    bolig bosted; bolig bosted; bostad boende; housing home
    økonomi gjeld penger; økonomi gæld penge; ekonomi skuld pengar; debt money economy
    hverdagsstøtte; hverdagsstøtte; vardagsstöd; everyday-support
    mestring; mestring; bemästra; mastery coping
    recovery bedring; recovery bedring; återhämtning; recovery
    avklaringssamtale; afklarende; klargörande; clarification
    retningslinjer; retningslinjer; riktlinjer; guidelines
    brukermedvirkning medvirkning; brugerinddragelse medindflydelse; brukarmedverkan delaktighet; participation
    nettverk; netværk; nätverk; network
    angst; angst; ångest; anxiety
    sorg; sorg; sorg; grief bereavement
    vold overgrep misbruk; vold overgreb; våld övergrepp; violence abuse
    rus alkohol narkotika; rus misbrug alkohol; missbruk beroende alkohol; addiction alcohol drugs substance
    rusfri edru; rusfri ædru; drogfri nykter; sober
    helse; helbred sundhed; hälsa; health
    psykisk; psykisk; psykisk; mental
    klær kler; tøj; kläder; clothes clothing
    lege doktor; læge; läkare; doctor
    tannlege tannhelse; tandlæge; tandläkare; dentist dental
    skyss transport; transport kørsel; transport skjuts; transport ride
"""

_LINES = [line for line in f"{_ACTIVITIES}{_MEETING}{_PEOPLE}{_SUPPORT}".splitlines() if line.strip()]

THINGS: tuple[dict[str, tuple[str, ...]], ...] = tuple(
    dict(zip(LANGUAGES, (tuple(words.replace("-", "").split()) for words in line.split(";")), strict=True))
    for line in _LINES
)
"""One thing a row: its words by language. What is written in two words ("self-help") stands here as one."""

PAIRS = frozenset(
    (word.split("-")[0], word.split("-")[1])
    for line in _LINES
    for word in line.split()
    if word.count("-") == 1
)
"""Two words that are searched as one, however they are written: "self-help", "self help", "selfhelp"."""

FALSE_FRIENDS = frozenset({"frokost"})
"""Words whose meaning depends on the language they stand in, so much that search keeps the languages apart."""
