"""First names that many bear in the Nordic countries today, wherever their families come from.

Only to stop a name from being written where none belongs. It is no list of anybody, and need not be whole.
"""

_ALSO_WORDS = """
april are august ben bent bo dag eli even fred glad grace gro hans hope jo joy june lage liv lo mai
mark may my odd per rose sky sol stein stig sunny tor vår will
"""
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""What people are called and what everyday language says as well: a name only with a capital inside a sentence."""

_FIRST_NAMES = """
abdi abdullah ahmad ahmed aisha aleksander alexander ali amina amir anders andreas anette anita anna
anne annika arne asbjørn astrid ayan ayla bengt berit birgit bjarne björn bjørn brita camilla carina
carl catarina cecilie charlotte christian christina dagny daniel david ebba egil einar elin
elisabeth ella elsa emil emilie emma erik erika espen eva fadumo farah fatima finn fredrik frida
frode geir gerd gunn gunnar gustav hanna hanne harald hassan hawa hege heidi helene helga helge
henning henrik hilde håkon ibrahim ida inga inger ingrid ingvild irene isabella ivar jakob jan jenny
jens jesper johan johanna john jonas jonathan jorunn jose josef julia julie jørgen karen kari karin
karl karoline katarzyna katrine kenneth khadija kim kirsten kjell kjersti klaus knut kristian
kristin kristina kristoffer lars lasse laura leif lena lene lina linda linn linnea lisa lise lone
lotte louise lucas ludvig magnus maja malin maria marianne marie marit markus marte martin mathias
mats max mette michael mikael mikkel mohamed mohammad mohammed monica morten muhammad mustafa mykola
nadia nanna nils nina nora oksana ola olav olga oliver olof omar oskar osman ove pernille peter
piotr poul pål ragnar ragnhild randi rasmus rikke robert roger rolf rune sahra said samira sander
sandra sara sebastian signe sigrid silje simon siv sofia sofie solveig stefan stian stine sune
susanne svein sven svetlana søren terje thea thomas thor thorbjørn tina tom tommy tone torbjørn tore
torunn trine trond tuva ulf unni ursula vibeke victor viktor vilde wenche william yasmin yusuf
yvonne zahra zainab åge åsa åse øystein
"""
FIRST_NAMES = frozenset(_FIRST_NAMES.split())
