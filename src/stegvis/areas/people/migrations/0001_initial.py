import django.db.models.deletion
import stegvis.kernel.encryption
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, null=True, unique=True)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Department',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('name', models.CharField(max_length=80)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('centre', 'centre'), ('recovery_programme', 'recovery_programme'), ('volunteer_centre', 'volunteer_centre'), ('association', 'association'), ('municipal_office', 'municipal_office')], max_length=30)),
                ('country', models.CharField(choices=[('NO', 'NO'), ('DK', 'DK'), ('SE', 'SE')], max_length=2)),
                ('language', models.CharField(choices=[('nb', 'nb'), ('da', 'da'), ('sv', 'sv'), ('en', 'en')], max_length=2)),
                ('time_zone', models.CharField(default='Europe/Oslo', max_length=40)),
                ('minimum_age', models.PositiveSmallIntegerField(default=18)),
                ('quiet_from', models.TimeField(default='20:00')),
                ('quiet_until', models.TimeField(default='09:00')),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('place', models.CharField(blank=True, max_length=80)),
                ('open_hours', models.CharField(blank=True, max_length=200)),
                ('guidelines', models.TextField(blank=True)),
                ('is_demo', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='Authenticator',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='authenticator', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('secret', stegvis.kernel.encryption.EncryptedText()),
                ('last_step', models.BigIntegerField(default=0)),
                ('added_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='LoginCode',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='code', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('public_part', models.CharField(max_length=12, unique=True)),
                ('secret_hash', models.CharField(max_length=128)),
                ('adviser_may_let_in', models.BooleanField(default=False)),
                ('created_on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='CheckedRole',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('role', models.CharField(choices=[('visitor', 'visitor'), ('participant', 'participant'), ('adviser', 'adviser'), ('employee', 'employee'), ('volunteer', 'volunteer'), ('association_contact', 'association_contact'), ('host', 'host'), ('front_line', 'front_line'), ('ambassador', 'ambassador'), ('coordinator', 'coordinator'), ('facilitator', 'facilitator'), ('manager', 'manager'), ('housekeeper', 'housekeeper')], max_length=30)),
                ('task', models.CharField(choices=[('minors', 'minors'), ('intellectual_disability', 'intellectual_disability'), ('under_fifteen', 'under_fifteen'), ('children', 'children')], max_length=30)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'role'), name='one_reason_a_checked_role')],
            },
        ),
        migrations.CreateModel(
            name='Passkey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('credential', models.CharField(max_length=2000, unique=True)),
                ('uses', models.BigIntegerField(default=0)),
                ('browser', models.CharField(blank=True, max_length=20)),
                ('system', models.CharField(blank=True, max_length=20)),
                ('added_on', models.DateField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passkeys', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code_hash', models.CharField(max_length=128)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('role', models.CharField(choices=[('visitor', 'visitor'), ('participant', 'participant'), ('adviser', 'adviser'), ('employee', 'employee'), ('volunteer', 'volunteer'), ('association_contact', 'association_contact'), ('host', 'host'), ('front_line', 'front_line'), ('ambassador', 'ambassador'), ('coordinator', 'coordinator'), ('facilitator', 'facilitator'), ('manager', 'manager'), ('housekeeper', 'housekeeper')], max_length=30)),
                ('name', models.CharField(blank=True, max_length=60)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('is_taken', models.BooleanField(default=False)),
                ('department', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='people.department')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='RecordCheck',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('kind', models.CharField(choices=[('politiattest', 'politiattest'), ('borneattest', 'borneattest'), ('utdrag_ur_belastningsregistret', 'utdrag_ur_belastningsregistret')], max_length=40)),
                ('role', models.CharField(choices=[('visitor', 'visitor'), ('participant', 'participant'), ('adviser', 'adviser'), ('employee', 'employee'), ('volunteer', 'volunteer'), ('association_contact', 'association_contact'), ('host', 'host'), ('front_line', 'front_line'), ('ambassador', 'ambassador'), ('coordinator', 'coordinator'), ('facilitator', 'facilitator'), ('manager', 'manager'), ('housekeeper', 'housekeeper')], max_length=30)),
                ('shown_on', models.DateField()),
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='record_check', to='people.seat')),
                ('seen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('content', stegvis.kernel.encryption.EncryptedText()),
                ('made_at', models.DateTimeField()),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='people.seat')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgePolicy',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('words', models.TextField()),
                ('meanwhile', models.BooleanField(default=False)),
                ('specially_competent', models.BooleanField(default=False)),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('nickname', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('language', models.CharField(choices=[('nb', 'nb'), ('da', 'da'), ('sv', 'sv'), ('en', 'en')], max_length=2)),
                ('safe_contact', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('came_on', models.DateField()),
                ('here_in', models.DateField(null=True)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participants', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('user__isnull', False)), fields=('organisation_id', 'user'), name='one_participant_a_login')],
            },
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('organisation_id', 'user', 'role'), name='one_running_seat_a_role'),
        ),
        migrations.AddConstraint(
            model_name='agepolicy',
            constraint=models.UniqueConstraint(fields=('organisation_id',), name='one_age_policy_a_house'),
        ),
    ]
