"""Everyday words in Norwegian: things to see, eat, wear and use."""

WORDS = """
akker akvarell album alge alm ananas and anker aprikos april arena arkiv artikkel ask atlas august aure avis
bad badeand badstue bagett bake bakgård bakke balje ball ballett ballong bambus bamse banan banjo bank bark
barn baron basar basill basketak basun bavian beger beite bekk belte benk ber berg beste bever bie biff
bilde bille binders bingo bjelke bjelle bjørk bjørn blad bladlus bleie blekk blid blikk blink blokk blom
blomst blyant blå blåbær blåse blåveis bok bokhylle boks bolig bolle boller bonde bor bord borg bott bratt
bredde bregne brenne brett brev brille bringe bris bro brosje brostein brun brunost brus brygge brød brønn
bue bukett bukse bukt bunad bunke busk buss bygd byge bygg bygge bygning bylt både bånd bås båt bær bærbar
bølge bønne børste bøtte dag dagbok dal dam damask damp dans debatt deig deilig dekk delfin desember detalj
dialekt diamant dikt dirigent disk diskant djerv dokke drage dragt drivhus dronning drops drue dråpe due
duft dugg dugnad duk dukke dukkehus dun dusj dusk dyne dyp dyr døgn dør edel eik eikenøtt einer ekko ekorn
ekspress eldre elefant elg elv elveleie emne eng engel enkel eple eplekake epos erle ert esel eske etasje
ettermat eventyr evne fabel fabrikk fagott fakkel falk familie fane fang farge farm fart fasade fasan fat
fauna februar fele felt femten ferge ferie fersk fersken fest festning figur fiken fil film filt fin finger
fink fiolin fisk fiske fiskebåt fjell fjord fjorten fjær fjære fjøs flagg flagre flamme flaske flasker
flatbrød flette flid flis flokk flue fly flygel flytte flåte fløte fløyel fløyte fokus fold folk form fort
foss fotball fotspor frakk fred fredag fregne fremtid fri friluft frisk frokost frosk frost frukt frø fugl
furet furu fyr fyrtårn følge føre fører gaffel gang garasje garn gate gaupe gave geit gelé genser geranium
gitar gjeng gjerde gjest gjær gjøk glad glass glede glid glimt glitter glo globus glød gnist gnom gode godt
gran granat gren gress gressløk grill grind gris grop grotte grunn grus gruve gryn gryte grå grønn grønnkål
grøt gul gull gulrot gulv gyllen gyte gård gås hage hagl hake hakke hale halm hals halv ham hammer hamn hane
hank hanske hare harpe hassel hatt hav havn havre hegg hei heis hekk hekle hel helg helt hermelin hest hette
himmel hind hjelm hjerte hjort hjul hjørne hode hokk honning honnør hopp horn hose humle hummer humor hump
hund hus husdyr husk hval hvalross hveps hvete hvile hvit hvitløk hyggelig hylle hyssing hytte hånd håndkle
håndtak håp hær høne høst høvel høy høyde idyll idé igle iglo ild ildsted indre ingefær inn innsjø insekt
instru iris isbit isbjørn isbre isfugl iskrem istapp jakke jakt januar jente jern jobb jogge jolle jord
jordbær jubel juice jul juli jungel juni juv kabel kaffe kai kaie kakao kake kaktus kalas kald kalender kalk
kalv kam kamel kamera kanal kandis kane kanin kanne kano kant kapittel kapp kappe karaffel karamell karm
karneval karpe karri kart karusell kasse kastanje kaste katedral katt keiser keramikk kikkert kilde kilt
kino kiosk kirsebær kiste kite kitt kjede kjeks kjele kjerne kjole kjøkken kjøl kjøre klang klar klase
klasse klatre klinke klippe klode klokke klubb klø kløft kløver knagg knapp kne knekk knoll knott knute
kobber koffert koie kokebok kokk kokos komet komfyr komisk komma kompass konge konsert kopp kor koral korg
kork korn kort kost krabbe kraft kran krans krem kreps krets kringle krok krokus krone krukke krydder
krystall kråke kubbe kube kul kulde kule kuling kum kunst kupp kurs kurv kvae kvart kveite kveld kvern kvist
kvitre kvitter kyst kål kåpe labb lagune lake laken lakris laks lam lampe land lang lapp last latter lav
lavendel lege leir lek leke lekse lemen lese lett lilje limone lin lind linerle linjal linje linse list liv
lodd loff loft logg lokk lomme los lue luft lugar luke lun lund lunde lunsj lupe lupin lur lye lykke
lykkelig lykt lyn lyng lynlås lyre lys lyse lyspære lyst lån lås låve lær lærer løe løk løp løv løve
løvetann løvtre løype magasin magnet mai maiblom majestet makrell maler maling mandag mandarin mandel mango
mantel mappe mark marmor mars marsipan maskin mast mat matt maur med medalje meis mel melk melodi melon
merian merke mest metall middag mikser mild mine minne mint minutt mobil modell mokka morell morgen mosaikk
mose motor mur mus museum musikk musling mynt myr myse mysost måke måltid måne måned møbel møll mølle
mønster møte nabo nagle nakke natt nattlys navn neb nebb nellik neper nerts nese neste nett niende nikk
nisse niste nord nordlys nordpol norm not notat note november nudel nyhet nypa nype nyre nytt nål nær nøkkel
nøste nøtt oase oboe odde ode oker oktav oktober oliven olje omvei onsdag opal opera oransje ord ordbok
orden orgel ork orkan orkester ost oter oval ovn padde pai pakke palme panda panne papir paprika paraply
park parykk passer pasta pastell pause pelikan penn pensel pepper perle perm persille piano pigg pil pinje
pinne pipe pirat pizza plakat plan plante plass plate plen plog plomme plugg plysj poeng poesi pokal pol
polar pom pore porselen port pose post potet pott pram prat prikk prinds prins prisme prosa prøve pudding
puffin puls pult pumpe punkt purke pusle pute putte pynt påfugl påske pære pølse rabarbra rad radio rakett
ramme rampe rand rang rask rav ravn redd rede regn regnbue reim rein reise reke rekke rem ren reseda rev rim
ring ripe rips ris rist robot rogn rolig rom rope ros rose rosin rot rubin rug rulle rund rusle rute ryddig
rygg ryp rype rytme rådyr rød rødbete rødt rør røre røyk saft sag saga sal salat salme salt samtale sand
sang sau saus savn sei seil sel selje semule seng sennep setter sikt sil sild silke sirkel sirkus sirup
sitron siv sjakk sjal sju sjø skap skatt skaut ski skib skilt skinn skinne skip skipp skje skjell skjerf
skjorte skjær sko skog skole skorpe skrin skrue skuff skulder skum skuta sky skygge skål slalåm slange slede
sleiv slipp slips slott sluse sløyfe smak smed smell smil smågodt smør snar snegle snekker snor snø snøball
sofa sokk sol solbær solsikke sommer sone sopp sot sovn spade spar speil spett spill spire spiss spor spore
sport sprek språk spurv stabel stakk stall stamme stativ stav stein stek stemme steppe sti stige stille
stjerne stokk stol stolpe stor stork storm strand strek streng strikke striper stråle strøm strømpe student
stue stål støv støvel sukker sunn suppe surdeig sus svale svamp svane svett svin sving svømme sylte symbol
syrin syv såpe sølv søm søndag tak takk tale tang tann tapet tau tavle teater tegne teig telt tema tempo
tennis teppe terning test tett tid tiger time tind ting tinn tirsdag tog togn tomat ton tone topp torg
torsdag torsk torv tospann trakt trapp tre trekk triks trille tro troll tromme trompet trost trygg tråd
trøye tube tulipan tunnel tur turkis tusj tvers tvist tyr tyttebær tåke tåre tårn tøff tøffel tønne tørr tøy
ugle uke ull ulv ung urne urt utsikt utsyn uttrykk vaffel vakker valmue vals vanilje vann vante vase vaske
vegg vei veke vekst vekt venn venner vente veps verden verk verksted vest vev vidde video vik vilje vind
vindu vinge vinter vipe visp vogn voks voll volum vott vugge vulkan våg våge våken vår yacht ynde yngel yoga
ypper yrke ytre åker åkle åpen åretak åtte ære ærfugl ærlig økse ønske øre ørken ørn ørret øse øye øyeblikk
"""
