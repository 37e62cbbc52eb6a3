import django.db.models.deletion
import stegvis.areas.directory.rules.codes
import stegvis.kernel.encryption
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Guide',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('title', models.CharField(max_length=120)),
                ('address', models.CharField(max_length=500)),
                ('added_on', models.DateField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Listing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('slug', models.SlugField(max_length=120)),
                ('kind', models.CharField(choices=[('offering', 'offering'), ('profile', 'profile'), ('imported', 'imported')], max_length=20)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('published', 'published'), ('paused', 'paused'), ('closed', 'closed')], default=stegvis.areas.directory.rules.codes.State['DRAFT'], max_length=20)),
                ('category', models.CharField(blank=True, choices=[('physical', 'physical'), ('creative', 'creative'), ('fellowship', 'fellowship'), ('other', 'other')], max_length=30)),
                ('language', models.CharField(max_length=2)),
                ('languages_spoken', models.JSONField(default=list)),
                ('free', models.BooleanField(null=True)),
                ('cost', models.CharField(blank=True, max_length=200)),
                ('place', models.CharField(blank=True, max_length=80)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('how_to_find', models.TextField(blank=True)),
                ('step_free', models.BooleanField(null=True)),
                ('phone', models.CharField(blank=True, max_length=60)),
                ('web_address', models.CharField(blank=True, max_length=500)),
                ('organisation_name', models.CharField(max_length=255)),
                ('checked_on', models.DateField(null=True)),
                ('changed_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('source_reference', models.CharField(blank=True, max_length=255)),
                ('fingerprint', models.CharField(blank=True, max_length=64)),
                ('valid_from', models.PositiveIntegerField(default=0)),
                ('valid_to', models.PositiveIntegerField(default=2000000000)),
            ],
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('word', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('head', models.CharField(db_index=True, max_length=8)),
                ('tail', models.CharField(db_index=True, max_length=8)),
            ],
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('kind', models.CharField(choices=[('telephone_advice', 'telephone_advice'), ('individual_talks', 'individual_talks'), ('self_help_groups', 'self_help_groups'), ('theme_meetings', 'theme_meetings'), ('other_groups', 'other_groups'), ('social_offerings', 'social_offerings'), ('follow_up', 'follow_up'), ('bridging', 'bridging')], max_length=30)),
                ('name', models.CharField(max_length=120)),
                ('gated', models.BooleanField(default=False)),
                ('documentation', models.CharField(choices=[('with_names', 'with_names'), ('without_names', 'without_names'), ('none', 'none')], default=stegvis.areas.directory.rules.codes.DocumentationMode['WITHOUT_NAMES'], max_length=20)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AboutText',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('language', models.CharField(max_length=2)),
                ('opening', models.TextField(blank=True)),
                ('self_help', models.TextField(blank=True)),
                ('having_a_say', models.TextField(blank=True)),
                ('no_pressure', models.TextField(blank=True)),
                ('social_support', models.TextField(blank=True)),
                ('low_threshold', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'language'), name='one_about_a_language')],
            },
        ),
        migrations.CreateModel(
            name='ListingOriginal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('as_it_came', models.TextField()),
                ('listing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='original', to='directory.listing')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('title', models.CharField(max_length=255)),
                ('language', models.CharField(max_length=2)),
                ('words', models.TextField()),
                ('since_on', models.DateField()),
                ('listing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notice', to='directory.listing')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Offering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('aims', models.JSONField(default=list)),
                ('participation_kinds', models.JSONField(default=list)),
                ('joining', models.CharField(blank=True, choices=[('any_time', 'any_time'), ('start_of_round', 'start_of_round'), ('after_agreement', 'after_agreement')], max_length=20)),
                ('next_start_on', models.DateField(null=True)),
                ('size', models.CharField(blank=True, max_length=120)),
                ('may_come_alone', models.BooleanField(null=True)),
                ('may_bring_someone', models.BooleanField(null=True)),
                ('may_just_watch', models.BooleanField(null=True)),
                ('answered_meanwhile', models.BooleanField(default=False)),
                ('welcomed_by', models.CharField(blank=True, max_length=60)),
                ('professional_reason', models.TextField(blank=True)),
                ('knowledge_basis', models.TextField(blank=True)),
                ('knowledge_added', models.TextField(blank=True)),
                ('knowledge_on', models.DateField(null=True)),
                ('group_composition', models.TextField(blank=True)),
                ('user_needs', models.TextField(blank=True)),
                ('available_resources', models.TextField(blank=True)),
                ('employees_needed', models.PositiveSmallIntegerField(null=True)),
                ('who_staffs', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('substitute', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('at_illness', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('contact_instead', models.CharField(blank=True, max_length=200)),
                ('review_on', models.DateField(null=True)),
                ('step_versions', models.JSONField(default=dict)),
                ('copied_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.offering')),
                ('knowledge_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('listing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='offering', to='directory.listing')),
                ('responsible', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SearchText',
            fields=[
                ('position', models.BigAutoField(primary_key=True, serialize=False)),
                ('place', models.CharField(db_index=True, max_length=80)),
                ('spoken', models.CharField(db_index=True, max_length=200)),
                ('words', models.TextField()),
                ('listing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='search_text', to='directory.listing')),
            ],
        ),
        migrations.AddField(
            model_name='listing',
            name='service',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='directory.service'),
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('name', models.CharField(max_length=120)),
                ('generation', models.PositiveIntegerField(default=0)),
                ('imported_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'name'), name='one_source_a_name')],
            },
        ),
        migrations.AddField(
            model_name='listing',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='directory.source'),
        ),
        migrations.CreateModel(
            name='ListingText',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('language', models.CharField(max_length=2)),
                ('title', models.CharField(max_length=255)),
                ('summary', models.TextField(blank=True)),
                ('content', models.TextField(blank=True)),
                ('frame', models.TextField(blank=True)),
                ('method', models.TextField(blank=True)),
                ('audience', models.TextField(blank=True)),
                ('hard_for', models.TextField(blank=True)),
                ('guidelines', models.TextField(blank=True)),
                ('first_time', models.TextField(blank=True)),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='directory.listing')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('listing', 'language'), name='one_text_a_language')],
            },
        ),
        migrations.CreateModel(
            name='ListingTime',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='times', to='directory.listing')),
            ],
            options={
                'indexes': [models.Index(fields=['weekday', 'starts'], name='times_by_weekday')],
            },
        ),
        migrations.CreateModel(
            name='Alternative',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.listing')),
                ('offering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alternatives', to='directory.offering')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('offering', 'listing'), name='one_alternative')],
            },
        ),
        migrations.AddIndex(
            model_name='listing',
            index=models.Index(condition=models.Q(('state', 'published')), fields=['category'], name='published_by_category'),
        ),
        migrations.AddIndex(
            model_name='listing',
            index=models.Index(condition=models.Q(('state', 'published')), fields=['place'], name='published_by_place'),
        ),
        migrations.AddConstraint(
            model_name='listing',
            constraint=models.UniqueConstraint(fields=('slug', 'valid_from'), name='one_listing_an_address'),
        ),
        migrations.AddConstraint(
            model_name='listing',
            constraint=models.UniqueConstraint(condition=models.Q(('source__isnull', False)), fields=('source', 'source_reference', 'valid_from'), name='one_listing_a_reference'),
        ),
    ]
