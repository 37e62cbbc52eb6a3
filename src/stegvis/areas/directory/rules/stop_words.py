"""Words that say nothing about what somebody is looking for. They count only when a search has no others."""

_NORWEGIAN = """
    og i jeg det at en et ei den til er som på de med han av ikke der så var meg seg men ett har om vi min mitt ha
    hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil bli ble
    blitt kunne inn når være kom noen noe ville dere deres kun ja etter skulle denne for deg dette sitt sine hvem hvis
    hvordan bare enn dine din ditt å mot mer mye må før også litt gjerne lyst finnes trenger ønsker
    eg ein eit ikkje ho kva korleis kvar nokon noko nokre vere vore med frå meir òg dykk dei kvifor vil ønskjer treng
"""
_DANISH = """
    og i jeg det at en et den til er som på de med han af ikke der så var mig sig men har om vi min mit have havde hun
    nu over da ved fra du ud sin dem os op man kan hans hvor eller hvad skal selv her alle vil blev blive kunne ind når
    være kom nogen noget ville jer deres ja efter skulle denne for dig dette sit hvem hvis hvordan bare end din dit
    mod mere meget må før også lidt gerne lyst findes
"""
_SWEDISH = """
    och i jag det att en ett den till är som på de med han av inte där så var mig sig men har om vi min mitt ha hade
    hon nu över då vid från du ut sin dem oss upp man kan hans eller vad ska skall själv här alla vill bli blev
    kunna in när vara kom någon något några ville er deras ja efter skulle denna detta för dig sitt vem hur bara än din
    ditt mot mer mycket måste också lite gärna lust finns behöver
"""
_ENGLISH = """
    the a an and or of to in on at by for with from is are was were be been being it its this that these those i me my
    we our you your he she they them his as not no so if but do does did have has had can could will would should want
    need some someone somebody something anyone anybody anything what where when how who there here about like please
"""

STOP_WORDS = {
    "nb": frozenset(_NORWEGIAN.split()),
    "da": frozenset(_DANISH.split()),
    "sv": frozenset(_SWEDISH.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""By language, since a word that is empty in one is the very thing somebody looks for in another: "men", "man"."""

LEFT_OUT = frozenset().union(*STOP_WORDS.values()) - {
    "men",  # "but" in three languages, and in English half of those who look for a group
}
"""What a question leaves out, since nobody asks a searcher for the language."""
