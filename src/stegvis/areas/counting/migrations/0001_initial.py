import stegvis.kernel.encryption
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ByHand',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('on', models.DateField()),
                ('unit', models.CharField(choices=[('contacts', 'contacts'), ('visits', 'visits')], max_length=10)),
                ('number', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'on', 'unit'), name='one_number_a_day')],
            },
        ),
        migrations.CreateModel(
            name='KnownToday',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('on', models.DateField()),
                ('marks', stegvis.kernel.encryption.EncryptedText()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'on'), name='one_memory_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('on', models.DateField()),
                ('way', models.CharField(choices=[('phone', 'phone'), ('visit', 'visit'), ('message', 'message'), ('letter', 'letter')], max_length=10)),
                ('source', models.CharField(choices=[('not_said', 'not_said'), ('user', 'user'), ('next_of_kin', 'next_of_kin'), ('partner', 'partner')], max_length=12)),
                ('service', models.CharField(blank=True, choices=[('telephone_advice', 'telephone_advice'), ('individual_talks', 'individual_talks'), ('self_help_groups', 'self_help_groups'), ('theme_meetings', 'theme_meetings'), ('other_groups', 'other_groups'), ('social_offerings', 'social_offerings'), ('follow_up', 'follow_up'), ('bridging', 'bridging')], default='', max_length=30)),
                ('counted', models.PositiveIntegerField(default=0)),
                ('again', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'on', 'way', 'source', 'service'), name='one_tally_a_kind')],
            },
        ),
    ]
