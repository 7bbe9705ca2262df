"""What came of a report."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("replies", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reports",
                to="replies.decision",
            ),
        ),
    ]
