import django.db.models.deletion
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
            name='Copy',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('language', models.CharField(max_length=2)),
                ('asked_at', models.DateTimeField()),
                ('step', models.PositiveSmallIntegerField(default=0)),
                ('steps', models.PositiveSmallIntegerField()),
                ('content', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('ready_at', models.DateTimeField(null=True)),
                ('participant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('purpose', models.CharField(choices=[('welcome', 'welcome'), ('help', 'help'), ('plan', 'plan'), ('not_again', 'not_again')], max_length=20)),
                ('words', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('until_on', models.DateField()),
                ('given_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('paper_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='GrantItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('item', models.CharField(max_length=60)),
                ('grant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='privacy.grant')),
            ],
        ),
        migrations.CreateModel(
            name='LeavingWish',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('noted_at', models.DateTimeField()),
                ('participant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('told_by_seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LegalBasis',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('purpose', models.CharField(choices=[('knowing', 'knowing'), ('contact', 'contact'), ('talks', 'talks'), ('coming', 'coming'), ('log', 'log'), ('working', 'working')], max_length=20)),
                ('ground', models.CharField(choices=[('service', 'service'), ('law', 'law'), ('consent', 'consent'), ('employment', 'employment')], max_length=20)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'purpose'), name='one_ground_a_purpose')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('role', models.CharField(max_length=30)),
                ('why', models.CharField(max_length=60)),
                ('on', models.DateField()),
                ('words', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('asked_at', models.DateTimeField()),
                ('answer', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('about_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
            ],
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('item', models.CharField(max_length=60)),
                ('at', models.DateTimeField()),
                ('grant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='privacy.grant')),
            ],
        ),
        migrations.AddIndex(
            model_name='grant',
            index=models.Index(fields=['recipient', 'until_on'], name='grants_to_a_seat'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', False), ('told_by_seat__isnull', False), _connector='OR'), name='unconfirmed_only_when_noted'),
        ),
        migrations.AddConstraint(
            model_name='grantitem',
            constraint=models.UniqueConstraint(fields=('grant', 'item'), name='one_line_an_item'),
        ),
        migrations.AddIndex(
            model_name='question',
            index=models.Index(condition=models.Q(('answered_at', None)), fields=['organisation_id', 'asked_at'], name='questions_waiting'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(fields=('participant', 'about_seat', 'role', 'why', 'on'), name='one_question_a_look'),
        ),
        migrations.AddIndex(
            model_name='reading',
            index=models.Index(fields=['grant', '-at'], name='readings_of_a_grant'),
        ),
    ]
