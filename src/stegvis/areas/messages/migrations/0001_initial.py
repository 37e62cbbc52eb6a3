import django.db.models.deletion
import stegvis.areas.messages.rules.codes
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
            name='Message',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('kind', models.CharField(max_length=60)),
                ('about', models.UUIDField()),
                ('arguments', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('key', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('reached_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
            ],
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('sending', 'sending'), ('sent', 'sent'), ('to_call', 'to_call'), ('told', 'told'), ('dropped', 'dropped')], max_length=10)),
                ('why', models.CharField(blank=True, choices=[('chosen', 'chosen'), ('no_login', 'no_login'), ('uncertain', 'uncertain'), ('not_sent', 'not_sent')], max_length=10)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('since', models.DateTimeField()),
                ('not_before', models.DateTimeField()),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('message', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='delivery', to='messages.message')),
            ],
        ),
        migrations.CreateModel(
            name='NamedPerson',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('name', models.CharField(max_length=80)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('named_at', models.DateTimeField()),
                ('seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='Reach',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('way', models.CharField(choices=[('here', 'here'), ('email', 'email'), ('call', 'call'), ('never', 'never')], default=stegvis.areas.messages.rules.codes.Way['HERE'], max_length=10)),
                ('address', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('phone', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('others_may_see', models.BooleanField(default=False)),
                ('safe_from', models.TimeField(null=True)),
                ('safe_until', models.TimeField(null=True)),
                ('code_word', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('chosen_at', models.DateTimeField()),
                ('still_right_at', models.DateTimeField()),
                ('participant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('words', stegvis.kernel.encryption.EncryptedText()),
                ('answer_by', models.CharField(choices=[('here', 'here'), ('call', 'call')], max_length=10)),
                ('phone', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('at', models.DateTimeField()),
                ('answer', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
            options={
                'indexes': [models.Index(fields=['seat', 'at'], name='complaints_of_a_reader')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('words', stegvis.kernel.encryption.EncryptedText()),
                ('at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
            ],
            options={
                'indexes': [models.Index(fields=['participant', 'at'], name='letters_of_a_person'), models.Index(condition=models.Q(('answered_at', None), ('by_seat', None)), fields=['organisation_id', 'at'], name='letters_not_answered')],
            },
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['participant', 'at'], name='messages_of_a_person'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.UniqueConstraint(fields=('organisation_id', 'key'), name='one_message_a_key'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state__in', ['waiting', 'sending', 'to_call'])), fields=['organisation_id', 'state', 'not_before'], name='deliveries_under_way'),
        ),
        migrations.AddConstraint(
            model_name='namedperson',
            constraint=models.UniqueConstraint(fields=('organisation_id',), name='one_named_person'),
        ),
    ]
