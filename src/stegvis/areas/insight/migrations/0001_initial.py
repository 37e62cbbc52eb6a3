import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('outcome', models.CharField(choices=[('continue', 'continue'), ('adjust', 'adjust'), ('less', 'less'), ('pause', 'pause'), ('close', 'close')], max_length=20)),
                ('why', models.CharField(blank=True, choices=[('user_group_changed', 'user_group_changed'), ('too_demanding', 'too_demanding'), ('other', 'other')], max_length=30)),
                ('words', models.TextField(blank=True)),
                ('told', models.TextField(blank=True)),
                ('reviewed_on', models.DateField()),
                ('reviewed_at', models.DateTimeField()),
                ('next_on', models.DateField(null=True)),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.listing')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation_id', 'reviewed_on'], name='reviews_by_day')],
            },
        ),
    ]
