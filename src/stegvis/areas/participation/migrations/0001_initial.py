import django.db.models.deletion
import stegvis.areas.participation.rules
import stegvis.kernel.encryption
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
        ('groups', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('title', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('invitation', 'invitation'), ('rule', 'rule'), ('poster', 'poster'), ('other', 'other')], max_length=12)),
                ('language', models.CharField(max_length=5)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DraftVersion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('number', models.PositiveIntegerField()),
                ('words', models.TextField()),
                ('written_on', models.DateField()),
                ('out_on', models.DateField(null=True)),
                ('read_by_users', models.BooleanField(default=False)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='participation.draft')),
            ],
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('shown_as', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('joined_at', models.DateTimeField()),
                ('participant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('words', stegvis.kernel.encryption.EncryptedText()),
                ('wish', models.CharField(choices=[('talk', 'talk'), ('decide', 'decide')], max_length=10)),
                ('state', models.CharField(choices=[('open', 'open'), ('decided', 'decided'), ('put_away', 'put_away')], default=stegvis.areas.participation.rules.MatterState['OPEN'], max_length=10)),
                ('raised_at', models.DateTimeField()),
                ('decided_on', models.DateField(null=True)),
                ('how', models.CharField(blank=True, choices=[('all_agreed', 'all_agreed'), ('in_meeting', 'in_meeting')], max_length=12)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='participation.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='participation.matter')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='participation.member')),
            ],
        ),
        migrations.CreateModel(
            name='Reader',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('since_on', models.DateField()),
                ('participant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='participation.draftversion')),
            ],
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('about_words', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('words', stegvis.kernel.encryption.EncryptedText()),
                ('at', models.DateTimeField()),
                ('state', models.CharField(choices=[('open', 'open'), ('taken', 'taken'), ('left', 'left')], default=stegvis.areas.participation.rules.SuggestionState['OPEN'], max_length=10)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='participation.draftversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WillingToTell',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.session')),
            ],
        ),
        migrations.CreateModel(
            name='WorkingGroup',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('name', models.CharField(max_length=80)),
                ('purpose', models.CharField(blank=True, max_length=500)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('listing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.listing')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('said', models.CharField(max_length=500)),
                ('answer', models.TextField()),
                ('on', models.DateField()),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='participation.workinggroup')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('words', stegvis.kernel.encryption.EncryptedText()),
                ('signed', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('on', models.DateField()),
                ('participant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('reply', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='participation.reply')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='participation.workinggroup')),
            ],
        ),
        migrations.AddField(
            model_name='member',
            name='group',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='participation.workinggroup'),
        ),
        migrations.AddField(
            model_name='matter',
            name='group',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matters', to='participation.workinggroup'),
        ),
        migrations.AddConstraint(
            model_name='draftversion',
            constraint=models.UniqueConstraint(fields=('draft', 'number'), name='one_version_a_number'),
        ),
        migrations.AddConstraint(
            model_name='draftversion',
            constraint=models.CheckConstraint(condition=models.Q(('read_by_users', False), ('out_on__isnull', False), _connector='OR'), name='only_what_is_out_says_read'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('matter', 'member'), name='agrees_once'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(fields=('version', 'participant'), name='read_once'),
        ),
        migrations.AddConstraint(
            model_name='willingtotell',
            constraint=models.UniqueConstraint(fields=('session', 'participant'), name='willing_once'),
        ),
        migrations.AddConstraint(
            model_name='note',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('participant', None), _negated=True), ('signed', ''), _connector='OR'), name='a_name_is_hers_or_there_is_none'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.UniqueConstraint(fields=('group', 'participant'), name='sits_once_in_a_group'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.UniqueConstraint(fields=('group', 'seat'), name='works_once_in_a_group'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(('participant', None), ('seat', None), _connector='XOR'), name='a_member_is_one_or_the_other'),
        ),
    ]
