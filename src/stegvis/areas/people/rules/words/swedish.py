"""Everyday words in Swedish: things to see, eat, wear and use."""

WORDS = """
abborre affär akvarell album ale alfabet alm alv ananas anka ankare aprikos april arena ark artikel ask
atlas augusti avokado backe bad badanka badrum bagel baka balans balett balja balkong ballong bambu bana
banan banjo bank bark barn barr basar basilika basker bastu bavian berg bergen besök betala bil bild biljett
bingo björk björn björnbär blad blandad blek blick blixt block blomkål blomma blus blyerts blå blåbär blåsa
blåsippa bok bokhylla bokmärke boll bomull bonde bord borg borste bra brant brasa bred brev bricka bringa
bris bro brosch bruka brun brunn brygga bryta bröd brödrost buckla bukett bulle bunke burk buske buss bygd
bygga byrå byxa bäck bädd bägare bälte bär bäver båge båt båtsman böja böna börja cello center choklad
cirkel cirkus citron clown cykel dag dagbok dagg dal damm dans deg delfin detalj diamant dikt dill dimma
dirigent disk djungel djup djur docka doft dragspel drake dricka driva droppe druva dröm duk duka dun dusch
dusk duva dygn dyka dyna dynamo dyr däck dörr eka eko ekollon ekorre eld elefant elva emalj enbär enkel ens
epok etta expert extra fabel fackla fager falk familj fantasi farm fart fasad fasan fat februari fest figur
fika fikon film filt fin finger fink fiol fisk fiska fjord fjäder fjäll fjärd fjäril flagga flamma flaska
flicka flinga flock flod flott flyga flygel flytta fläder fläkt fläta flöjt flöte fokus folk fontän form
fors fot fotboll fotspår frakt fred fredag fri frisk frost frukost frukt fräken fräsch frö fröjd full fura
fyr fyra fält färg färja färsk fäste fågel får fåtölj följe fönster gaffel galosch gam garage garn gata
gatlykta gedigen get gitarr gjuta glad glans glas glass glida glimt glitter glob glädje glöd gnista god grad
gran granat granne gren grepp grind gris grop grotta grund grupp grus gryn gryta grädde gräs gräslök grå
gråsparv grön grönkål grönsak gröt gul guld gullviva gunga gurka gyllene gädda gäng gärde gäst gård gås
gåsört gök göl hage hagel haka hal halm halsduk halv hammare hamn hand handduk handske hare harpa hassel
hatt hav havre havtorn hed hej hel helg hemma himmel hink hiss hjort hjortron hjul hjälm hjälp hjärta hobby
honung hopp horn hosta hov humla humle hummer hund hus huva hylla hymn hyss hytt häck häger hälsa hämta häst
håll hår höbal höft hög höjd höna höra hörsal höst hösäck hövel idol idé igelkott iller ingefära insekt
invid iris isbit isbjörn isflak istapp jacka januari jobb jolle jord jordnöt jubel jul julgran juli juni
juvel jägare jämn järn järv jäst kabel kaffe kaj kajak kaka kakao kaktus kalas kalender kalk kall kalv kam
kamel kamera kamin kamrat kanal kanel kanin kanna kanot kant kapitel karamell karott karta karusell kasse
kastanj kastrull katt kavaj kavel kedja kerub kex kikare kilt kind kiosk kittel kjol klack klang klar
klarbär klass klick klimp klippa klister kliva klocka klok klot klubb klyfta klänning klättra klöver knapp
knappnål knopp knut knyta knä knäck kock koffert koja kola kolibri kolja kolla komet komma kompass kompott
konsert konst kopp koppar kor korall korg kork korn korp kort korv kosta kotte krabba kraft kran krans
kratta kringla krita krona kruka kryda kryss kräfta kräm krök kub kudde kula kulla kulle kulör kunskap kupa
kurs kust kvadrat kvarn kvart kvast kvist kvitter kväll kylig källa källare kärl kärra kåda kål kåsa kök köl
köpa körsbär lada lager lagun lakan lakrits lamm lampa land landet landsväg lapp larm lat lava lavendel lax
leda ledig leende lejon lek leka lekplats lera lerkruka lila lilja lina lind lingon linje linne linser lista
liten liv livlig ljud ljum ljung ljus lock loft logik lov luft luftig lugn lukt luktärt lunch lund lupin lur
lust lut lycka lyckt lykta lyra lysa lyssna läcker läder lägel läkt lämna länk lära lärare lärka läsa lätt
lån lång lås löfte lök lön lönn löpa lördag lös lövsal magasin magnet maj majs makaron makrill malm mandarin
mandel mango mantel mapp mark marknad marmor mars marsvin maskin maskros massa mast mat matta med medalj
meja melodi melon meny merit mes mild milsten mina mineral minne mint minut mjuk mjöl mjölk mobil modell
modig mogen moln monter moped mopp morgon morot mosaik mossa motor mugg mulen mun munter mur murgröna mus
museum musik mussla mynt mynta myra mysa mysig mysli människa märke mässing mäta mål måla målare måltid
månad måndag måne mås mått möbel möjlig möla mönster mörk möte nagel namn napp narciss natt nattljus natur
nav nebulosa nejlika nerv nia nickel nio nisch nisse nit njuta nord nordpol norm norrsken not nota november
nudel nyckel nyfiken nyhet nypa nypon nysning nytta nyår näbb näckros näpen näpsa nära näring näsa näst nät
näve nåd nål nånstans nöjd nöje oas obo ocean odla odon ofta ojämn okapi oktav oktober oliv olja omväg
onsdag opal opera orange ord ordbok ordning orgel orkan orkester orkidé orm ormbunke ort ost ostron oval
ovan oxe packa padda paddel paj palats palett palm panda panna papegoja papper paprika paradis paraply park
parkett pasta pastell paus pelare pelargon pelikan pendel peng penna pensel peppar persika persilja pianist
piano picknick pil pingvin pinne pion pipa pirat pizza pjäs plan planka plansch planta platan plats platta
plog plommon plugga pläd plånbok plåt pocket poesi pokal pol polar polka ponny poppel porslin port portfölj
pose post potatis praktisk precis present prick prins prisma prosa prov prydlig pudding puder pulka puls
pumpa pund punkt pussel pynta pyramid pärla pärm päron påfågel påse påsk rabarber rad radio rak raket ram
ramsa rand rang rar rask rast ratt regn regnbåge regnrock reling rem ren rep repa resa ribba rida rik rim
rimfrost ring ringa ris risgryn roa robot rock rolig rom ros rosa rosett rosmarin rot rova rubin ruda ruin
rulla rulle rum runa rund rusa ruta rygg ryggsäck rymd rytm räcke räka räkna räv rådjur råg råma röd rödbeta
rök röka rönn rönnbär rör röra röst saffran saft saga sak sal sallad salong salt samla samtal sand sandal
sax schack sedan segel segla sekund sele selleri semla sen senap servett sida siden sikt sil sill silver
simma sirap sitta sjal sju sjunga själv sjö sjöbod sjöman skafferi skal skatt sked skepp skeppa skida
skiffer skina skinn skiva skjorta skjuts sko skog skola skorpa skott skratt skrin skriva skruv skugga skum
sky skyffel skynda skägg skär skärm skåp sköld skön skörd slalom slant sled slinga slips slott slump sluss
slut släde slända slät slå slånbär slöja slöjd smak smal smed smidig smula smultron smycke små småkaka smör
smörgås snabb snar snickare snigel snäcka snäll snö snöboll snöre socka socker soffa sol solros solsken
sommar sopa soppa sorl sova spade spann spannmål sparv spegel spel spets spik spindel spira spis spjut sport
spring springa språk späd spänne spätta spår stad stadig stam stapel stativ staty steg stege sten stick stig
stilla stjälk stjärna stock stol stolpe stor stork storm strand strimma strumpa sträng strå stråle ström
student stuga stund styra styrka ställe stämma stärka stå ståt stövel succé sugrör sund surdeg susa svala
svamp svan svar svarv svepa svets sväng sväva syd syl sylt symbol syn syra syren syrsa syskon systrar säck
säd säker sällskap sång såpa söm sömn söndag söt tablå tack tacka tag tak takt tal tall tallrik tam tand
tang tangent tapet tavla teater tecken tecknare tegel tekanna telefon tempo tennis termos test tid tiger
timjan timme ting tio tisdag titta tjock tjugo tjäder toffel tofs tomat ton topp torg torka torn torp torr
torsdag torsk trampa trana tranbär trapets trapp tratt tre trevlig triangel trick trivas tro trohet troll
trombon trumma trumpet trygg trygghet trä träda trädgård tråd tröja tröst tub tulpan tunga tunn tunna tunnel
tupp tur turist tusch tusen tvätt två tvål tvåla tweed tyg tygla tyst täcke tält tända tänka tärning tät
tårta tömma uggla ugn ull ulv undra ung upp urna utflykt utkik utsikt utter uttryck vacker vad vagga vagn
vaken vakna val valnöt vals vandra vanilj vante varg varm vas vass vatten vecka vedbod velour vem verk
verkstad vers vid vide video vik vila vilja villa vinbär vind vindruva vinge vinka vinna vinter viol vippa
virka visa visp vissla vit vitamin vitlök vits vitsippa volang volym vrida vrå vuxen vädur vägg välling vän
vända väntan värld värma väska väst västan väta väv vävstol växa växt växthus våffla våg våning vår våt
yacht yla yngel yoga yoghurt ytter yxa zebra zink zon ädel äga ägg äkta älg älska ämbar ämne äng ängel äpple
ärlig ärm ärta äta ättika äventyr åka åker ålder ånga åra årstid åska åsna återse öga öken öppen öra öring
örn östan öva över överallt
"""
