"""Everyday words in Danish: things to see, eat, wear and use."""

WORDS = """
aften ager agern agurk album alder alge allé alm alpe ananas and anemone anker april arena aske asters
atelier atlas august avenue avis bad badeand badebro bag bagværk bakke bal balje balkon ballet ballon bambus
banan bane banjo bank bark barn basar basun bavian bazar beger begonie bide bil bilist bille billede birk
bison bjerg blad blik blink blomme blomst blyant blå blåbær blæk blæse blæst blød bog bogmærke bogreol bold
boldbane bolig bolle boller bomuld bonde bor bord borg brat bred bregne brev bringe bris brise bro broche
brombær brosten brun brus bryggers brænde brød brønd bue bugt buket bukser bund bunke bus busk butik bybud
byfest byg bygge bygning bytte bådhus bånd bås bælg bælte bær bæver bønne børste cacao cello center champion
cikade cirkel cirkus citron computer creme cykel cykelsti dadel dag dagbog daggry dal dam damp dampskib dans
dej dejlig delfin dessert diamant digt dirigent disk drage dragt drejning drikke drivhus dronning drue dryp
drys dråbe drøm drømme due duft dug dukke dukkehus dun dusk dyb dybde dykke dyne dynge dyr dyrehave dyrke
dåse dæk døgn døgnflue dør egern eje ekko elastik elefant elektron elg elv emne eng engel enkel ert esel
espresso etage eventyr fabel fad fakkel fakta falk familie farm fart farve fasan februar fedt felt femten
ferie fersken fest figen figur fil film filt fin finger fink fisk fiske fiskenet fjer fjernsyn fjord flag
flage flagre flaske flise flod flok flue flytte flyve flyver flåde fløde fløjl fløjte fod fodbold foder
fodspor fold folder folk forening form fornøjet fortov fortælle forår fos frakke fred fredag fregne fri
frisk frokost frost frugt fryd frø fugl fyld fyldepen fyr fyrre fyrtårn får færge fætter følge før føre gade
gaffel gang garage garn gartner gave gavl ged gelé gemme glad glans glas glat glemme glide glimmer glimt
globus glæde glød gnist god grad gran granat gren grille grime grind gris grotte grube grus gryde grydelap
gryn grå gråspurv grød grøft grøn grønkål guitar gul guld gulerod gulv gummi gynge gård gær gæs gæst hage
hal halm hals ham hammer handske hane hank hare harpe hat hav have havfrue havn havre hede hegn hejre hejse
hel hest hilse himmel hindbær hjelm hjem hjemve hjerte hjort hjul hjørne holm honning hop horn hose hoved
humle hump hund hus hval hvede hvid hvidløg hvil hvile hvisle hybel hygge hyggelig hyld hylde hyldebær hyrde
hytte håb hånd håndtag hæfte hæk hække hækle hær høflig høj højskole høne høns hør høst høvl ide idræt igle
indre ingefær insekt iris isbjørn isbod isbryder isfugl ishus istap jagt jakke januar jern job jolle
jonglere jord jordbær jubel jubilæum juice jul juli jungle juni jæger jævn kabel kabine kaffe kaffekop kage
kaj kajak kaktus kalender kalk kalv kam kamel kamera kamille kanal kande kandis kanin kano kant kapitel
kappe karaffel karamel karneval karpe karrusel karry karse karton kasket kasse kastanje kat katalog katedral
kegle keramik kerne kikkert kilde kilt kind kino kiosk kirsebær kiste kit kjole kladde klang klap klar
klarinet klase klasse klat klaver klemme klint klippe klister klit klode klods klog klokke klub klukke kløe
kløft kløver knage knallert knap knold knop knude knæ kobber kogebog kogle kok kokos koks kold koldskål
kolibri komet komma kompas koncert konfekt konge kop kor koral korg kork korn korsang kort kost krabbe kraft
krage kran krans krat kreds kridt krog krone krukke krybbe krydderi kryds krystal kræs kube kuffert kugle
kul kulde kulør kunst kurs kurv kvarts kvas kvidre kvist kvæde kvæg kyst kål kælder kærne køb køje køkken
køl kølig labyrint lag lagen lagkage lagune lakrids laks lam lampe land landevej lang lanterne lap latter
laurbær lav lavendel lede ledig leg lege leje lejr ler let lilje lim lind linje linse list liste liv lod
lodret loft log lomme lommeuld lov luft luge lugt lukke lun lunge lup lupin lur lyd lygte lykke lyn lyng
lyre lys lyse lyserød lysning lyst låge låne lås lækat lærer lærke lærred løb løbehjul løn løs løve madpakke
magasin magnet maj majs makrel maler maling malke mand mandag mandel mango mantel mappe marehalm margerit
mark marked marmor marsvin marts marv maskine mast mat medalje mejse mel melodi melon mild minde mindre mint
minut morgen mos mosaik mose motor muffe muld mund mur mus museum musik musling mynt mynte myre mysli måge
mål måltid måne måned måtte mælk mærke møbel møde møl mølle mønster mønt mør mørk mørkeblå møtrik nabo nagle
nakke narcis nat natur navn nellike net nisse nissen node nor nord nordlys nordpol norm note notesbog
november nudel nybagt nyhed nyre nytte nål næb næse nød nøgle nøjsom oase obo ocarina ocean odde ode okker
okse oksehale oktav oktober olie oliven omvej onsdag opal opera orange ord ordbog orden ordsprog orgel orkan
orkester orm ost ostemad otte oval ovn pagt pakke palads palet palme panda pande papegøje papir paprika
paradis paraply parasol park passer pasta pastel pastil pause pebber pelikan pen pensel perle persille piano
pibe pige pil pile pincet pind pingvin pirat pizza plade plads plakat plan plante platan platform plet plov
pluk ply plæne pløje poesi pol polar pompon pony pool porre port pose post postbud postkort pote potte prik
prins prisme prosa prøve pudding pude puls pult pumpe punkt purløg pust pynt pyramide påfugl påske pæl pæn
pæon pære pølse rabarber rabat rad radio radise raket ram ramme rampe rand rang rask rav ravn rede redskab
regn regnbue regnorm reje rejse rem remse ren rende reol reparere rev ribs ride rig rim ring ringbind ringe
ris rist robot roe rogn rolig rom ros rose rosin rosmarin rubin rude ruder rug rugbrød rulle rund runde
rundt rutine ryg rygsæk rylle rype rytme råb rådyr række rævehule rød rødbede røg røn rør røst røver saft
saga saks sal salat salme salt samtale sand sang sav seddel segl sejl sekund sele selje sen sender side
sigte sikker sild silke sind sip sirup siv sjal sjov sjø skab skak skat ske skib skilt skind skinne skive
skjold skjorte sko skole skorpe skov skovl skrin skrue skubbe skuffe skulder skum sky skygge skæg skæl skær
skøjte slange slikke slot slud slurk sluse slå slæde sløjfe smag smed smil smuk smør smørbrød snak sne
snebold snegl snor snude sofa sok sol solbær solsikke solsort sommer sort sovs spade spand spejder spejl
spids spil spind spire spore sport spring sprog spurv stabel stald stamme stang stativ statue stav sted
stejl stemme sten steppe sti stige stikke stille stjerne stok stol stolpe stor stork storm strand strejf
streng stribe strik strimmel stråle strøm strømpe student stue styr stå stær støtte støv støvle sukker sund
suppe surdej sus svale svamp svane svin sving svømme syd symbol syren syv sæbe sæk sæt sød søjle sølv søm
søndag tag tak tal tale tand tang tapet tavle teater tegl tegn tegne tekop tekst telt tema tempo tennis
terning test tid tidsel tiger tilje time tin tinde ting tirsdag tog toldbod tomat ton tone top torden torn
torsdag torsk torv tov tragt tranebær trappe tre tril trin trold tromme trompet tryg tråd træ træk trøje
tube tud tulipan tun tunnel tur tusch tusind tyk tynd tyr tyttebær tåge tåre tårn tænde tæppe tærte tæt
tøffel tøj tønde tør udflugt udsigt uge ugle uld ulv under undre ung uro urt urtete vaffel vagtel valmue
vals vand vandmand vandre vane vang vanilje varm vase vaske vat vegn vej vejr velour ven venlig vente veps
verden vest vid vidde vifte vig vilje villa vind vindue vinge vinter viol violin vippe visne vogn vokal voks
våd vågne vår væg vægt vækst være værk værksted væv yacht yde ydre ymer ynde yndig yngel yoga yoghurt zebra
zink zone zoo åben åkande ånde åre æble ægge ærfugl ærlig ærme ært æsel øje øjeblik øre ørken ørn ørred
østers øvelse øverst
"""
