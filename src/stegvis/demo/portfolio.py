"""How Korsby's centre tells who it is, which guides it works by, and what it decided about its offerings."""

from dataclasses import dataclass
from datetime import timedelta

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.api import AboutPart
from stegvis.areas.insight import api as insight
from stegvis.areas.insight.api import Decision, Outcome, Why

from .town import Town

WHO_WE_ARE: dict[str, dict[str, str]] = {
    "nb": {
        AboutPart.OPENING: "Et hus midt i Korsby, med kaffe på kanna. Kom som du er.",
        AboutPart.SOCIAL_SUPPORT: (
            "Det meste er lettere å bære når du ikke er alene med det. Hos oss kan du spise lunsj, strikke, gå en "
            "rolig tur eller stelle i hagen. Du trenger ikke snakke om det som er vondt. Du kan også bare sitte her."
        ),
    },
    "da": {
        AboutPart.OPENING: "Et hus midt i Korsby, med kaffe på kanden. Kom, som du er.",
        AboutPart.SOCIAL_SUPPORT: (
            "Det meste er lettere at bære, når du ikke er alene med det. Hos os kan du spise frokost, strikke, gå en "
            "rolig tur eller passe haven. Du behøver ikke tale om det, der gør ondt. Du kan også bare sidde her."
        ),
    },
    "sv": {
        AboutPart.OPENING: "Ett hus mitt i Korsby, med kaffe i kannan. Kom som du är.",
        AboutPart.SOCIAL_SUPPORT: (
            "Det mesta är lättare att bära när du inte är ensam med det. Hos oss kan du äta lunch, sticka, gå en lugn "
            "promenad eller sköta om trädgården. Du behöver inte prata om det som gör ont. Du kan också bara sitta här."
        ),
    },
    "en": {
        AboutPart.OPENING: "A house in the middle of Korsby, with coffee in the pot. Come as you are.",
        AboutPart.SOCIAL_SUPPORT: (
            "Most things are easier to carry when you are not alone with them. With us you can have lunch, knit, go "
            "for a quiet walk or look after the garden. You need not talk about what hurts. You can also just sit here."
        ),
    },
}
GUIDES = {
    "Hjelp til selvhjelp": "https://korsby.example/veiledere/hjelp-til-selvhjelp",
    "Sosiale tilbud i praksis": "https://korsby.example/veiledere/sosiale-tilbud",
}
SINGING = "syng-sammen"


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at one offering, so many weeks ago, and when the next one comes."""

    key: str
    weeks_ago: int
    outcome: Outcome
    words: str
    weeks_to_next: int
    why: Why | None = None
    told: str = ""
    others: tuple[str, ...] = ()


LOOKS = (
    Looked(
        "strikkekafe",
        weeks_ago=4,
        outcome=Outcome.CONTINUE,
        words="Mange kommer igjen. Rådet vil begynne litt senere.",
        weeks_to_next=26,
    ),
    Looked(
        "gafotball",
        weeks_ago=3,
        outcome=Outcome.LESS,
        why=Why.USER_GROUP_CHANGED,
        words="Færre ønsker ballspill om vinteren.",
        told="Om vinteren spiller vi annenhver uke. Rolig tur går hver uke, og alle kan være med.",
        others=("turgruppe",),
        weeks_to_next=26,
    ),
    Looked(
        "svomming",
        weeks_ago=2,
        outcome=Outcome.PAUSE,
        why=Why.TOO_DEMANDING,
        words="Vi må være tre i bassenget, og er to til over nyttår.",
        told="Bassenget har pause til våren. Stille yoga er også rolig for kroppen, og Rolig tur går hver uke.",
        others=("yoga", "turgruppe"),
        weeks_to_next=14,
    ),
)


def build_portfolio(town: Town) -> None:
    """The pool rests, football has become less, the knitting café goes on; singing waits to be looked at."""
    berit = town.berit
    for language, words in WHO_WE_ARE.items():
        directory.write_about(berit, language=language, words=words, version=0, now=town.week(-4))
    for title, address in GUIDES.items():
        directory.add_guide(berit, title=title, address=address, now=town.week(-4))
    for look in LOOKS:
        decision = Decision(
            look.outcome,
            why=look.why,
            words=look.words,
            told=look.told,
            alternatives=len(look.others),
            next_on=town.today() + timedelta(weeks=look.weeks_to_next),
        )
        insight.review(
            berit,
            listing_id=town.listings[look.key],
            decision=decision,
            alternatives=[town.listings[key] for key in look.others],
            seen=0,
            now=town.week(-look.weeks_ago),
        )
    waits_since = town.today() - timedelta(days=4)
    directory.set_review(berit, listing_id=town.listings[SINGING], on=waits_since, now=town.now)
