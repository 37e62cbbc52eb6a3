"""What can be said of every table of ours, as functions for tests on real and on broken models."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import connection, models

from stegvis.kernel import personal_data
from stegvis.kernel.encryption import EncryptedText

HOUSE = tuple(app.label for app in apps.get_app_configs() if app.name.startswith("stegvis."))
Model = type[models.Model]

OWNED_BY_NOBODY = {
    "people.Organisation": "It is what others are owned by; what it says about itself is public.",
    "people.User": "One login may hold seats in several organisations; no word about why.",
    "people.LoginCode": "Belongs to the login, before it is known which organisation it opens.",
    "people.Authenticator": "Belongs to the login: one app opens all of somebody's seats.",
    "people.Passkey": "Belongs to the login: one key opens all of somebody's seats.",
    "people.RecoveryCode": "Belongs to the login, as what it stands in for.",
    "directory.SearchText": "Stemmed words of listings; a hit shows only where its listing does.",
    "directory.SearchWord": "Words that occur in published listings, without saying in which.",
    "demo.DemoPerson": "Invented people that a visitor of the demo can become.",
    "kernel.TaskLease": "Which worker holds which task, by ids alone; the worker serves all organisations.",
    "kernel.Tick": "Times of the clock that have been taken; the clock is one for all organisations.",
    "kernel.Done": "Keys of effects that must not happen twice; they are made of ids.",
    "kernel.Heartbeat": "When each worker was last alive.",
}
"""Models without an organisation, each with the reason. Nothing is added here without one."""

PEOPLE = {"people.Participant", "people.User", "people.Seat"}
POINTING_BY_ID = {"kernel.JournalEntry", "kernel.Look", "kernel.ClosedDoor"}
"""They name people and seats by bare ids, so that a row outlives what it speaks of."""
ABOUT_BY_ID = {"kernel.Look": "about", "kernel.ClosedDoor": "about"}
"""Those of them that are always about a participant, and in which column."""

TELLING = (models.CharField, models.TextField, models.JSONField, models.DateField, models.BinaryField)


def our_models() -> list[Model]:
    return [model for label in HOUSE for model in apps.get_app_config(label).get_models()]


def is_owned(model: Model) -> bool:
    return any(field.column == "organisation_id" for field in model._meta.local_fields)


def without_owner(candidates: Iterable[Model], exempt: Iterable[str]) -> list[str]:
    """Models that belong to nobody and are not excused."""
    return [m._meta.label for m in candidates if not is_owned(m) and m._meta.label not in set(exempt)]


def about_people(model: Model, pointing: frozenset[str] = frozenset(PEOPLE)) -> bool:
    """Whether a row belongs to a person: it is one, points to one, or hangs below something that does."""
    if model._meta.label in pointing or model._meta.label in POINTING_BY_ID:
        return True
    for field in model._meta.local_fields:
        target = field.related_model
        if target is None or isinstance(target, str) or target is model:
            continue
        if target._meta.label in pointing or target._meta.label == "admission.Talk":
            return True
    return False


def way_to_participant(model: Model) -> str:
    """The look-up path to the participant with whom a row goes: over keys that cascade. Empty when there is none."""
    if model._meta.label == "people.Participant":
        return "id"
    if model._meta.label in ABOUT_BY_ID:
        return ABOUT_BY_ID[model._meta.label]
    for field in model._meta.local_fields:
        target = field.related_model
        if (
            not isinstance(field, models.ForeignKey)
            or isinstance(target, str)
            or target in (None, model)
            or field.remote_field.on_delete is not models.CASCADE
        ):
            continue
        beyond = way_to_participant(target)
        if beyond == "id":
            return field.attname
        if beyond:
            return f"{field.name}__{beyond}"
    return ""


def undeclared(model: Model) -> list[str]:
    """Columns that could say something about a person and are declared neither personal nor not personal."""
    if not about_people(model):
        return []
    label = model._meta.label
    return [
        f"{label}.{field.name}"
        for field in model._meta.local_fields
        if isinstance(field, TELLING) and not personal_data.is_declared(label, field.name)
    ]


def open_words(model: Model) -> list[str]:
    """Free text that is declared personal and not encrypted, so that a stolen backup shows it."""
    personal = {(field.model, field.field) for field in personal_data.register()}
    return [
        f"{model._meta.label}.{field.name}"
        for field in model._meta.local_fields
        if (model._meta.label, field.name) in personal
        and isinstance(field, models.TextField)
        and not isinstance(field, EncryptedText)
    ]


def protection_missing(model: Model) -> list[str]:
    """What an owned table lacks: forced row-level security, a policy, the owner's key, bound keys."""
    table = model._meta.db_table
    missing = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = to_regclass(%s)", [table]
        )
        secured = cursor.fetchone()
        if secured != (True, True):
            missing.append(f"{table}: row-level security is not forced")
        cursor.execute("SELECT count(*) FROM pg_policies WHERE tablename = %s AND cmd = 'ALL'", [table])
        if not cursor.fetchone()[0]:
            missing.append(f"{table}: no policy for reading and writing")
        constraints = set(_constraints(cursor, table))
    pk = model._meta.pk
    assert pk is not None
    if ("u", ("organisation_id", pk.column), "") not in constraints:
        missing.append(f"{table}: no UNIQUE (organisation_id, {pk.column})")
    missing += [
        f"{table}.{column}: may point into another organisation"
        for column, target in _owned_targets(model)
        if ("f", ("organisation_id", column), target) not in constraints
    ]
    return missing


def _constraints(cursor: object, table: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    cursor.execute(  # type: ignore[attr-defined]
        """
        SELECT c.contype::text,
               ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY AS k(number, place)
                     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number ORDER BY k.place),
               coalesce(t.relname, '')::text
        FROM pg_constraint c LEFT JOIN pg_class t ON t.oid = c.confrelid AND c.contype = 'f'
        WHERE c.conrelid = to_regclass(%s)
        """,
        [table],
    )
    for kind, columns, target in cursor.fetchall():  # type: ignore[attr-defined]
        yield kind, tuple(columns), target


def _owned_targets(model: Model) -> Iterator[tuple[str, str]]:
    for field in model._meta.local_fields:
        target = field.related_model
        if (
            isinstance(field, models.ForeignKey)
            and target
            and not isinstance(target, str)
            and is_owned(target)
        ):
            yield field.column, target._meta.db_table
