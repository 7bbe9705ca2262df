from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("subscribers", "0002_ending")]

    operations = [
        migrations.AddField(
            model_name="mailing", name="came_back", field=models.PositiveIntegerField(default=0)
        ),
        migrations.AddField(model_name="mailing", name="ended", field=models.PositiveIntegerField(default=0)),
    ]
