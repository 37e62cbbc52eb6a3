import django.db.models.deletion
import stegvis.areas.participation.rules
import stegvis.kernel.encryption
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
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
            name='Member',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('shown_as', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('joined_at', models.DateTimeField()),
                ('participant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='participation.workinggroup')),
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
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matters', to='participation.workinggroup')),
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
            options={
                'constraints': [models.UniqueConstraint(fields=('matter', 'member'), name='agrees_once')],
            },
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
