from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE directory_searchindex USING fts5(
  words, content='directory_searchtext', content_rowid='position', detail=none, columnsize=0, tokenize='ascii'
);
CREATE TRIGGER directory_searchtext_found AFTER INSERT ON directory_searchtext BEGIN
  INSERT INTO directory_searchindex (rowid, words) VALUES (new.position, new.words);
END;
CREATE TRIGGER directory_searchtext_forgotten AFTER DELETE ON directory_searchtext BEGIN
  INSERT INTO directory_searchindex (directory_searchindex, rowid, words) VALUES ('delete', old.position, old.words);
END;
CREATE TRIGGER directory_searchtext_changed AFTER UPDATE ON directory_searchtext BEGIN
  INSERT INTO directory_searchindex (directory_searchindex, rowid, words) VALUES ('delete', old.position, old.words);
  INSERT INTO directory_searchindex (rowid, words) VALUES (new.position, new.words);
END
"""
# Without positions (detail=none) and lengths (columnsize=0) the index is a third of the size: nothing asks for them.

POSTGRESQL = """
ALTER TABLE directory_searchtext ADD COLUMN found_by tsvector
  GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;
CREATE INDEX directory_searchtext_found_by ON directory_searchtext USING gin (found_by)
  WITH (gin_pending_list_limit = 256);
ALTER TABLE directory_searchtext ADD COLUMN titled_by tsvector
  GENERATED ALWAYS AS (CASE WHEN octet_length({titles}) < 1300 THEN array_to_tsvector({words_of_titles}) END) STORED;
CREATE INDEX directory_searchtext_titled_by ON directory_searchtext (position) INCLUDE (listing_id, titled_by)
""".replace("{words_of_titles}", "array_remove(string_to_array({titles}, ' '), '')").replace(
    "{titles}", "trim(regexp_replace(words, '(^| )[^tf][^ ]*', '', 'g'))"
)
# No parser and no dictionary: the tokens as they are. A short list of pending changes keeps questions fast after writes.
# Titles with features once more, short and in the index itself: a common word is found in titles without touching a row.
# The length is rules.finding.TITLES_LONGEST; what is longer has no title words among its tokens.


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    before, *rest = SQLITE.split("CREATE TRIGGER")
    for statement in (before, *(f"CREATE TRIGGER{trigger}" for trigger in rest)):
        schema_editor.execute(statement.strip().removesuffix(";"))


class Migration(migrations.Migration):
    """What search asks, kept by the database itself in step with directory_searchtext. On SQLite an operation that
    makes directory_searchtext anew must also make the triggers again.
    """

    dependencies = [("directory", "0002_protect")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
