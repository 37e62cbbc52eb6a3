"""What PostgreSQL adds to owned tables: row-level security and keys that cannot point into another organisation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation

OURS = "organisation_id = NULLIF(current_setting('stegvis.organisation', true), '')::uuid"
ME = "NULLIF(current_setting('stegvis.user', true), '')::uuid"


class Protect(Operation):
    """Close the owned tables of an area's migration: policies, FORCE, UNIQUE (organisation_id, id), composite keys.

    `models` names the models of this migration that are owned. `also_readable` adds reading for rows that another
    condition opens, by model name: `{"listing": "state = 'published'"}`. Does nothing on SQLite, where
    `visible_to` and the access tests keep rows apart.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, models: Sequence[str], also_readable: Mapping[str, str] | None = None) -> None:
        self.models = list(models)
        self.also_readable = dict(also_readable or {})

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "Protect", [self.models, self.also_readable], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        return

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        owned = [to_state.apps.get_model(app_label, name) for name in self.models]
        for model in owned:
            self._close(schema_editor, model)
        for model in owned:
            self._bind_keys(schema_editor, model)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        return  # the tables themselves go

    def describe(self) -> str:
        return f"Row-level security for {', '.join(self.models)}"

    def _close(self, editor: Any, model: type[models.Model]) -> None:
        table = model._meta.db_table
        quoted = editor.quote_name(table)
        editor.execute(f"ALTER TABLE {quoted} ENABLE ROW LEVEL SECURITY")
        editor.execute(f"ALTER TABLE {quoted} FORCE ROW LEVEL SECURITY")
        editor.execute(f"CREATE POLICY owned ON {quoted} USING ({OURS}) WITH CHECK ({OURS})")
        if extra := self.also_readable.get(model._meta.model_name or ""):
            editor.execute(f"CREATE POLICY readable ON {quoted} FOR SELECT USING ({extra})")
        key = editor.quote_name(f"{table[:50]}_owner_key")
        pk = editor.quote_name(model._meta.pk.column)
        editor.execute(f"ALTER TABLE {quoted} ADD CONSTRAINT {key} UNIQUE (organisation_id, {pk})")

    def _bind_keys(self, editor: Any, model: type[models.Model]) -> None:
        table = model._meta.db_table
        for field in model._meta.local_fields:
            target = field.related_model
            if not isinstance(field, models.ForeignKey) or target is None or isinstance(target, str):
                continue
            if not any(column.column == "organisation_id" for column in target._meta.local_fields):
                continue
            name = editor.quote_name(f"{table[:30]}_{field.column[:20]}_same_owner")
            editor.execute(
                f"ALTER TABLE {editor.quote_name(table)} ADD CONSTRAINT {name} "
                f"FOREIGN KEY (organisation_id, {editor.quote_name(field.column)}) "
                f"REFERENCES {editor.quote_name(target._meta.db_table)} "
                f"(organisation_id, {editor.quote_name(target._meta.pk.column)}) DEFERRABLE INITIALLY DEFERRED"
            )
